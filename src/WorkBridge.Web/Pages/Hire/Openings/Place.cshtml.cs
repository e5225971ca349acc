using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkBridge.Communes;
using WorkBridge.Data;
using WorkBridge.Matching;
using WorkBridge.Openings;
using WorkBridge.Staff;
using WorkBridge.Web.Forms;
using WorkBridge.Web.Pages.Openings;
using WorkBridge.Web.TagHelpers;

namespace WorkBridge.Web.Pages.Hire.Openings;

/// <summary>Where and when. The commune is typed by its name of today or of before; where several could be meant they are offered.</summary>
[Authorize(Policy = Policies.Contact)]
public sealed class PlaceModel(WorkBridgeDb db, WriteOpening write, FindCommunes find, CurrentUser user, TimeProvider clock) : WritePage(db, write, user, clock)
{
    private const int Offered = 6;

    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <summary>The communes that could be meant; empty while one is clear.</summary>
    public IReadOnlyList<ChoiceView> Communes { get; private set; } = [];

    public IReadOnlyList<string> Licences { get; private set; } = [];

    public sealed class Fields
    {
        public string? PlaceText { get; set; }

        /// <summary>What was typed.</summary>
        [Longest(120)]
        public string? Commune { get; set; }

        /// <summary>What was chosen among those offered.</summary>
        public string? CommuneCode { get; set; }

        public List<Shifts> Shifts { get; set; } = [];

        public string? HoursText { get; set; }

        public DateOnly? StartsOn { get; set; }

        public DateOnly? ClosesOn { get; set; }

        public bool LodgingOffered { get; set; }

        public List<string> Licences { get; set; } = [];

        public List<string> Papers { get; set; } = [];
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } elsewhere)
            return elsewhere;
        Input = new Fields
        {
            PlaceText = Said.PlaceText,
            Commune = (CommuneList.Default.Find(Said.CommuneCode) ?? EmployerCommune)?.FullName,
            Shifts = [.. OpeningText.Each(Said.Shifts)],
            HoursText = Said.HoursText,
            StartsOn = Said.StartsOn,
            ClosesOn = Said.ClosesOn,
            LodgingOffered = Said.LodgingOffered,
            Licences = [.. Said.Licences],
            Papers = [.. Said.Papers],
        };
        Licences = LicencesOfTrade();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? then, CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } elsewhere)
            return elsewhere;
        Licences = LicencesOfTrade();
        var commune = await MeantAsync(then == "later", ct);
        return await SaveAsync(OpeningPart.Place, said => Rewrite(said, commune), then, Next, ct) ?? Page();
    }

    private IActionResult Next(Guid id) => RedirectToPage(Said.Kind == OpeningKind.Training ? "/Hire/Openings/Teaching" : "/Hire/Openings/Check", new { id });

    private OpeningContent Rewrite(OpeningContent said, ListedCommune? commune) => said with
    {
        PlaceText = Input.PlaceText ?? "",
        CommuneCode = commune?.Code,
        ProvinceCode = commune?.ProvinceCode,
        Latitude = commune?.Code == said.CommuneCode ? said.Latitude : null,
        Longitude = commune?.Code == said.CommuneCode ? said.Longitude : null,
        Shifts = Input.Shifts.Aggregate(Shifts.None, (all, one) => all | one) & Shifts.Any,
        HoursText = string.IsNullOrWhiteSpace(Input.HoursText) ? null : Vietnamese.Tidy(Input.HoursText),
        StartsOn = Input.StartsOn,
        ClosesOn = Input.ClosesOn,
        LodgingOffered = Input.LodgingOffered,
        Licences = [.. Licences.Intersect(Input.Licences)],
        Papers = [.. OpeningLook.Papers.Select(p => p.Value).Intersect(Input.Papers)],
    };

    /// <summary>The one commune that is meant; where it is not clear it is asked back, also before a draft is left, for a draft keeps no half a name.</summary>
    private async Task<ListedCommune?> MeantAsync(bool later, CancellationToken ct)
    {
        var list = CommuneList.Default;
        if (list.Find(Input.CommuneCode) is { } chosen && list.Search(Input.Commune, Offered).Any(f => f.Commune.Code == chosen.Code))
            return chosen;
        if (list.Only(Input.Commune, EmployerCommune?.ProvinceCode) is { } only)
            return only;
        if (later && string.IsNullOrWhiteSpace(Input.Commune))
            return null;
        var found = await find.RunAsync(Input.Commune, Offered, ct);
        Communes = [.. found.Select(f => new ChoiceView(f.Code, f.FullName, f.OldName is null ? null : T($"trước đây: {f.OldName}", $"formerly {f.OldName}")))];
        ModelState.AddModelError(found.Count > 0 ? "Input.CommuneCode" : "Input.Commune", found.Count > 0
            ? T("Chọn xã, phường đúng", "Choose the right commune")
            : T("Không thấy xã, phường này. Gõ tên xã, phường, thêm tên tỉnh nếu cần.", "No such commune. Type its name, and the province if needed."));
        return null;
    }

    private IReadOnlyList<string> LicencesOfTrade() => Said.TradeCode is { } code && Vocabulary.Default.Trade(code) is { } trade ? trade.Licences : [];
}
