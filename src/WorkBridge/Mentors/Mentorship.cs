namespace WorkBridge.Mentors;

/// <summary>
/// Somebody of the commune (veterans, union, village head) goes along with a person for a time. One that has not ended for a person; ending keeps it. What
/// the mentor may see follows from the person's consent (<see cref="MentorQueries.Agreed"/>), never from this row alone.
/// </summary>
public sealed class Mentorship : IMoving
{
    private Mentorship()
    {
    }

    public Guid Id { get; private set; } = Guid.NewGuid();

    public Guid ReturneeId { get; private set; }

    public string CommuneCode { get; private set; } = "";

    /// <summary>The account of the mentor.</summary>
    public Guid MentorId { get; private set; }

    /// <summary>The first day that is covered.</summary>
    public DateOnly From { get; private set; }

    /// <summary>The last day that is covered; null while none is set.</summary>
    public DateOnly? Until { get; private set; }

    public Guid? AssignedById { get; private set; }

    public DateTime AssignedAt { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public int Version { get; private set; }

    public List<StateMove> NewMoves { get; } = [];

    public bool Covers(DateOnly day) => EndedAt is null && From <= day && (Until is null || day <= Until);

    public static Mentorship Assign(Guid returneeId, string communeCode, Guid mentorId, DateOnly from, DateOnly? until, Actor by, DateTime now)
    {
        var mentorship = new Mentorship { ReturneeId = returneeId, CommuneCode = communeCode, MentorId = mentorId, From = from, Until = until, AssignedById = by.Id, AssignedAt = now };
        mentorship.NewMoves.Add(new StateMove(nameof(Mentorship), mentorship.Id, null, "Assigned", now, by));
        return mentorship;
    }

    public void End(Actor by, DateTime now)
    {
        if (EndedAt is not null)
            throw new RuleBroken(Rule.WrongState);
        NewMoves.Add(new StateMove(nameof(Mentorship), Id, "Assigned", "Ended", now, by));
        EndedAt = now;
        Version++;
    }
}
