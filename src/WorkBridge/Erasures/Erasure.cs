namespace WorkBridge.Erasures;

/// <summary>That somebody was erased, so that a restored older backup is erased again: the random id that stood for the person, and the day. Nothing leads from it to anybody.</summary>
public sealed class Erasure : IAppendOnly
{
    private Erasure()
    {
    }

    public Erasure(Guid id, DateOnly on)
    {
        Id = id;
        On = on;
    }

    public Guid Id { get; private set; }

    public DateOnly On { get; private set; }
}
