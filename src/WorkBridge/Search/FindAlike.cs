using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Matching;
using WorkBridge.Openings;

namespace WorkBridge.Search;

/// <summary>One opening that is like another.</summary>
public sealed record OpeningAlike(Guid Id, string Title, string EmployerName, string Place);

/// <summary>For an opening: live ones of the same or a near trade, or that ask the same skills, the nearest first. Never itself.</summary>
public sealed class FindAlike(WorkBridgeDb db, IndexKeeper keeper, TimeProvider clock)
{
    private const int Candidates = 40;

    /// <summary>Empty for an opening that is not there; who may see it is the caller's to ask.</summary>
    public async Task<IReadOnlyList<OpeningAlike>> RunAsync(Guid openingId, int most, CancellationToken ct)
    {
        var ids = await IdsAsync(openingId, Candidates, ct);
        var today = clock.Today();
        var rows = await (from o in db.Openings
                          join e in db.Employers on o.EmployerId equals e.Id
                          join c in db.Communes on o.CommuneCode equals c.Code into places
                          from place in places.DefaultIfEmpty()
                          where ids.Contains(o.Id)
                          select new { o, Employer = e.Name, Place = place == null ? o.PlaceText : place.Name }).AsNoTracking().ToListAsync(ct);
        return [.. rows.Where(r => r.o.IsLive && !(r.o.ClosesOn < today)).OrderBy(r => ids.IndexOf(r.o.Id)).Take(most)
            .Select(r => new OpeningAlike(r.o.Id, r.o.Title, r.Employer, r.Place))];
    }

    /// <summary>What the index proposes, not yet looked up in the database.</summary>
    internal async Task<List<Guid>> IdsAsync(Guid openingId, int take, CancellationToken ct)
    {
        var row = await (from o in db.Openings
                         join c in db.Communes on o.CommuneCode equals c.Code into places
                         from place in places.DefaultIfEmpty()
                         where o.Id == openingId
                         select new { o, place }).AsNoTracking().SingleOrDefaultAsync(ct);
        return row is null ? [] : [.. keeper.Index.OpeningsLike(MatchFacts.Of(row.o, row.place), new Scope(), take).Select(c => c.Id)];
    }
}
