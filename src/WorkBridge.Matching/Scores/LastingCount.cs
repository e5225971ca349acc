namespace WorkBridge.Matching;

/// <summary>One placement whose outcome is known: the finest cell of its work, whose it was (to count people, not to name them), whether it lasted.</summary>
public sealed record KnownOutcome(LastingCell Cell, Guid Person, bool Lasted);

/// <summary>How many placements of a kind of work have a known outcome, and how many of them lasted.</summary>
public sealed record LastingCount(LastingCell Cell, int Known, int Lasted)
{
    /// <summary>
    /// Counts outcomes in every cell of their ladders. A cell with fewer than <paramref name="leastPeople"/> different people
    /// is left out: what one or two people did is not a pattern, and nobody shall read it off.
    /// </summary>
    public static IReadOnlyList<LastingCount> Of(IEnumerable<KnownOutcome> outcomes, int leastPeople)
    {
        var cells = new Dictionary<LastingCell, (HashSet<Guid> People, int Known, int Lasted)>();
        foreach (var outcome in outcomes)
        {
            foreach (var cell in outcome.Cell.Ladder())
            {
                var (people, known, lasted) = cells.GetValueOrDefault(cell, ([], 0, 0));
                people.Add(outcome.Person);
                cells[cell] = (people, known + 1, lasted + (outcome.Lasted ? 1 : 0));
            }
        }
        return [.. cells.Where(c => c.Value.People.Count >= leastPeople).Select(c => new LastingCount(c.Key, c.Value.Known, c.Value.Lasted))];
    }
}
