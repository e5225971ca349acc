using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Kiosks;
using WorkBridge.Matching;
using WorkBridge.Openings;
using WorkBridge.Search;
using WorkBridge.Web.Kiosk;

namespace WorkBridge.Web.Pages.Kiosk;

[Authorize(Policy = Policies.Kiosk)]
public sealed class OpeningModel(WorkBridgeDb db, ShowInterest interest, FindAlike findAlike, FindCourses findCourses, Vocabulary vocabulary) : KioskPage
{
    public Opening Opening { get; private set; } = null!;

    public string Employer { get; private set; } = "";

    /// <summary>There are others like it.</summary>
    public bool HasAlike { get; private set; }

    /// <summary>Courses open now that teach what the person who is signed in lacks for it, by title.</summary>
    public IReadOnlyList<string> Courses { get; private set; } = [];

    protected override string? Back => "/Kiosk/Openings";

    private const int MostCourses = 2;

    /// <summary>As many characters of the description as fit beside the rest without scrolling.</summary>
    public const int Most = 240;

    public string Icon => OpeningsModel.IconOf(vocabulary, Opening.TradeCode);

    public string Teaches => string.Join(", ", Opening.Teaches.Select(code =>
        vocabulary.Trade(code) is { } trade ? T(trade.Vi, trade.En) : vocabulary.Skill(code) is { } skill ? T(skill.Vi, skill.En) : null).Where(w => w is not null));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var found = await (
            from o in db.Openings.AsNoTracking()
            join e in db.Employers on o.EmployerId equals e.Id
            where o.Id == id && o.State == OpeningState.Live
            select new { Opening = o, e.Name }).SingleOrDefaultAsync(ct);
        if (found is null)
            return Redirect("/Kiosk/Openings");
        (Opening, Employer) = (found.Opening, found.Name);
        HasAlike = (await findAlike.RunAsync(id, 1, ct)).Count > 0;
        if (Here.PersonId is { } person)
            Courses = [.. (await findCourses.ForPersonAsync(person, found.Opening, ct)).Select(c => c.Title).Distinct(StringComparer.Ordinal).Take(MostCourses)];
        return Page();
    }

    /// <summary>Signed in, the officers are told; otherwise a number without a name is printed.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        Interest? shown = null;
        if (!await Try(async () => shown = await interest.RunAsync(id, Here.PersonId, Here.CommuneCode, ct)))
            return Redirect("/Kiosk/Openings");
        return Redirect(Here.PersonId is null ? $"/Kiosk/Ticket/{shown!.Id}" : "/Kiosk/Menu?told=true");
    }

    /// <summary>Long advertisements are cut at a sentence: the screen does not scroll, and the officer has the rest.</summary>
    public static string Short(string text, int most)
    {
        if (text.Length <= most)
            return text;
        var cut = text[..most];
        var stop = cut.LastIndexOfAny(['.', ';', '\n']);
        return stop > most / 2 ? cut[..(stop + 1)] : cut[..Math.Max(1, cut.LastIndexOf(' '))] + " …";
    }
}
