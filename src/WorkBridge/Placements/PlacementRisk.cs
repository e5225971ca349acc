namespace WorkBridge.Placements;

public enum Risk
{
    MissedCheck,
    ShortMonth,
}

/// <summary>What makes a running placement "at risk": a check that was missed, or a short month at the last one.</summary>
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
        return risks;
    }
}
