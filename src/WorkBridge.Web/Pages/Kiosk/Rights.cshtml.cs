using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Holidays;
using WorkBridge.Requests;
using WorkBridge.Web.Kiosk;

namespace WorkBridge.Web.Pages.Kiosk;

/// <summary>What the law lets a person ask about the own data: one question a page, how long it takes, and where it stands once asked.</summary>
[Authorize(Policy = Policies.KioskPerson)]
public sealed class RightsModel(WorkBridgeDb db, ReceiveRequest receive, RequestRules rules, HolidayCalendar holidays, TimeProvider clock) : KioskPage
{
    [BindProperty(SupportsGet = true)]
    public RequestKind? Kind { get; set; }

    /// <summary>The purpose objected to.</summary>
    [BindProperty(SupportsGet = true)]
    public RequestScope? Scope { get; set; }

    public IReadOnlyList<DataRequest> Open { get; private set; } = [];

    /// <summary>The open request of this kind.</summary>
    public DataRequest? Asked { get; private set; }

    public DateOnly AnswerBy { get; private set; }

    public DateOnly DoneBy { get; private set; }

    protected override string? Back => Kind is null ? base.Back : "/Kiosk/Rights";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid || Kind == RequestKind.Withdraw || (Kind is { } kind && !Enum.IsDefined(kind)) || Scope == RequestScope.Everything)
            return Redirect("/Kiosk/Rights");
        await LoadAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Kind is null or RequestKind.Withdraw || !ModelState.IsValid)
            return Redirect("/Kiosk/Rights");
        if (await Try(() => receive.RunAsync(Here.PersonId!.Value, Kind, Scope, null, ct)))
            return Redirect(Scope is null ? $"/Kiosk/Rights/{Kind}" : $"/Kiosk/Rights/{Kind}?scope={Scope}");
        await LoadAsync(ct);
        return Page();
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var personId = Here.PersonId!.Value;
        Open = await db.DataRequests.AsNoTracking().Where(r => r.ReturneeId == personId && r.EndedAt == null).ToListAsync(ct);
        if (Kind is not { } kind)
            return;
        Asked = Open.FirstOrDefault(r => r.Kind == kind && (kind != RequestKind.Object || r.Scope == Scope));
        var terms = rules.On(clock.Today());
        var othersHold = await db.Referrals.AnyAsync(r => r.ReturneeId == personId && r.SentAt != null, ct);
        (AnswerBy, DoneBy) = terms.For(kind, othersHold, clock.Today(), holidays);
    }
}
