namespace WorkBridge.Audit;

public enum ReadingKind
{
    Opened,
    Listed,
    Exported,
    Printed,
}

/// <summary>Somebody saw personal data: one entry for a person opened, one for a list, export or print with the ids it showed.</summary>
public sealed class Reading : IAppendOnly
{
    private readonly List<ReadingPerson> people = [];

    private Reading()
    {
    }

    public Reading(DateTime at, ReadingKind kind, Actor by, string? office, string page, IEnumerable<Guid> returneeIds)
    {
        At = at;
        Kind = kind;
        ByKind = by.Kind;
        ById = by.Id;
        Office = office;
        Page = page;
        people.AddRange(returneeIds.Distinct().Select(id => new ReadingPerson(Id, id)));
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public DateTime At { get; private set; }

    public ReadingKind Kind { get; private set; }

    public ActorKind ByKind { get; private set; }

    public Guid? ById { get; private set; }

    /// <summary>The office as the person may read it ("Hội Phụ nữ phường Kiến An").</summary>
    public string? Office { get; private set; }

    /// <summary>The page, as a folder and a verb ("Returnees/Show"), without ids.</summary>
    public string Page { get; private set; } = "";

    public IReadOnlyList<ReadingPerson> People => people;
}

public sealed class ReadingPerson : IAppendOnly
{
    private ReadingPerson()
    {
    }

    internal ReadingPerson(Guid readingId, Guid returneeId)
    {
        ReadingId = readingId;
        ReturneeId = returneeId;
    }

    public Guid ReadingId { get; private set; }

    public Guid ReturneeId { get; private set; }
}
