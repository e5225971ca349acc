namespace WorkBridge.Placements;

/// <summary>
/// What the employer and the person's side (the person, or whoever spoke to the person) said last about work with this employer,
/// and whether the two can both be true. Pure.
/// </summary>
public sealed record TwoSides(FollowUp? Employer, FollowUp? Person)
{
    public static TwoSides Of(IEnumerable<FollowUp> followUps)
    {
        var said = followUps.Where(f => Claims(f) is not null).OrderBy(f => f.RecordedAt).ThenBy(f => f.Id).ToList();
        return new(said.FindLast(f => f.Way == FollowUpWay.Employer), said.FindLast(f => f.Way != FollowUpWay.Employer));
    }

    /// <summary>
    /// True where one says the person is there and the other says not, of the same time, and no officer has looked into it since.
    /// Somebody seen at work before the other side's last day has contradicted nobody.
    /// </summary>
    public bool Differ
    {
        get
        {
            if (Employer is null || Person is null || Claims(Employer) == Claims(Person))
                return false;
            var (there, gone) = Claims(Employer) == true ? (Employer, Person) : (Person, Employer);
            return SameTime(there, gone) && !IsSettled;
        }
    }

    /// <summary>The employer or the person says the work has ended, and nobody has said otherwise or recorded the end since.</summary>
    public FollowUp? SaidGone => Latest is { } last && Claims(last) == false && !IsOfOfficer(last) ? last : null;

    /// <summary>
    /// What a check says of work, seen with what the other side said: unknown where the two differ, and unknown of an employer's
    /// "has left" alone, which says nothing of other work.
    /// </summary>
    public Answer WorkingAt(FollowUp check) => Differ || (check is { Way: FollowUpWay.Employer, Working: Answer.No } && !IsOfOfficer(check)) ? Answer.Unknown : check.Working;

    private FollowUp? Latest => (Employer, Person) switch
    {
        (null, var person) => person,
        (var employer, null) => employer,
        var (employer, person) => employer.RecordedAt > person.RecordedAt ? employer : person,
    };

    private bool IsSettled => Latest is { Way: not FollowUpWay.Employer } last && IsOfOfficer(last);

    private static bool IsOfOfficer(FollowUp check) => check.ByKind is ActorKind.Officer;

    private static bool SameTime(FollowUp there, FollowUp gone) =>
        gone.LastDay is { } lastDay ? there.On > lastDay : there.On >= gone.On || (there.Step is { } step && step == gone.Step);

    /// <summary>Whether a check says that the person is with this employer; null where it says neither.</summary>
    private static bool? Claims(FollowUp check) => (check.Reached, check.Working, check.SameEmployer) switch
    {
        (false, _, _) => null,
        (_, Answer.No, _) or (_, Answer.Yes, Answer.No) => false,
        (_, Answer.Yes, Answer.Yes) => true,
        _ => null,
    };
}
