namespace WorkBridge.Returnees;

/// <summary>The four answers of the report, always in this order; unknown is a value and is shown apart.</summary>
public enum WorkState
{
    Stable,
    Unstable,
    None,
    Unknown,
}

public enum StateSource
{
    Survey,
    Officer,
    FollowUp,
}

/// <summary>A person's employment on a day, with its source. Never overwritten: a later row counts.</summary>
public sealed class EmploymentState : IAppendOnly
{
    private EmploymentState()
    {
    }

    public EmploymentState(Guid returneeId, string communeCode, DateOnly on, WorkState state, StateSource source, Guid? sourceId, DateTime recordedAt)
    {
        ReturneeId = returneeId;
        CommuneCode = communeCode;
        On = on;
        State = state;
        Source = source;
        SourceId = sourceId;
        RecordedAt = recordedAt;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid ReturneeId { get; private set; }

    public string CommuneCode { get; private set; } = "";

    public DateOnly On { get; private set; }

    public WorkState State { get; private set; }

    public StateSource Source { get; private set; }

    /// <summary>The outcome or the import it came from.</summary>
    public Guid? SourceId { get; private set; }

    public DateTime RecordedAt { get; private set; }
}
