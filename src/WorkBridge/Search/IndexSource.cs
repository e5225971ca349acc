using Microsoft.EntityFrameworkCore;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Matching;
using WorkBridge.Openings;

namespace WorkBridge.Search;

/// <summary>What ought to be in the index, read from the database: profiles with standing consent and live openings.</summary>
public sealed class IndexSource(WorkBridgeDb db, TimeProvider clock)
{
    private const int Batch = 500;

    /// <summary>The profiles among <paramref name="ids"/> that ought to be in the index today.</summary>
    public async Task<List<ProfileFacts>> ProfilesAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var rows = await (from profile in db.SkillProfiles
                          join person in db.Returnees.MayBeMatched(db, clock.Today()) on profile.ReturneeId equals person.Id
                          join commune in db.Communes on person.CommuneCode equals commune.Code
                          where ids.Contains(profile.ReturneeId)
                          select new { profile, person, commune }).AsNoTracking().ToListAsync(ct);
        return rows.ConvertAll(row => MatchFacts.Of(row.profile, row.commune));
    }

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

    /// <summary>Every profile that ought to be there, batch by batch.</summary>
    public async Task<List<ProfileFacts>> AllProfilesAsync(CancellationToken ct)
    {
        var all = new List<ProfileFacts>();
        foreach (var ids in (await AllProfileIdsAsync(ct)).Chunk(Batch))
            all.AddRange(await ProfilesAsync(ids, ct));
        return all;
    }

    public async Task<List<OpeningFacts>> AllOpeningsAsync(CancellationToken ct)
    {
        var all = new List<OpeningFacts>();
        foreach (var ids in (await AllOpeningIdsAsync(ct)).Chunk(Batch))
            all.AddRange(await OpeningsAsync(ids, ct));
        return all;
    }
}
