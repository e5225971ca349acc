using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Audit;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Employers;
using WorkBridge.Openings;
using WorkBridge.Referrals;
using WorkBridge.Returnees;
using WorkBridge.Staff;

namespace WorkBridge.Web.Pages.Referrals;

/// <summary>Confirms which person is to meet which opening, and prepares the referral. Nothing is sent from here.</summary>
[Authorize(Policy = Policies.Officer)]
public sealed class PrepareModel(WorkBridgeDb db, CurrentUser user, PrepareReferral prepare, ReadingLog readings, TimeProvider clock) : PageBase
{
    [BindProperty(SupportsGet = true, Name = "opening")]
    public Guid OpeningId { get; set; }

    [BindProperty(SupportsGet = true, Name = "person")]
    public Guid PersonId { get; set; }

    /// <summary>"person" where one came from the openings for a person, and goes back there.</summary>
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    public bool FromPerson => From == "person";

    public Opening Opening { get; private set; } = null!;

    public Employer Employer { get; private set; } = null!;

    public Returnee Person { get; private set; } = null!;

    public SkillProfile? Profile { get; private set; }

    public Consent? Consent { get; private set; }

    public DateOnly Today { get; private set; }

    public bool ConsentStands => Consent?.Stands(Today) == true;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var id = Guid.Empty;
        if (await Try(async () => id = await prepare.RunAsync(OpeningId, PersonId, FromPerson ? MatchList.Openings : MatchList.People, ct)))
        {
            Say("Đã chuẩn bị lần giới thiệu.", "The referral is prepared.");
            return Redirect($"/Referrals/{id}");
        }

        return await LoadAsync(ct) ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        Today = clock.Today();
        var opening = await db.Openings.AsNoTracking().LiveOrOf(user).SingleOrDefaultAsync(o => o.Id == OpeningId, ct);
        var person = await db.Returnees.AsNoTracking().Of(user).SingleOrDefaultAsync(r => r.Id == PersonId, ct);
        if (opening is null || person is null)
            return false;
        (Opening, Person) = (opening, person);
        Employer = await db.Employers.AsNoTracking().SingleAsync(e => e.Id == opening.EmployerId, ct);
        Profile = await db.SkillProfiles.AsNoTracking().SingleOrDefaultAsync(p => p.ReturneeId == PersonId, ct);
        Consent = await db.Consents.CurrentAsync(PersonId, Purpose.Employer, opening.EmployerId, ct);
        await readings.OpenedAsync(PersonId, "Referrals/Prepare");
        return true;
    }
}
