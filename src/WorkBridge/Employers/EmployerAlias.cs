namespace WorkBridge.Employers;

/// <summary>A name by which one commune's files call an employer, mapped once by an officer.</summary>
public sealed class EmployerAlias
{
    private EmployerAlias()
    {
    }

    public EmployerAlias(string communeCode, string folded, Guid employerId, Guid byId, DateTime at)
    {
        CommuneCode = communeCode;
        Folded = folded;
        EmployerId = employerId;
        ById = byId;
        At = at;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public string CommuneCode { get; private set; } = "";

    public string Folded { get; private set; } = "";

    public Guid EmployerId { get; private set; }

    public Guid ById { get; private set; }

    public DateTime At { get; private set; }
}
