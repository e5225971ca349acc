namespace WorkBridge;

/// <summary>One line of a table of moves: from, to, and who may.</summary>
public sealed record MoveRule<TState>(TState From, TState To, params ActorKind[] By)
    where TState : struct, Enum;

/// <summary>The table of moves of one noun: what is not in it is refused on the server and changes nothing.</summary>
public sealed class MoveTable<TState>(params MoveRule<TState>[] rules)
    where TState : struct, Enum
{
    public IReadOnlyList<MoveRule<TState>> Rules { get; } = rules;

    public bool Allows(TState from, TState to, ActorKind by) =>
        Rules.Any(r => EqualityComparer<TState>.Default.Equals(r.From, from)
            && EqualityComparer<TState>.Default.Equals(r.To, to)
            && r.By.Contains(by));
}

/// <summary>A move that was made: kept for ever, with who and when.</summary>
public sealed class StateMove : IAppendOnly
{
    public const int NoteLength = 500;

    private StateMove()
    {
    }

    public StateMove(string noun, Guid nounId, string? from, string to, DateTime at, Actor by, string? code = null)
    {
        Noun = noun;
        NounId = nounId;
        From = from;
        To = to;
        At = at;
        ByKind = by.Kind;
        ById = by.Id;
        Code = code;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public string Noun { get; private set; } = "";

    public Guid NounId { get; private set; }

    public string? From { get; private set; }

    public string To { get; private set; } = "";

    public DateTime At { get; private set; }

    public ActorKind ByKind { get; private set; }

    public Guid? ById { get; private set; }

    /// <summary>A coded reason (never free text): a decline reason, an ending cause.</summary>
    public string? Code { get; private set; }
}

/// <summary>An entity with states: the context saves the moves it made in the same transaction.</summary>
public interface IMoving
{
    /// <summary>Moves made since the last save. The context takes and clears them.</summary>
    List<StateMove> NewMoves { get; }
}

/// <summary>A row that may be added and never changed or removed by the service.</summary>
public interface IAppendOnly;
