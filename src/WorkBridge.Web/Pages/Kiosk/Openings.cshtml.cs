using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Employers;
using WorkBridge.Matching;
using WorkBridge.Openings;
using WorkBridge.Search;
using WorkBridge.Web.Kiosk;

namespace WorkBridge.Web.Pages.Kiosk;

/// <summary>Live openings of this commune first, then of its province; four a page.</summary>
[Authorize(Policy = Policies.Kiosk)]
public sealed class OpeningsModel(WorkBridgeDb db, FindAlike findAlike, Vocabulary vocabulary) : KioskPage
{
    public const int PerPage = 4;

    private const int MostAlike = 20;

    /// <summary>Titles of more characters than this take two lines of a card, in smaller letters.</summary>
    public const int OneLine = 28;

    public bool Training { get; private set; }

    public int Jobs { get; private set; }

    public int Courses { get; private set; }

    public int P { get; private set; } = 1;

    public int Pages { get; private set; }

    public IReadOnlyList<OpeningLine> Lines { get; private set; } = [];

    /// <summary>The title of the opening that all shown are like; null for the whole list.</summary>
    public string? Like { get; private set; }

    public async Task OnGetAsync(string? tab, [FromQuery] int p, Guid? like, CancellationToken ct)
    {
        Training = tab == "training";
        var (commune, province) = (Here.CommuneCode, Here.ProvinceCode);
        var near = db.Openings.Where(o => o.State == OpeningState.Live && db.Employers.Any(e => e.Id == o.EmployerId && e.State == EmployerState.Approved)
            && (o.CommuneCode == commune || o.OwnerCommuneCode == commune || o.ProvinceCode == province || db.Communes.Any(c => c.Code == o.OwnerCommuneCode && c.ProvinceCode == province)));
        var alike = new List<Guid>();
        if (like is { } one && await db.Openings.Where(o => o.Id == one && o.State == OpeningState.Live).Select(o => new { o.Title, o.Kind }).SingleOrDefaultAsync(ct) is { } liked)
        {
            (Like, Training) = (liked.Title, liked.Kind == OpeningKind.Training);
            alike = [.. (await findAlike.RunAsync(one, MostAlike, ct)).Select(a => a.Id)];
            near = near.Where(o => alike.Contains(o.Id));
        }
        Courses = await near.CountAsync(o => o.Kind == OpeningKind.Training, ct);
        Jobs = await near.CountAsync(o => o.Kind != OpeningKind.Training, ct);
        Pages = Math.Max(1, ((Training ? Courses : Jobs) + PerPage - 1) / PerPage);
        P = Math.Clamp(p, 1, Pages);
        var rows = await (
            from o in near
            join e in db.Employers on o.EmployerId equals e.Id
            where (o.Kind == OpeningKind.Training) == Training
            orderby o.CommuneCode == commune || o.OwnerCommuneCode == commune descending, o.LiveAt descending, o.Id
            join c in db.Communes on o.CommuneCode equals c.Code into places
            from c in places.DefaultIfEmpty()
            select new
            {
                o.Id, o.Title, o.TradeCode, o.Kind, o.PayMin, o.PayMax, o.PlaceText, o.HoursText, o.Shifts, Employer = e.Name,
                Commune = c == null ? null : c.Name,
                Latitude = o.Latitude ?? (c == null ? null : c.Latitude),
                Longitude = o.Longitude ?? (c == null ? null : c.Longitude),
            })
            .Skip((P - 1) * PerPage).Take(PerPage).ToListAsync(ct);
        var here = (await db.Communes.AsNoTracking().SingleAsync(c => c.Code == commune, ct)).Point;
        Lines = [.. rows.Select(o => new OpeningLine(
            o.Id,
            IconOf(vocabulary, o.TradeCode),
            o.Title,
            o.Kind == OpeningKind.Training && o.PayMin is null && o.PayMax is null ? null : Show.Pay(o.PayMin, o.PayMax),
            o.HoursText ?? ProfileModel.Of(o.Shifts),
            o.Commune is { } name ? char.ToLowerInvariant(name[0]) + name[1..] : o.PlaceText,
            here is { } from && o is { Latitude: { } latitude, Longitude: { } longitude } ? (int)Math.Ceiling(from.KilometresTo(new GeoPoint(latitude, longitude))) : null,
            o.Employer))];
    }

    public static string IconOf(Vocabulary vocabulary, string? tradeCode) =>
        tradeCode is { } code && vocabulary.Trade(code) is { } trade ? trade.Icon : "tools";
}

/// <summary>One card. Kilometres only where both the screen's place and the opening's are known.</summary>
public sealed record OpeningLine(Guid Id, string Icon, string Title, string? Pay, string Hours, string Place, int? Kilometres, string Employer);
