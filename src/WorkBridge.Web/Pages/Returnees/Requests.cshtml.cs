using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Audit;
using WorkBridge.Data;
using WorkBridge.Requests;
using WorkBridge.Returnees;
using WorkBridge.Staff;
using WorkBridge.Web.TagHelpers;

namespace WorkBridge.Web.Pages.Returnees;

/// <summary>What a person asked about the own data, and a new request written down for that person.</summary>
[Authorize(Policy = Policies.Officer)]
public sealed class RequestsModel(WorkBridgeDb db, ReceiveRequest receive, LiftRestriction lift, RequestRules rules, ReadingLog readings, CurrentUser user, TimeProvider clock) : PageBase
{
    [BindProperty]
    public Typed Input { get; set; } = new();

    public Returnee Person { get; private set; } = null!;

    public IReadOnlyList<DataRequest> Made { get; private set; } = [];

    /// <summary>What the person had stopped and nobody has lifted.</summary>
    public IReadOnlyList<Restriction> Stopped { get; private set; } = [];

    public static IReadOnlyList<SelectListItem> Scopes => [.. new[] { RequestScope.Matching, RequestScope.Statistics }.Select(s => new SelectListItem(RightsText.Objection(s).ToString(), s.ToString()))];

    public DateOnly Today => clock.Today();

    public RequestTerms Terms => rules.On(Today);

    public static IReadOnlyList<ChoiceView> Kinds => [.. Enum.GetValues<RequestKind>().Select(kind => new ChoiceView(kind.ToString(), RequestText.Of(kind).ToString()))];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        Guid? request = null;
        if (ModelState.IsValid && await Try(async () => request = await receive.RunAsync(id, Input.Kind, Input.Scope, Input.Asked, ct)))
        {
            Say("Đã ghi yêu cầu.", "The request is written down.");
            return Redirect($"/Returnees/Requests/{request}");
        }

        return await LoadAsync(id, ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostLiftAsync(Guid id, CancellationToken ct)
    {
        if (!await db.Returnees.Of(user).AnyAsync(r => r.Id == id, ct))
            return NotFound();
        if (ModelState.IsValid && await Try(() => lift.RunAsync(Input.Restriction ?? Guid.Empty, Input.Version, Input.WhyLifted, ct)))
        {
            Say("Hồ sơ được dùng lại.", "The file may be used again.");
            return Redirect($"/Returnees/{id}/Requests");
        }

        return await LoadAsync(id, ct) ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await db.Returnees.Of(user).AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct) is not { } person)
            return false;
        Person = person;
        Made = await db.DataRequests.Of(user).AsNoTracking().Where(r => r.ReturneeId == id).OrderByDescending(r => r.ReceivedAt).ToListAsync(ct);
        Stopped = await db.Restrictions.AsNoTracking().Where(x => x.ReturneeId == id && x.LiftedAt == null).OrderBy(x => x.Since).ToListAsync(ct);
        await readings.OpenedAsync(id, "Returnees/Requests");
        return true;
    }

    public sealed class Typed
    {
        public RequestKind? Kind { get; set; }

        public string? Asked { get; set; }

        public RequestScope? Scope { get; set; }

        public Guid? Restriction { get; set; }

        public int? Version { get; set; }

        public string? WhyLifted { get; set; }
    }
}
