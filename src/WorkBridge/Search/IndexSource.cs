using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Matching;
using WorkBridge.Openings;
using WorkBridge.Returnees;

namespace WorkBridge.Search;

/// <summary>What ought to be in the index, read from the database: profiles with standing consent and live openings.</summary>
public sealed class IndexSource(WorkBridgeDb db, TimeProvider clock)
{
    private const int Batch = 500;

    /// <summary>The profiles among <paramref name="ids"/> that ought to be in the index today.</summary>
    public async Task<List<ProfileFacts>> ProfilesAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        await Profiles(db.Returnees.Where(r => ids.Contains(r.Id))).ToListAsync(ct);

    /// <summary>The openings among <paramref name="ids"/> that are live.</summary>
    public async Task<List<OpeningFacts>> OpeningsAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var rows = await (from opening in db.Openings
                          join commune in db.Communes on opening.CommuneCode equals commune.Code into places
                          from place in places.DefaultIfEmpty()
                          where ids.Contains(opening.Id) && opening.State == OpeningState.Live
                          select new { opening, place }).AsNoTracking().ToListAsync(ct);
        return rows.ConvertAll(row => MatchFacts.Of(row.opening, row.place));
    }

    public Task<List<Guid>> AllProfileIdsAsync(CancellationToken ct) =>
        db.Returnees.MayBeMatched(db, clock.Today()).Where(r => db.SkillProfiles.Any(p => p.ReturneeId == r.Id)).OrderBy(r => r.CommuneCode).ThenBy(r => r.Id).Select(r => r.Id).ToListAsync(ct);

    public Task<List<Guid>> AllOpeningIdsAsync(CancellationToken ct) =>
        db.Openings.Where(o => o.State == OpeningState.Live).OrderBy(o => o.OwnerCommuneCode).ThenBy(o => o.Id).Select(o => o.Id).ToListAsync(ct);

    public async Task<long> LastChangeAsync(CancellationToken ct) => await db.IndexChanges.MaxAsync(c => (long?)c.Id, ct) ?? 0;

    /// <summary>What was changed after a change: somebody is about to follow it.</summary>
    public async Task<HashSet<Guid>> ChangedSinceAsync(long change, CancellationToken ct) =>
        [.. await db.IndexChanges.Where(c => c.Id > change).Select(c => c.EntityId).Distinct().ToListAsync(ct)];

    /// <summary>Every profile that ought to be there, commune by commune, read as they are asked for: a whole country is never in memory.</summary>
    public async IAsyncEnumerable<ProfileFacts> AllProfilesAsync([EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var commune in await db.Returnees.Select(r => r.CommuneCode).Distinct().OrderBy(c => c).ToListAsync(ct))
        {
            await foreach (var facts in Profiles(db.Returnees.Where(r => r.CommuneCode == commune)).WithCancellation(ct))
                yield return facts;
        }
    }

    public async Task<List<OpeningFacts>> AllOpeningsAsync(CancellationToken ct)
    {
        var all = new List<OpeningFacts>();
        foreach (var ids in (await AllOpeningIdsAsync(ct)).Chunk(Batch))
            all.AddRange(await OpeningsAsync(ids, ct));
        return all;
    }

    private IAsyncEnumerable<ProfileFacts> Profiles(IQueryable<Returnee> people) =>
        (from person in people.MayBeMatched(db, clock.Today())
         join profile in db.SkillProfiles on person.Id equals profile.ReturneeId
         join commune in db.Communes on person.CommuneCode equals commune.Code
         select new { profile, commune }).AsNoTracking().AsAsyncEnumerable().Select(row => MatchFacts.Of(row.profile, row.commune));
}
