using System.Runtime.InteropServices;
using WorkBridge.Returnees;

namespace WorkBridge.Placements;

/// <summary>What an outcome said on a day.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Said(WorkState Result, DateOnly On);

/// <summary>
/// Whether a placement lasted, for learning, pure. Stable work lasted, also when it ended later. Work that is not stable yet
/// has not failed: it says nothing before the longest term of the rule has passed, nor does what ended as planned, for a
/// better job or for training.
/// </summary>
public static class Lasted
{
    /// <summary>True, false, or null where nobody can say yet.</summary>
    /// <param name="placement">State, first day and reason of the end.</param>
    /// <param name="said">Its outcomes, oldest first.</param>
    /// <param name="longest">Days after which unstable work counts as work that did not last (<see cref="StabilityTerms.DaysWithoutPaper"/>).</param>
    public static bool? Of(Begun placement, IEnumerable<Said> said, int longest)
    {
        var known = said.Where(s => s.Result != WorkState.Unknown).ToList();
        if (known.Count == 0 || placement.EndReason == EndReason.NeverBegan)
            return null;
        if (known[^1].Result == WorkState.Stable)
            return true;
        if (known[^1].Result == WorkState.Unstable && known[^1].On >= placement.StartsOn.AddDays(longest))
            return false;
        if (!placement.Ended && known[^1].Result != WorkState.None)
            return null;
        if (known.LastOrDefault(s => s.Result != WorkState.None) is { Result: WorkState.Stable, On: var on } && on != default)
            return true;
        return placement.EndReason is EndReason.PlannedEnd or EndReason.BetterJob or EndReason.Training ? null : false;
    }
}

/// <summary>What is asked of a placement to say whether it lasted.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Begun(DateOnly StartsOn, bool Ended, EndReason? EndReason);
