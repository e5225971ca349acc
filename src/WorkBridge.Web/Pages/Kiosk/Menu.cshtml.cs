using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Placements;
using WorkBridge.Training;
using WorkBridge.Web.Kiosk;

namespace WorkBridge.Web.Pages.Kiosk;

[Authorize(Policy = Policies.KioskPerson)]
public sealed class MenuModel(WorkBridgeDb db, ConsentRules rules, TimeProvider clock) : KioskPage
{
    public int Questions { get; private set; }

    /// <summary>Running work that the person is asked about.</summary>
    public int Work { get; private set; }

    /// <summary>End assessments of training that the person is asked about.</summary>
    public int Courses { get; private set; }

    public int Employers { get; private set; }

    public bool Told { get; private set; }

    /// <summary>What was said of the work was kept just now.</summary>
    public bool Noted { get; private set; }

    protected override string? Back => null;

    public async Task OnGetAsync(bool told, bool noted, CancellationToken ct)
    {
        (Told, Noted) = (told, noted);
        var today = clock.Today();
        Questions = (await db.QuestionsAsync(Here.PersonId!.Value, rules, today, ct)).Count(q => q.MayAsk);
        Work = (await db.WorkQuestionsAsync(Here.PersonId.Value, today, ct)).Count;
        Courses = (await db.AssessmentQuestionsAsync(Here.PersonId.Value, ct)).Count;
        Employers = (await db.EmployerQuestionsAsync(Here.PersonId.Value, today, ct)).Count;
    }
}
