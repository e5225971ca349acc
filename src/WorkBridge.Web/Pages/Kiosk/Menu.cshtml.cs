using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Web.Kiosk;

namespace WorkBridge.Web.Pages.Kiosk;

[Authorize(Policy = Policies.KioskPerson)]
public sealed class MenuModel(WorkBridgeDb db, ConsentRules rules, TimeProvider clock) : KioskPage
{
    public int Questions { get; private set; }

    public int Employers { get; private set; }

    public bool Told { get; private set; }

    protected override string? Back => null;

    public async Task OnGetAsync(bool told, CancellationToken ct)
    {
        Told = told;
        var today = clock.Today();
        Questions = (await db.QuestionsAsync(Here.PersonId!.Value, rules, today, ct)).Count(q => q.MayAsk);
        Employers = (await db.EmployerQuestionsAsync(Here.PersonId.Value, today, ct)).Count;
    }
}
