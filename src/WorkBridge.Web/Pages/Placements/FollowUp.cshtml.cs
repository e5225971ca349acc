using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Audit;
using WorkBridge.Data;
using WorkBridge.Placements;
using WorkBridge.Returnees;
using WorkBridge.Staff;
using WorkBridge.Web.Forms;

namespace WorkBridge.Web.Pages.Placements;

/// <summary>One follow-up, recorded in under half a minute: the day is filled in, nothing else is.</summary>
[Authorize(Policy = Policies.Officer)]
public sealed class FollowUpModel(WorkBridgeDb db, CurrentUser user, RecordFollowUp record, MinimumPay minimumPay, ReadingLog readings, TimeProvider clock) : PlacementPage(db, user, clock)
{
    /// <summary>What was found, as one question.</summary>
    public enum Finding
    {
        SamePlace,
        OtherPlace,
        NotWorking,
        NotKnown,
        NotReached,
    }

    public sealed class Form
    {
        public int? Step { get; set; }

        public DateOnly? On { get; set; }

        public FollowUpWay? Way { get; set; }

        public Finding? Working { get; set; }

        public EndReason? EndReason { get; set; }

        public ContractKind? Contract { get; set; }

        public Answer? Insurance { get; set; }

        public int? DaysPerMonth { get; set; }

        public int? HoursPerWeek { get; set; }

        [Money]
        public long? PayPerMonth { get; set; }

        public PayBand? PayBand { get; set; }

        public string? Note { get; set; }
    }

    private readonly WorkBridgeDb db = db;
    private readonly CurrentUser user = user;

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>The least pay of the region where the work is; null where the table does not reach.</summary>
    public MinimumPayRange? Minimum { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await ReadAsync(ct))
            return NotFound();
        Input = new Form { On = Today, Step = Due?.Days };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await db.Placements.Of(user).AnyAsync(p => p.Id == Id, ct))
            return NotFound();
        Outcome? outcome = null;
        if (!Works)
            Overlook(OfWork);
        if (ModelState.IsValid && await Try(async () => outcome = await record.RunAsync(Id, Version, Facts(), Input.EndReason, ct)))
        {
            if (outcome is null && Input.Working != Finding.NotReached)
                Say("Đã ghi.", "Recorded.");
            else if (outcome is null)
                Say("Đã ghi: lần này chưa gặp được.", "Recorded: nobody was reached this time.");
            else
                Say($"Đã ghi. Kết quả: {ReturneeText.Of(outcome.Result)}.", $"Recorded. Outcome: {ReturneeText.Of(outcome.Result)}.");
            return Redirect($"/Placements/{Id}");
        }

        db.ChangeTracker.Clear();
        if (!await ReadAsync(ct))
            return NotFound();
        LookAgain(AfterSecond.Adds);
        if (Meanwhile.Kept.Count > 0)
            Input.Step = Due?.Days;
        return Page();
    }

    private static readonly string[] OfWork = ["Input.Contract", "Input.Insurance", "Input.DaysPerMonth", "Input.HoursPerWeek", "Input.PayPerMonth", "Input.PayBand"];

    private bool Works => Input.Working is Finding.SamePlace or Finding.OtherPlace;

    private FollowUpFacts Facts()
    {
        var found = Input.Working ?? throw new RuleBroken(Rule.Incomplete, nameof(Form.Working), new("Chọn điều hỏi được", "Choose what was found"));
        return new FollowUpFacts
        {
            Step = Input.Step,
            On = Input.On ?? throw new RuleBroken(Rule.Incomplete, nameof(Form.On), new("Nhập ngày hỏi thăm", "Enter the day of the check")),
            Way = Input.Way ?? throw new RuleBroken(Rule.Incomplete, nameof(Form.Way), new("Chọn cách hỏi thăm", "Choose how it was asked")),
            Reached = found != Finding.NotReached,
            Working = found switch { _ when Works => Answer.Yes, Finding.NotWorking => Answer.No, _ => Answer.Unknown },
            SameEmployer = found switch { Finding.SamePlace => Answer.Yes, Finding.OtherPlace => Answer.No, _ => Answer.Unknown },
            Contract = Works ? Input.Contract ?? ContractKind.Unknown : ContractKind.Unknown,
            Insurance = Works ? Input.Insurance ?? Answer.Unknown : Answer.Unknown,
            DaysPerMonth = Works ? Input.DaysPerMonth : null,
            HoursPerWeek = Works ? Input.HoursPerWeek : null,
            PayPerMonth = Works ? Input.PayPerMonth : null,
            PayBand = Works ? Input.PayBand ?? PayBand.Unknown : PayBand.Unknown,
            Note = Input.Note,
        };
    }

    private async Task<bool> ReadAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
            return false;
        var commune = Placement.OpeningId is { } openingId ? await db.Openings.Where(o => o.Id == openingId).Select(o => o.CommuneCode).SingleOrDefaultAsync(ct) : null;
        Minimum = minimumPay.On(Today, commune ?? Employer?.CommuneCode);
        await readings.OpenedAsync(Person.Id, "Placements/FollowUp");
        return true;
    }
}
