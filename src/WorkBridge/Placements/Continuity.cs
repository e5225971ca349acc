using System.Runtime.InteropServices;

namespace WorkBridge.Placements;

/// <summary>Days of work with any employer up to a day: those that are certain, and the most there can have been.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Continuity(int Certain, int Possible)
{
    /// <summary>
    /// Counts back from a check that found the person at work. Two stretches belong together when at most
    /// <paramref name="longestGap"/> days lie between them. Work with another employer that nobody saw begin is certain only
    /// where the last sight of the earlier work was no longer ago than that; otherwise it is possible and no more.
    /// </summary>
    public static Continuity UpTo(DateOnly check, IEnumerable<WorkHistory> histories, int longestGap)
    {
        var certain = new List<(DateOnly From, DateOnly To)>();
        var possible = new List<(DateOnly From, DateOnly To)>();
        foreach (var history in histories.Where(h => h.StartsOn <= check))
        {
            certain.AddRange(Seen(history, check, longestGap));
            possible.AddRange(Whole(history, check));
        }

        return new Continuity(LengthTo(check, certain, longestGap), LengthTo(check, possible, longestGap));
    }

    /// <summary>Stretches without a doubt.</summary>
    private static IEnumerable<(DateOnly From, DateOnly To)> Seen(WorkHistory history, DateOnly check, int longestGap)
    {
        if (history.EndedOn is { } ended && ended <= check && !history.Sights.Any(s => s.On <= check && !s.SameEmployer))
        {
            yield return (history.StartsOn, ended);
            yield break;
        }

        var from = history.StartsOn;
        var to = history.StartsOn;
        foreach (var sight in history.Sights.Where(s => s.On >= history.StartsOn && s.On <= check).OrderBy(s => s.On))
        {
            if (!sight.SameEmployer && sight.On.DayNumber - to.DayNumber > longestGap)
            {
                yield return (from, to);
                from = sight.On;
            }

            to = sight.On;
        }

        yield return (from, to);
    }

    private static IEnumerable<(DateOnly From, DateOnly To)> Whole(WorkHistory history, DateOnly check)
    {
        var last = history.EndedOn is { } ended && ended < check
            ? ended
            : history.Sights.Where(s => s.On <= check).Select(s => (DateOnly?)s.On).Max() ?? history.StartsOn;
        yield return (history.StartsOn, last);
    }

    private static int LengthTo(DateOnly check, List<(DateOnly From, DateOnly To)> stretches, int longestGap)
    {
        var begin = check;
        foreach (var (from, to) in stretches.OrderByDescending(s => s.To).ThenByDescending(s => s.From))
        {
            if (begin.DayNumber - to.DayNumber > longestGap)
                break;
            if (from < begin)
                begin = from;
        }

        return check.DayNumber - begin.DayNumber;
    }
}

/// <summary>One placement as continuity reads it: its dates and the checks that found the person at work.</summary>
public sealed record WorkHistory(DateOnly StartsOn, DateOnly? EndedOn, IReadOnlyList<WorkSight> Sights)
{
    public static WorkHistory Of(Placement placement, IEnumerable<FollowUp> followUps) => new(
        placement.StartsOn,
        placement.EndedOn,
        [.. followUps.Where(f => f.PlacementId == placement.Id && f is { Reached: true, Working: Answer.Yes }).Select(f => new WorkSight(f.On, f.SameEmployer == Answer.Yes))]);
}

/// <summary>A day on which the person was at work, and whether surely with the employer of the placement.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct WorkSight(DateOnly On, bool SameEmployer);
