using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Matching;
using WorkBridge.Openings;
using WorkBridge.Returnees;
using WorkBridge.Search;
using WorkBridge.Staff;

namespace WorkBridge.Worklists;

public sealed record FoundOpening(Guid Id, string Title, string Employer, OpeningState State);

public sealed record FoundEmployer(Guid Id, string Name);

/// <summary>What a search from the desk found.</summary>
public sealed record Found(IReadOnlyList<Returnee> People, IReadOnlyList<FoundOpening> Openings, IReadOnlyList<FoundEmployer> Employers)
{
    /// <summary>People by what they can do, where the words name a trade or a skill.</summary>
    public SkilledFound Skilled { get; init; } = SkilledFound.Nothing;

    public bool Nothing => People.Count + Skilled.People.Count + Openings.Count + Employers.Count == 0;
}

/// <summary>
/// Finds people of the officer's communes by name or file number (names are opened and compared in memory, never in SQL),
/// people who agreed by what they can do, openings by words through the index, employers by name.
/// </summary>
public sealed class FindAnything(WorkBridgeDb db, CurrentUser user, IndexKeeper keeper, FindSkilled findSkilled, TimeProvider clock)
{
    /// <summary>Rows of one kind that are shown.</summary>
    public const int Most = 20;

    public async Task<Found> RunAsync(string words, CancellationToken ct)
    {
        var folded = Vietnamese.Fold(words);
        if (folded.Length < 2)
            return new Found([], [], []);
        var people = (await db.Returnees.Of(user).AsNoTracking().ToListAsync(ct))
            .Where(r => IsMeant(r, words, folded))
            .OrderBy(r => Vietnamese.Fold(r.GivenName), StringComparer.Ordinal)
            .Take(Most)
            .ToList();

        var ids = keeper.Index.SearchOpenings(words, new Scope(null, null, null), Most, clock.Today()).Select(c => c.Id).ToList();
        var openings = await (from o in db.Openings.LiveOrOf(user)
                              join e in db.Employers on o.EmployerId equals e.Id
                              where ids.Contains(o.Id)
                              select new FoundOpening(o.Id, o.Title, e.Name, o.State)).ToListAsync(ct);
        var employers = await db.Employers.Where(e => (" " + e.Folded).Contains(" " + folded)).OrderBy(e => e.Folded).Take(Most)
            .Select(e => new FoundEmployer(e.Id, e.Name)).ToListAsync(ct);
        return new Found(people, [.. openings.OrderBy(o => ids.IndexOf(o.Id))], employers)
        {
            Skilled = await findSkilled.RunAsync(words, Most, ct),
        };
    }

    /// <summary>Marks that were typed count; without marks every spelling is meant.</summary>
    private static bool IsMeant(Returnee person, string words, string folded) =>
        Vietnamese.Fold(person.Details.Name).Contains(folded, StringComparison.Ordinal)
            ? !Vietnamese.HasMarks(words) || Vietnamese.Normalise(person.Details.Name).Contains(Vietnamese.Normalise(words), StringComparison.Ordinal)
            : Vietnamese.Fold(person.Code).Contains(folded, StringComparison.Ordinal);
}
