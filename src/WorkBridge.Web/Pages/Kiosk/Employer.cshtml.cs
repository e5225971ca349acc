using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Matching;
using WorkBridge.Web.Kiosk;

namespace WorkBridge.Web.Pages.Kiosk;

/// <summary>"Send your skills to this employer?" is asked alone, when a referral is prepared.</summary>
[Authorize(Policy = Policies.KioskPerson)]
public sealed class EmployerModel(WorkBridgeDb db, AnswerConsent answer, IssueReceipt receipts, ConsentRules rules, Vocabulary vocabulary, TimeProvider clock) : KioskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid? ReferralId { get; set; }

    public Notice Notice { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) is null ? Redirect("/Kiosk/Menu") : Page();

    /// <summary>The answer counts for the employer who was on the screen, and for no other.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm(Name = "answer")] string? said, bool readAloud, [FromForm] Guid? asked, [FromForm] int notice, CancellationToken ct)
    {
        if (await LoadAsync(ct) is not { } question)
            return Redirect("/Kiosk/Menu");
        if (said is not ("yes" or "no") || asked != question.ReferralId)
            return Page();
        var receiptId = await receipts.RunAsync(Here.Visit!.Id, ct);
        var setting = Here.Setting(readAloud, receiptId);
        if (!await Try(() => answer.RunAsync(new ConsentAnswer(Here.PersonId!.Value, Purpose.Employer, question.EmployerId, said == "yes", setting, notice), ct)))
            return Page();
        return Redirect("/Kiosk/Review");
    }

    private async Task<EmployerQuestion?> LoadAsync(CancellationToken ct)
    {
        var today = clock.Today();
        var waiting = await db.EmployerQuestionsAsync(Here.PersonId!.Value, today, ct);
        var question = ReferralId is { } id ? waiting.SingleOrDefault(q => q.ReferralId == id) : waiting.FirstOrDefault();
        if (question is null)
            return null;
        ReferralId = question.ReferralId;
        var person = await db.Returnees.Include(r => r.Periods).SingleAsync(r => r.Id == Here.PersonId, ct);
        var trade = question.TradeCode is { } code ? vocabulary.Trade(code) : null;
        Notice = Notices.For(Purpose.Employer, rules.NoticeVersion, new NoticeFacts(
            rules.ExpiryFor(today, person.HelpEndsOn(today)),
            new Words(question.EmployerName, question.EmployerName),
            trade is null ? null : new Words(trade.Vi.ToLowerInvariant(), trade.En)));
        return question;
    }
}
