using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkBridge.Kiosks;
using WorkBridge.Web.Kiosk;

namespace WorkBridge.Web.Pages.Kiosk;

/// <summary>An officer has opened a part from the desk and stands back: first that is said, then the four digits are asked.</summary>
[Authorize(Policy = Policies.Kiosk)]
public sealed class DeskModel(EnterFromDesk enter) : KioskPage
{
    [BindProperty]
    public DeskInput Input { get; set; } = new();

    public bool IsWaiting { get; private set; }

    public bool AsksCode { get; private set; }

    protected override string? Back => "/Kiosk/Start";

    protected override void WhileTyping(string field) => IsWaiting = AsksCode = true;

    public async Task OnGetAsync(bool begin, CancellationToken ct)
    {
        IsWaiting = await enter.IsWaitingAsync(Here.DeviceId, ct);
        AsksCode = IsWaiting && begin;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        StartedVisit? visit = null;
        try
        {
            visit = await enter.RunAsync(Here.DeviceId, Input.Code, ct);
        }
        catch (RuleBroken broken)
        {
            IsWaiting = AsksCode = await enter.IsWaitingAsync(Here.DeviceId, ct);
            ModelState.AddModelError(AsksCode ? "Input.Code" : "", AsksCode
                ? RuleText.Of(broken).ToString()
                : T("Mã không dùng được nữa. Mời gặp cán bộ để lấy mã mới.", "The code no longer works. Please ask the officer for a new one."));
        }

        return visit is null ? Page() : Begin(visit, "/Kiosk/Menu");
    }
}

public sealed record DeskInput
{
    public string? Code { get; init; }
}
