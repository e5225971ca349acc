using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Email;
using WorkBridge.Web.Forms;

namespace WorkBridge.Web.Pages.Admin.Mail;

/// <summary>
/// Mail that came back, from the report that the sender's mailbox received or by its address alone. What is for good stops
/// further mail there, and the officers see whom to ring. Addresses are typed and looked up, never listed.
/// </summary>
[Authorize(Policy = Policies.Administrator)]
public sealed class ReturnedModel(WorkBridgeDb db, RecordReturn record, LiftMailStop lift) : PageBase
{
    public sealed class Fields
    {
        public IFormFile? File { get; set; }

        [EmailForm]
        public string? Address { get; set; }
    }

    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <summary>When mail was stopped and why, newest first.</summary>
    public IReadOnlyList<(DateTime At, string Code)> Standing { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostFileAsync(CancellationToken ct)
    {
        Overlook(["Input.Address"]);
        if (Input.File is not { Length: > 0 })
            ModelState.AddModelError("Input.File", T("Chọn tệp .eml của thư báo trả lại.", "Choose the .eml file of the report."));
        MailReturn? found = null;
        if (ModelState.IsValid && await Try(async () =>
            {
                await using var file = Input.File!.OpenReadStream();
                found = await record.RunAsync(file, ct);
            }))
        {
            if (found!.Permanent)
                Say($"Thư bị trả lại hẳn ({found.Code}): không gửi thêm tới địa chỉ này nữa, cán bộ được nhắc gọi điện.", $"Returned for good ({found.Code}): no more mail goes there, and the officers are told to ring.");
            else
                Say($"Thư chỉ bị chậm ({found.Code}): không cần làm gì.", $"The mail is only late ({found.Code}): there is nothing to do.");
            return RedirectToPage();
        }

        await LoadAsync(ct);
        return Page();
    }

    public Task<IActionResult> OnPostAddressAsync(CancellationToken ct) => WithAddressAsync(address => record.RunAsync(address, ct), "Đã ghi: không gửi thêm tới địa chỉ này nữa.", "Recorded: no more mail goes to this address.", ct);

    public Task<IActionResult> OnPostLiftAsync(CancellationToken ct) => WithAddressAsync(address => lift.RunAsync(address, ct), "Từ nay lại gửi thư tới địa chỉ này.", "Mail goes to this address again.", ct);

    private async Task<IActionResult> WithAddressAsync(Func<string, Task> act, string vi, string en, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(Input.Address))
            ModelState.AddModelError("Input.Address", T("Nhập địa chỉ thư", "Enter the e-mail address"));
        if (ModelState.IsValid && await Try(() => act(Input.Address!.Trim())))
        {
            Say(vi, en);
            return RedirectToPage();
        }

        await LoadAsync(ct);
        return Page();
    }

    private async Task LoadAsync(CancellationToken ct) => Standing =
        [.. (await db.MailStops.Where(s => s.LiftedAt == null).OrderByDescending(s => s.At).Take(50).Select(s => new { s.At, s.Code }).ToListAsync(ct)).Select(s => (s.At, s.Code))];
}
