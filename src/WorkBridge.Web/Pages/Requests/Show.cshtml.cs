using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Audit;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Erasures;
using WorkBridge.Requests;
using WorkBridge.Returnees;
using WorkBridge.Staff;

namespace WorkBridge.Web.Pages.Requests;

/// <summary>One request about data: answered, given more time once, done, or refused with a reason.</summary>
[Authorize(Policy = Policies.Officer)]
public sealed class ShowModel(WorkBridgeDb db, AnswerRequest answer, ExtendRequest extend, FinishRequest finish, EraseOnRequest erase, RefuseRequest refuse, WithdrawConsent withdraw, RequestRules rules, ReadingLog readings, CurrentUser user, TimeProvider clock) : PageBase
{
    [BindProperty]
    public Typed Input { get; set; } = new();

    public DataRequest Asked { get; private set; } = null!;

    /// <summary>Null once the person's data are deleted.</summary>
    public Returnee? Person { get; private set; }

    /// <summary>What may be taken back on a request to withdraw.</summary>
    public IReadOnlyList<StandingConsent> Standing { get; private set; } = [];

    /// <summary>Whether what the request stopped is still stopped.</summary>
    public bool StillStops { get; private set; }

    public DateOnly Today => clock.Today();

    public RequestTerms Terms => rules.On(Clock.DayOf(Asked.ReceivedAt));

    public async Task<IActionResult> OnGetAsync(Guid request, CancellationToken ct)
    {
        if (!await LoadAsync(request, ct))
            return NotFound();
        Input.Version = Asked.Version;
        return Page();
    }

    public Task<IActionResult> OnPostAnswerAsync(Guid request, CancellationToken ct) =>
        ActAsync(request, () => answer.RunAsync(request, Input.Version, Input.Answer, ct), "Đã ghi câu trả lời.", "The answer is recorded.", ct);

    public Task<IActionResult> OnPostExtendAsync(Guid request, CancellationToken ct) =>
        ActAsync(request, () => extend.RunAsync(request, Input.Version, Input.WhyLonger, ct), "Đã gia hạn một lần.", "More time was taken, once.", ct);

    public Task<IActionResult> OnPostDoneAsync(Guid request, CancellationToken ct) =>
        ActAsync(request, () => finish.RunAsync(request, Input.Version, ct), "Đã ghi là làm xong.", "Recorded as done.", ct);

    public Task<IActionResult> OnPostEraseAsync(Guid request, CancellationToken ct) =>
        ActAsync(request, () => erase.RunAsync(request, Input.Version, Input.FileNumber, ct), "Đã xoá mọi dữ liệu của người này.", "Everything of this person is deleted.", ct);

    public Task<IActionResult> OnPostRefuseAsync(Guid request, CancellationToken ct) =>
        ActAsync(request, () => refuse.RunAsync(request, Input.Version, Input.WhyNot, ct), "Đã ghi lý do không làm.", "The refusal and its reason are recorded.", ct);

    /// <summary>One thing the person agreed to is taken back, as brought on paper; when the answer arrives, it has happened.</summary>
    public Task<IActionResult> OnPostBackAsync(Guid request, CancellationToken ct) =>
        ActAsync(request, async () =>
        {
            var asked = await db.DataRequests.Of(user).AsNoTracking().SingleOrDefaultAsync(r => r.Id == request, ct) ?? throw new RuleBroken(Rule.NotFound);
            if (asked is not { Kind: RequestKind.Withdraw, IsOpen: true } || Input.Purpose is not { } purpose)
                throw new RuleBroken(Rule.WrongState);
            await withdraw.RunAsync(asked.ReturneeId, purpose, Input.EmployerId, new AnswerSetting(ConsentWay.Paper, null, user.AccountId, false, null), ct);
        }, "Đã rút. Việc này dừng từ giờ.", "Withdrawn. This stops from now on.", ct);

    /// <summary>Where the officer does what is asked.</summary>
    public (string Href, string Text)? Where => (Person, Asked.Kind) switch
    {
        (null, _) or (_, RequestKind.Delete or RequestKind.Withdraw) => null,
        ({ } person, RequestKind.Correct) => ($"/Returnees/{person.Id}/Edit", T("Sửa thông tin", "Correct the details")),
        ({ } person, RequestKind.See or RequestKind.Copy) => ($"/Returnees/{person.Id}/Copy", T("Mở bản dữ liệu", "Open the copy")),
        ({ } person, _) => ($"/Returnees/{person.Id}/Requests", T("Xem điều đã dừng ở hồ sơ", "See in the file what is stopped")),
    };

    private async Task<IActionResult> ActAsync(Guid request, Func<Task> act, string vi, string en, CancellationToken ct)
    {
        if (ModelState.IsValid && await Try(act))
        {
            Say(vi, en);
            return Redirect($"/Returnees/Requests/{request}");
        }

        return await LoadAsync(request, ct) ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await db.DataRequests.Of(user).AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct) is not { } request)
            return false;
        Asked = request;
        Person = await db.Returnees.Of(user).AsNoTracking().SingleOrDefaultAsync(r => r.Id == request.ReturneeId, ct);
        StillStops = request.Stops && await db.Restrictions.AnyAsync(x => x.RequestId == id && x.LiftedAt == null, ct);
        if (Person is not null && request is { Kind: RequestKind.Withdraw, IsOpen: true })
            Standing = await db.StandingOfAsync(Person.Id, Today, ct);
        if (Person is not null)
            await readings.OpenedAsync(Person.Id, "Requests/Show");
        return true;
    }

    public sealed class Typed
    {
        public int? Version { get; set; }

        public string? Answer { get; set; }

        public string? WhyLonger { get; set; }

        public string? WhyNot { get; set; }

        public string? FileNumber { get; set; }

        public Purpose? Purpose { get; set; }

        public Guid? EmployerId { get; set; }
    }
}
