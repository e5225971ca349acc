using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkBridge.Data;
using WorkBridge.Referrals;
using WorkBridge.Staff;
using WorkBridge.Web.Pages.Referrals;

namespace WorkBridge.Web.Pages.Hire;

/// <summary>One referral for the signed-in contact of its employer: the same pages as behind the link.</summary>
[Authorize(Policy = Policies.Contact)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ReferralsAnswerModel(WorkBridgeDb db, CurrentUser user, ViewReferral view, AnswerReferral answer, TimeProvider clock)
    : IntroducedPage(db, user, view, answer, clock)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public override string Here => $"/Hire/Referrals/{Id}";

    protected override async Task<IActionResult?> FindAsync(CancellationToken ct) => await LoadAsync(Id, ct) ? null : NotFound();
}
