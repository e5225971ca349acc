using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Employers;
using WorkBridge.Matching;
using WorkBridge.Staff;
using WorkBridge.Web.Forms;
using WorkBridge.Web.TagHelpers;

namespace WorkBridge.Web.Pages.Employers;

/// <summary>What is asked to register an employer, by itself or through an officer.</summary>
public class EmployerFields
{
    [Need("Nhập tên đơn vị", "Enter the name of the organisation")]
    [Longest(Employer.NameLength)]
    public string? Name { get; set; }

    [Need("Chọn loại đơn vị", "Choose the kind of organisation")]
    public EmployerKind? Kind { get; set; }

    [Need("Nhập mã số thuế", "Enter the tax code")]
    [Longest(20)]
    public string? TaxCode { get; set; }

    [Need("Chọn xã, phường nơi đơn vị đặt trụ sở", "Choose the commune of the seat")]
    public string? CommuneCode { get; set; }

    [Longest(Employer.AddressLength)]
    public string? Address { get; set; }

    [Need("Nhập số điện thoại của đơn vị", "Enter the telephone of the organisation")]
    [Longest(20)]
    [PhoneForm]
    public string? Phone { get; set; }

    /// <summary>Unknown until it is told.</summary>
    public EmployerSize Size { get; set; }

    [Need("Nhập họ tên người liên hệ", "Enter the name of the contact")]
    [Longest(Account.NameLength)]
    public string? ContactName { get; set; }

    [Need("Nhập địa chỉ thư điện tử", "Enter an e-mail address")]
    [EmailForm]
    public string? ContactEmail { get; set; }

    public static IReadOnlyList<ChoiceView> Kinds =>
    [
        new(nameof(EmployerKind.Company), EmployerText.Of(EmployerKind.Company).ToString(), Tongue.T("Mã số thuế 10 hoặc 13 chữ số", "Tax code of 10 or 13 digits")),
        new(nameof(EmployerKind.Cooperative), EmployerText.Of(EmployerKind.Cooperative).ToString(), Tongue.T("Mã số thuế 10 chữ số", "Tax code of 10 digits")),
        new(nameof(EmployerKind.HouseholdBusiness), EmployerText.Of(EmployerKind.HouseholdBusiness).ToString(), Tongue.T("12 chữ số, là số định danh của người đại diện", "12 digits: the personal number of its representative")),
        new(nameof(EmployerKind.TrainingProvider), EmployerText.Of(EmployerKind.TrainingProvider).ToString(), Tongue.T("Trung tâm, trường, cơ sở kèm nghề", "A centre, school or workshop that teaches")),
    ];

    /// <summary>The bands of size; "not known" stands first and is chosen until somebody says.</summary>
    public static IReadOnlyList<SelectListItem> Sizes => [.. Enum.GetValues<EmployerSize>().Select(s => new SelectListItem(EmployerText.Of(s).ToString(), s.ToString()))];

    /// <summary>Whether the code can be one of this kind: said together with what else is wrong, not only once the rest is right.</summary>
    public void CheckTaxCode(ModelStateDictionary state)
    {
        if (Kind is { } kind && !string.IsNullOrWhiteSpace(TaxCode) && !WorkBridge.Employers.TaxCode.IsValid(TaxCode, kind))
            state.AddModelError("Input.TaxCode", RuleText.Of(Rule.TaxCodeWrong).ToString());
    }

    public Registration Said(string? password, string language) => new()
    {
        Name = Name!.Trim(),
        Kind = Kind!.Value,
        TaxCode = TaxCode!,
        CommuneCode = CommuneCode!,
        Address = string.IsNullOrWhiteSpace(Address) ? null : Address.Trim(),
        Phone = Phone?.Trim(),
        Size = Size,
        ContactName = ContactName!.Trim(),
        ContactEmail = ContactEmail!.Trim(),
        Password = password,
        Language = language,
    };

    /// <summary>The communes that take employers here, by province; only those the officer works for where <paramref name="own"/> is given.</summary>
    public static async Task<IReadOnlyList<SelectListItem>> CommunesAsync(WorkBridgeDb db, IReadOnlyList<string>? own, CancellationToken ct)
    {
        var open = db.Communes.AsNoTracking().Where(c => c.Active);
        if (own is not null)
            open = open.Where(c => own.Contains(c.Code));
        var groups = new Dictionary<string, SelectListGroup>(StringComparer.Ordinal);
        var items = new List<SelectListItem>();
        foreach (var c in await open.OrderBy(c => c.ProvinceName).ThenBy(c => c.Name).Select(c => new { c.Code, c.Name, c.ProvinceName }).ToListAsync(ct))
        {
            if (!groups.TryGetValue(c.ProvinceName, out var group))
                groups[c.ProvinceName] = group = new SelectListGroup { Name = c.ProvinceName };
            items.Add(new SelectListItem(c.Name, c.Code) { Group = group });
        }

        return items;
    }
}
