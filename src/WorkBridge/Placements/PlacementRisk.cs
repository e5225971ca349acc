namespace WorkBridge.Placements;

public enum Risk
{
    MissedCheck,
    ShortMonth,

    /// <summary>Employer and person say different things, and no officer has looked into it.</summary>
    SidesDiffer,

    /// <summary>The employer or the person says the work is over, and no end was recorded.</summary>
    SaidToHaveLeft,

    FindsItHard,
    AsksForCall,
}

/// <summary>
/// What makes a running placement "at risk": a check that was missed, a short month at the last one, sides that differ, an end that
/// was said and not recorded, or what the person said at a screen. What was said counts until an officer has looked into it.
/// </summary>
public static class PlacementRisk
{
    /// <summary>Days a check may be late before it counts as missed.</summary>
    public const int DaysLate = 7;

    public static IReadOnlyList<Risk> Of(Placement placement, IReadOnlyCollection<FollowUp> followUps, StabilityTerms terms, DateOnly today)
    {
        if (placement.State == PlacementState.Ended)
            return [];
        var risks = new List<Risk>();
        if (FollowUpsDue.Current(placement, followUps, today)?.DaysLate(today) > DaysLate)
            risks.Add(Risk.MissedCheck);
        var last = followUps.Where(f => f is { Reached: true, Working: Answer.Yes }).OrderBy(f => f.On).LastOrDefault();
        if (last is not null && (last.DaysPerMonth < terms.DaysPerMonth || last.HoursPerWeek < terms.HoursPerWeek)
            && !(last.DaysPerMonth >= terms.DaysPerMonth || last.HoursPerWeek >= terms.HoursPerWeek))
            risks.Add(Risk.ShortMonth);
        risks.AddRange(Heard(placement, followUps));
        return risks;
    }

    /// <summary>What employer or person said that needs an officer, and no officer has looked into yet.</summary>
    public static IReadOnlyList<Risk> Heard(Placement placement, IReadOnlyCollection<FollowUp> followUps)
    {
        if (placement.State == PlacementState.Ended)
            return [];
        var risks = new List<Risk>();
        var sides = TwoSides.Of(followUps);
        if (sides.Differ)
            risks.Add(Risk.SidesDiffer);
        else if (sides.SaidGone is not null)
            risks.Add(Risk.SaidToHaveLeft);
        if (OwnWords(followUps) is { } own)
        {
            if (own.Going == Going.Hard)
                risks.Add(Risk.FindsItHard);
            if (own.WantsCall == true)
                risks.Add(Risk.AsksForCall);
        }

        return risks;
    }

    /// <summary>What the person said last at a screen, until an officer has reached somebody since.</summary>
    private static FollowUp? OwnWords(IEnumerable<FollowUp> followUps) =>
        followUps.Where(f => f.Reached && (f.Way == FollowUpWay.Person || (f.ByKind == ActorKind.Officer && f.Way != FollowUpWay.Employer)))
            .OrderBy(f => f.RecordedAt).LastOrDefault() is { Way: FollowUpWay.Person } own ? own : null;
}
