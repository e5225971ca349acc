namespace WorkBridge.Placements;

public enum StepState
{
    /// <summary>Answered by a check.</summary>
    Done,

    /// <summary>Due today or earlier, and nobody was reached yet.</summary>
    Due,

    /// <summary>Never answered, and a later step has taken its place.</summary>
    Missed,

    /// <summary>Still to come.</summary>
    Coming,

    /// <summary>Will not come: the work has ended.</summary>
    Off,
}

/// <summary>One step of the ladder of follow-ups: days after the start, the day it falls on, how it stands, and the check that answered it.</summary>
public sealed record FollowUpStep(int Days, DateOnly On, StepState State, FollowUp? Answer)
{
    /// <summary>Whole days past the day it fell on; 0 on that day.</summary>
    public int DaysLate(DateOnly today) => State == StepState.Due ? today.DayNumber - On.DayNumber : 0;
}

/// <summary>Which follow-ups of a placement are due. Pure: the day comes in.</summary>
public static class FollowUpsDue
{
    /// <summary>All steps in order. At most one is due: the last that fell due, unless it or a later one was answered.</summary>
    public static IReadOnlyList<FollowUpStep> For(Placement placement, IReadOnlyCollection<FollowUp> followUps, DateOnly today)
    {
        var answers = followUps
            .Where(f => f is { Reached: true, Step: not null })
            .GroupBy(f => f.Step!.Value)
            .ToDictionary(g => g.Key, g => g.OrderBy(f => f.RecordedAt).Last());
        var lastAnswered = answers.Keys.DefaultIfEmpty(0).Max();
        var lastFallen = FollowUp.Ladder.Where(days => placement.StartsOn.AddDays(days) <= today).DefaultIfEmpty(0).Max();
        return
        [
            .. FollowUp.Ladder.Select(days => new FollowUpStep(days, placement.StartsOn.AddDays(days), StateOf(days), answers.GetValueOrDefault(days))),
        ];

        StepState StateOf(int days)
        {
            if (answers.ContainsKey(days))
                return StepState.Done;
            if (days < lastAnswered)
                return StepState.Missed;
            if (placement.State == PlacementState.Ended)
                return StepState.Off;
            return days == lastFallen ? StepState.Due : days < lastFallen ? StepState.Missed : StepState.Coming;
        }
    }

    /// <summary>The step that is due, or null.</summary>
    public static FollowUpStep? Current(Placement placement, IReadOnlyCollection<FollowUp> followUps, DateOnly today) =>
        For(placement, followUps, today).FirstOrDefault(s => s.State == StepState.Due);

    /// <summary>The next step to come, or null.</summary>
    public static FollowUpStep? Next(Placement placement, IReadOnlyCollection<FollowUp> followUps, DateOnly today) =>
        For(placement, followUps, today).FirstOrDefault(s => s.State == StepState.Coming);
}
