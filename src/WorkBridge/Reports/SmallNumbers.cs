using WorkBridge.Returnees;

namespace WorkBridge.Reports;

/// <summary>One commune, or all of them together, as somebody outside may read it; null where the numbers are hidden.</summary>
public sealed record EmploymentLine(string CommuneCode, EmploymentCounts? Everyone, EmploymentCounts? InProgramme);

/// <summary>
/// What of a table of communes may leave them: no number of one to four people, and none that sums and differences of the
/// shown ones give away. Pure. Both cuts are guarded together, because their difference counts those who have left the programme.
/// A zero is shown: it counts nobody.
/// </summary>
public static class SmallNumbers
{
    /// <summary>The least number of people that is shown outside a commune (product brief, rule 4).</summary>
    public const int Least = 5;

    /// <summary>The sum of all communes; each cut is null where it, or the difference of the two, holds a small number.</summary>
    public static EmploymentLine Total(IReadOnlyCollection<CommuneEmployment> communes)
    {
        var (everyone, inProgramme) = Sum(communes);
        return new("", Safe(everyone) ? everyone : null, Safe(everyone, inProgramme) ? inProgramme : null);
    }

    /// <summary>
    /// The communes in the order given. Where the total less the shown lines would give a small number away, or stand for
    /// one hidden commune alone, further lines are hidden, the smallest first.
    /// </summary>
    public static IReadOnlyList<EmploymentLine> Lines(IReadOnlyList<CommuneEmployment> communes)
    {
        var everyone = communes.Where(c => !Safe(c.Everybody)).ToHashSet();
        Grow(everyone, communes, hidden => Safe(hidden.Everyone));
        var inProgramme = communes.Where(c => everyone.Contains(c) || !Safe(c.Everybody, c.InProgramme)).ToHashSet();
        Grow(inProgramme, communes, hidden => Safe(hidden.InProgramme) && Safe(hidden.Everyone - hidden.InProgramme));
        return [.. communes.Select(c => new EmploymentLine(c.CommuneCode, everyone.Contains(c) ? null : c.Everybody, inProgramme.Contains(c) ? null : c.InProgramme))];
    }

    /// <summary>Whether every part is nobody or at least <see cref="Least"/> people.</summary>
    public static bool Safe(EmploymentCounts counts) =>
        Safe(counts.Stable) && Safe(counts.Unstable) && Safe(counts.None) && Safe(counts.Unknown);

    public static bool Safe(int people) => people is 0 or >= Least;

    private static bool Safe(EmploymentCounts everyone, EmploymentCounts inProgramme) =>
        Safe(everyone) && Safe(inProgramme) && Safe(everyone - inProgramme);

    private static void Grow(HashSet<CommuneEmployment> hidden, IReadOnlyList<CommuneEmployment> all, Func<(EmploymentCounts Everyone, EmploymentCounts InProgramme), bool> safe)
    {
        var next = new Queue<CommuneEmployment>(all.Where(c => !hidden.Contains(c) && c.Everybody.Total > 0).OrderBy(c => c.Everybody.Total));
        while (hidden.Count > 0 && (hidden.Count(c => c.Everybody.Total > 0) == 1 || !safe(Sum(hidden))) && next.TryDequeue(out var more))
            hidden.Add(more);
    }

    private static (EmploymentCounts Everyone, EmploymentCounts InProgramme) Sum(IEnumerable<CommuneEmployment> communes) =>
        communes.Aggregate((EmploymentCounts.Empty, EmploymentCounts.Empty), (sum, c) => (sum.Item1 + c.Everybody, sum.Item2 + c.InProgramme));
}
