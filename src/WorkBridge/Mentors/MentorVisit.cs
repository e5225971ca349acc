using WorkBridge.Data;
using WorkBridge.Placements;

namespace WorkBridge.Mentors;

public enum VisitState
{
    Planned,
    Done,
    Failed,
    CalledOff,
}

/// <summary>Why a visit came to nothing.</summary>
public enum VisitFailure
{
    NotAtHome,
    NoAnswer,
    Other,
}

public sealed record VisitWords
{
    public string? Text { get; init; }
}

/// <summary>What became of a visit: either how it goes, or why nobody was met.</summary>
public sealed record VisitReport(DateOnly? On, Going? Going, VisitFailure? Failure, string? Note);

/// <summary>A mentor's visit (lần tới thăm): planned for a day, and moved once. What was written about it is never changed.</summary>
public sealed class MentorVisit : Sealing<VisitWords>, IMoving
{
    public const int NoteLength = 300;

    /// <summary>Days without a visit after which somebody is reminded.</summary>
    public const int Silence = 30;

    /// <summary>Days ahead for which a visit may be planned.</summary>
    public const int Ahead = 180;

    private static readonly ActorKind[] Both = [ActorKind.Mentor, ActorKind.Officer];

    public static readonly MoveTable<VisitState> Moves = new(
        new(VisitState.Planned, VisitState.Done, Both),
        new(VisitState.Planned, VisitState.Failed, Both),
        new(VisitState.Planned, VisitState.CalledOff, Both));

    private MentorVisit()
    {
    }

    protected override Guid SealId => Id;

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid MentorshipId { get; private set; }

    public Guid ReturneeId { get; private set; }

    public string CommuneCode { get; private set; } = "";

    public VisitState State { get; private set; }

    public DateOnly PlannedFor { get; private set; }

    public DateTime PlannedAt { get; private set; }

    /// <summary>The day on which somebody went; null while planned, and where it was called off.</summary>
    public DateOnly? On { get; private set; }

    public Going? Going { get; private set; }

    public VisitFailure? Failure { get; private set; }

    public DateTime? MovedAt { get; private set; }

    /// <summary>Whoever said what became of it.</summary>
    public Guid? MovedById { get; private set; }

    public int Version { get; private set; }

    public List<StateMove> NewMoves { get; } = [];

    public string? Note => Opened.Text;

    public static MentorVisit Plan(Mentorship mentorship, DateOnly day, Actor by, DateTime now)
    {
        var visit = new MentorVisit { MentorshipId = mentorship.Id, ReturneeId = mentorship.ReturneeId, CommuneCode = mentorship.CommuneCode, PlannedFor = day, PlannedAt = now };
        visit.NewMoves.Add(new StateMove(nameof(MentorVisit), visit.Id, null, nameof(VisitState.Planned), now, by));
        return visit;
    }

    public void Done(DateOnly on, Going going, string? note, Actor by, DateTime now)
    {
        Move(VisitState.Done, by, now);
        (On, Going) = (on, going);
        Write(note);
    }

    public void Fail(DateOnly on, VisitFailure why, string? note, Actor by, DateTime now)
    {
        Move(VisitState.Failed, by, now);
        (On, Failure) = (on, why);
        Write(note);
    }

    public void CallOff(Actor by, DateTime now) => Move(VisitState.CalledOff, by, now);

    private void Move(VisitState to, Actor by, DateTime now)
    {
        if (!Moves.Allows(State, to, by.Kind))
            throw new RuleBroken(Rule.WrongState);
        NewMoves.Add(new StateMove(nameof(MentorVisit), Id, State.ToString(), to.ToString(), now, by));
        (State, MovedAt, MovedById) = (to, now, by.Id);
        Version++;
    }

    private void Write(string? note)
    {
        if (note is not null)
            Seal(new VisitWords { Text = note });
    }
}
