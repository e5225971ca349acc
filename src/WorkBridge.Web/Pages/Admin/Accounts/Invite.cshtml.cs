using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Communes;
using WorkBridge.Data;
using WorkBridge.Email;
using WorkBridge.Staff;
using WorkBridge.Web.TagHelpers;

namespace WorkBridge.Web.Pages.Admin.Accounts;

[Authorize(Policy = Policies.Administrator)]
public sealed class InviteModel(WorkBridgeDb db, FindCommunes find, InviteAccount invite) : PageBase
{
    private const int MostShown = 12;

    [BindProperty]
    public InviteInput Input { get; set; } = new();

    public IReadOnlyList<ChoiceView> Roles { get; } =
    [
        new(nameof(StaffRole.Officer), T("Cán bộ", "Officer"), T("làm việc với người tìm việc của xã, phường mình", "works with the job seekers of the own commune")),
        new(nameof(StaffRole.Coordinator), T("Điều phối viên tỉnh", "Province coordinator"), T("thấy số liệu của tỉnh, không thấy tên", "sees the numbers of the province, no names")),
        new(nameof(StaffRole.Administrator), T("Quản trị viên", "Administrator"), T("lo cho hệ thống, không thấy hồ sơ", "looks after the system, sees no files")),
    ];

    public IReadOnlyList<ChoiceView> Communes { get; private set; } = [];

    /// <summary>So few communes are in use that all stand on the page and nobody has to look for one.</summary>
    public bool AllShown { get; private set; }

    public IReadOnlyList<SelectListItem> Provinces { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    /// <summary>Finds communes by the words typed; nothing else of the form is looked at.</summary>
    public async Task<IActionResult> OnPostFindAsync(CancellationToken ct)
    {
        ModelState.ClearValidationState("");
        foreach (var entry in ModelState.Values)
            entry.Errors.Clear();
        await LoadAsync(ct);
        if (Communes.Count == Input.CommuneCodes.Count)
            ModelState.AddModelError("Input.CommuneText", T("Không có xã, phường đang dùng nào như vậy. Đưa vào dùng ở trang Xã, phường trước.", "No commune in use fits. Put it into use on the Communes page first."));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var name = Input.DisplayName?.Trim() ?? "";
        var unit = Input.Unit?.Trim() ?? "";
        if (Input.Role is null)
            ModelState.AddModelError("Input.Role", T("Chọn vai trò.", "Choose the role."));
        if (name.Length is 0 or > Account.NameLength)
            ModelState.AddModelError("Input.DisplayName", T("Nhập họ tên, nhiều nhất 80 ký tự.", "Enter the name, at most 80 characters."));
        if (!MailAddressText.IsOne(Input.Email?.Trim()))
            ModelState.AddModelError("Input.Email", T("Nhập một địa chỉ e-mail đúng, như ten@donvi.vn.", "Enter a valid e-mail address, like name@office.vn."));
        if (Input.Role is StaffRole.Officer or StaffRole.Coordinator && unit.Length is 0 or > Account.UnitLength)
            ModelState.AddModelError("Input.Unit", T("Nhập đơn vị, nhiều nhất 120 ký tự.", "Enter the office, at most 120 characters."));
        if (ModelState.IsValid && await Try(() => invite.RunAsync(new Invited(Input.Role!.Value, Input.Email!.Trim(), name, unit, Input.CommuneCodes, Input.ProvinceCode), ct)))
        {
            Say("Đã mời. Thư với đường dẫn đặt mật khẩu đang được gửi.", "Invited. The mail with the link to choose a password is on its way.");
            return RedirectToPage("/Admin/Accounts/Index");
        }

        await LoadAsync(ct);
        return Page();
    }

    /// <summary>What was chosen before stays on the page, ticked; what was found comes after it.</summary>
    private async Task LoadAsync(CancellationToken ct)
    {
        var inUse = await db.Communes.AsNoTracking().Where(c => c.Active).OrderBy(c => c.ProvinceName).ThenBy(c => c.Name).Take(MostShown + 1).Select(c => new ChoiceView(c.Code, c.Name + ", " + c.ProvinceName, null)).ToListAsync(ct);
        AllShown = inUse.Count is > 0 and <= MostShown;
        Communes = AllShown ? inUse : await FoundAsync(ct);
        var provinces = await db.Communes.Where(c => c.Active).Select(c => new { c.ProvinceCode, c.ProvinceName }).Distinct().OrderBy(p => p.ProvinceName).ToListAsync(ct);
        Provinces = [.. provinces.Select(p => new SelectListItem(p.ProvinceName, p.ProvinceCode))];
    }

    private async Task<IReadOnlyList<ChoiceView>> FoundAsync(CancellationToken ct)
    {
        var chosen = await db.Communes.AsNoTracking().Where(c => Input.CommuneCodes.Contains(c.Code)).Select(c => new ChoiceView(c.Code, c.Name + ", " + c.ProvinceName, null)).ToListAsync(ct);
        var found = string.IsNullOrWhiteSpace(Input.CommuneText) ? [] : await find.RunAsync(Input.CommuneText, MostShown * 4, ct);
        return [.. chosen, .. found.Where(f => f.Active && !Input.CommuneCodes.Contains(f.Code)).Take(MostShown).Select(f => new ChoiceView(f.Code, f.FullName, f.OldName is { } old ? T($"trước đây: {old}", $"formerly: {old}") : null))];
    }
}

public sealed class InviteInput
{
    public StaffRole? Role { get; set; }

    public string? DisplayName { get; set; }

    public string? Email { get; set; }

    public string? Unit { get; set; }

    public string? ProvinceCode { get; set; }

    public string? CommuneText { get; set; }

    public List<string> CommuneCodes { get; set; } = [];
}
