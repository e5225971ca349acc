using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Audit;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Returnees;
using WorkBridge.Staff;
using WorkBridge.Web.Kiosk;
using WorkBridge.Web.TagHelpers;

namespace WorkBridge.Web.Pages.Returnees;

/// <summary>An officer types in a signed paper form: each line yes, no, or not on this paper. It ends with the same slip as at a screen.</summary>
[Authorize(Policy = Policies.Officer)]
public sealed class ConsentModel(WorkBridgeDb db, AnswerConsent answer, IssueReceipt receipts, ReadReceipt read, ReadingLog readings, CurrentUser user, TimeProvider clock) : PageBase
{
    [BindProperty]
    public PaperInput Input { get; set; } = new();

    public Returnee Person { get; private set; } = null!;

    public IReadOnlyList<PaperLine> Lines { get; private set; } = [];

    public SlipView? Slip { get; private set; }

    public static IReadOnlyList<ChoiceView> Answers =>
    [
        new("yes", T("Đồng ý", "Agrees")),
        new("no", T("Không đồng ý, hoặc rút lại", "Does not agree, or takes back")),
        new("none", T("Giấy không nói", "Not on this paper")),
    ];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
            return NotFound();
        await readings.OpenedAsync(id, "Returnees/Consent");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
            return NotFound();
        await readings.OpenedAsync(id, "Returnees/Consent");
        var said = Lines.Select((line, i) => (line, Answer: Input.Answers.ElementAtOrDefault(i))).ToList();
        for (var i = 0; i < said.Count; i++)
        {
            if (said[i].Answer is not ("yes" or "no" or "none"))
                ModelState.AddModelError($"Input.Answers[{i}]", T("Chọn đúng điều ghi trên giấy.", "Choose what the paper says."));
        }

        if (!Input.Signed)
            ModelState.AddModelError("Input.Signed", T("Chỉ ghi khi giấy có chữ ký hoặc điểm chỉ.", "Record only a paper that is signed or marked."));
        if (said.Any(s => s.Answer == "yes") && !Person.MayBeHelped(clock.Today()))
            ModelState.AddModelError("", RuleText.Of(Rule.NotInProgramme).ToString());
        if (ModelState.IsValid && said.All(s => s.Answer == "none"))
            ModelState.AddModelError("", T("Giấy này không có câu trả lời nào để ghi.", "There is no answer on this paper to record."));
        if (!ModelState.IsValid)
            return Page();

        var receiptId = await receipts.ForPaperAsync(id, ct);
        var setting = new AnswerSetting(ConsentWay.Paper, null, user.AccountId, false, receiptId);
        foreach (var (line, yes) in said.Where(s => s.Answer != "none").Select(s => (s.line, s.Answer == "yes")))
        {
            if (!await Try(() => answer.RunAsync(new ConsentAnswer(id, line.Purpose, line.EmployerId, yes, setting), ct)))
                return Page();
        }

        var slip = await read.RunAsync(receiptId, ct);
        Slip = new SlipView(slip!, await db.Communes.SingleAsync(c => c.Code == Person.CommuneCode, ct), $"/Returnees/{id}");
        Response.Headers.CacheControl = "no-store";
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await db.Returnees.Of(user).Include(r => r.Periods).SingleOrDefaultAsync(r => r.Id == id, ct) is not { } person)
            return false;
        Person = person;
        var today = clock.Today();
        var asked = await db.EmployerQuestionsAsync(id, today, ct);
        var standing = await db.StandingOfAsync(id, today, ct);
        var employers = asked.Select(q => new PaperLine(Purpose.Employer, q.EmployerId, q.EmployerName))
            .Concat(standing.Where(s => s.EmployerId is not null).Select(s => new PaperLine(Purpose.Employer, s.EmployerId, s.EmployerName)))
            .DistinctBy(l => l.EmployerId);
        Lines = [.. ConsentQuestions.InOrder.Select(p => new PaperLine(p, null, null)), .. employers.OrderBy(l => l.EmployerName, StringComparer.Ordinal)];
        // One answer for each line, typed or not: the form names them by number.
        Input.Answers = [.. Lines.Select((_, i) => Input.Answers.ElementAtOrDefault(i))];
        return true;
    }
}

public sealed record PaperLine(Purpose Purpose, Guid? EmployerId, string? EmployerName);

public sealed class PaperInput
{
    public List<string?> Answers { get; set; } = [];

    public bool Signed { get; set; }
}
