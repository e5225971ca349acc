using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Email;
using WorkBridge.Employers;
using WorkBridge.Matching;
using WorkBridge.Openings;
using WorkBridge.Staff;
using WorkBridge.Web.Forms;
using WorkBridge.Web.Pages.Openings;
using WorkBridge.Web.TagHelpers;

namespace WorkBridge.Web.Pages.Employers;

/// <summary>One employer: who it is, who answers for it, what it posts; approval, refusal, suspension.</summary>
[Authorize(Policy = Policies.Reviewer)]
public sealed class ShowModel(WorkBridgeDb db, CurrentUser user) : PageBase
{
    private const int MostOpenings = 10;

    public sealed record OpeningRow(Guid Id, string Title, OpeningState State, int Places, int PlacesTaken);

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public Employer Employer { get; private set; } = null!;

    public string Commune { get; private set; } = "";

    public IReadOnlyList<(string Name, string Email)> Contacts { get; private set; } = [];

    public IReadOnlyList<OpeningRow> Openings { get; private set; } = [];

    /// <summary>Set where mail to the employer came back for good.</summary>
    public MailStop? Stop { get; private set; }

    public IReadOnlyList<HistoryLine> Moves { get; private set; } = [];

    public static IReadOnlyList<ChoiceView> Reasons => [.. Enum.GetValues<RefusalReason>().Select(r => new ChoiceView(r.ToString(), EmployerText.Of(r).ToString()))];

    public sealed class Fields
    {
        public RefusalReason? Reason { get; set; }

        public EmployerSize? Size { get; set; }

        [Longest(Account.NameLength)]
        public string? ContactName { get; set; }

        [EmailForm]
        public string? ContactEmail { get; set; }
    }

    public bool Can(EmployerState to) => Employer.CanMove(to, user.Actor.Kind);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
            return NotFound();
        Input.Size = Employer.Size;
        return Page();
    }

    public Task<IActionResult> OnPostApproveAsync([FromServices] ApproveEmployer approve, CancellationToken ct) =>
        DoAsync(() => approve.RunAsync(Id, ct), "Đã duyệt. Người liên hệ được báo bằng thư.", "Approved. The contact is told by mail.", ct);

    public Task<IActionResult> OnPostReconsiderAsync([FromServices] ReconsiderEmployer reconsider, CancellationToken ct) =>
        DoAsync(() => reconsider.RunAsync(Id, ct), "Đã đưa về chờ duyệt.", "It waits for approval again.", ct);

    public Task<IActionResult> OnPostRefuseAsync([FromServices] RefuseEmployer refuse, CancellationToken ct) =>
        DoAsync(() => refuse.RunAsync(Id, NeededReason(), ct), "Đã ghi chưa duyệt được. Người liên hệ được báo bằng thư.", "Recorded as not approved. The contact is told by mail.", ct);

    public Task<IActionResult> OnPostSuspendAsync([FromServices] SuspendEmployer suspend, CancellationToken ct) =>
        DoAsync(() => suspend.RunAsync(Id, NeededReason(), ct), "Đã tạm ngừng. Tin đang đăng được tạm dừng.", "Suspended. Its live openings are paused.", ct);

    public Task<IActionResult> OnPostInviteAsync([FromServices] InviteContact invite, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(Input.ContactName))
            ModelState.AddModelError("Input.ContactName", T("Nhập họ tên người được mời", "Enter the name"));
        if (string.IsNullOrWhiteSpace(Input.ContactEmail))
            ModelState.AddModelError("Input.ContactEmail", T("Nhập địa chỉ thư", "Enter the e-mail address"));
        return DoAsync(() => invite.RunAsync(Id, Input.ContactName!.Trim(), Input.ContactEmail!.Trim(), ct), "Đã gửi thư mời.", "The invitation is sent.", ct);
    }

    public Task<IActionResult> OnPostSizeAsync([FromServices] SizeEmployer size, CancellationToken ct)
    {
        if (Input.Size is null)
            ModelState.AddModelError("Input.Size", T("Chọn số người làm việc", "Choose how many work there"));
        return DoAsync(() => size.RunAsync(Id, Input.Size!.Value, ct), "Đã ghi số người làm việc.", "The number of people is kept.", ct);
    }

    public Task<IActionResult> OnPostReturnedAsync([FromServices] RecordReturn record, CancellationToken ct) =>
        DoAsync(() => record.RunAsync(Employer.Email, ct), "Đã ghi: không gửi thêm thư tới địa chỉ này.", "Recorded: no more mail goes to this address.", ct);

    public Task<IActionResult> OnPostWorksAgainAsync([FromServices] LiftMailStop lift, CancellationToken ct) =>
        DoAsync(() => lift.RunAsync(Employer.Email, ct), "Từ nay lại gửi thư tới địa chỉ này.", "Mail goes to this address again.", ct);

    private RefusalReason NeededReason() => Input.Reason ?? throw new RuleBroken(Rule.ReasonMissing, nameof(Input.Reason), new("Chọn lý do", "Choose the reason"));

    private async Task<IActionResult> DoAsync(Func<Task> act, string vi, string en, CancellationToken ct)
    {
        if (!await LoadAsync(ct))
            return NotFound();
        if (!ModelState.IsValid || !await Try(act))
            return Page();
        Say(vi, en);
        return RedirectToPage(new { id = Id });
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var found = await db.Employers.AsNoTracking().Of(user, db).Where(e => e.Id == Id)
            .Join(db.Communes, e => e.CommuneCode, c => c.Code, (employer, c) => new { employer, c.Name, c.ProvinceName })
            .SingleOrDefaultAsync(ct);
        if (found is null)
            return false;
        (Employer, Commune) = (found.employer, $"{found.Name}, {found.ProvinceName}");
        Contacts = [.. (await db.ContactsOf(Id).AsNoTracking().Select(a => new { a.DisplayName, a.Email }).Take(50).ToListAsync(ct)).Select(a => (a.DisplayName, a.Email ?? ""))];
        Openings = await db.Openings.AsNoTracking().Where(o => o.EmployerId == Id && o.State != OpeningState.Draft).OrderByDescending(o => o.CreatedAt).Take(MostOpenings)
            .Select(o => new OpeningRow(o.Id, o.Title, o.State, o.Places, o.PlacesTaken)).ToListAsync(ct);
        Stop = await db.StopOfAsync(Employer.Email, ct);
        Moves = await db.HistoryOfAsync(nameof(Employer), Id, ct);
        return true;
    }
}
