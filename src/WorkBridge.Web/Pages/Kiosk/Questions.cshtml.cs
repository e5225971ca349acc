using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Web.Kiosk;

namespace WorkBridge.Web.Pages.Kiosk;

/// <summary>One purpose a page. Without a purpose it shows the next one that may be asked; with one, that one again.</summary>
[Authorize(Policy = Policies.KioskPerson)]
public sealed class QuestionsModel(WorkBridgeDb db, AnswerConsent answer, IssueReceipt receipts, ConsentRules rules, TimeProvider clock) : KioskPage
{
    [BindProperty(SupportsGet = true)]
    public Purpose? Purpose { get; set; }

    public Notice Notice { get; private set; } = null!;

    /// <summary>Which question of how many in this visit; zero when one question is looked at alone.</summary>
    public int Number { get; private set; }

    public int Of { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : Redirect("/Kiosk/Review");

    /// <summary>The answer counts for the question that was on the screen: touched twice, or answered elsewhere meanwhile, the next one is shown and not answered.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm(Name = "answer")] string? said, bool readAloud, [FromForm] Purpose? asked, [FromForm] int notice, CancellationToken ct)
    {
        if (!await LoadAsync(ct))
            return Redirect("/Kiosk/Review");
        if (said is not ("yes" or "no") || asked != Notice.Purpose)
            return Page();
        var receiptId = await receipts.RunAsync(Here.Visit!.Id, ct);
        if (!await Try(() => answer.RunAsync(new ConsentAnswer(Here.PersonId!.Value, Notice.Purpose, null, said == "yes", Here.Setting(readAloud, receiptId), notice), ct)))
            return Page();
        return Redirect(Purpose is null ? "/Kiosk/Questions" : "/Kiosk/Review");
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var today = clock.Today();
        var personId = Here.PersonId!.Value;
        var questions = await db.QuestionsAsync(personId, rules, today, ct);
        var next = Purpose is { } chosen ? questions.SingleOrDefault(q => q.Purpose == chosen) : questions.FirstOrDefault(q => q.MayAsk);
        if (next is null)
            return false;
        if (Purpose is null)
        {
            var answered = questions.Count(q => q.Last is { ReceiptId: { } on } && on == Here.Visit!.ReceiptId);
            Number = answered + 1;
            Of = answered + questions.Count(q => q.MayAsk);
        }

        var person = await db.Returnees.Include(r => r.Periods).SingleAsync(r => r.Id == personId, ct);
        Notice = Notices.For(next.Purpose, rules.NoticeVersion, new NoticeFacts(rules.ExpiryFor(today, person.HelpEndsOn(today))));
        return true;
    }
}
