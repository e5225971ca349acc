using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkBridge.Kiosks;
using WorkBridge.Web.Kiosk;

namespace WorkBridge.Web.Pages.Kiosk;

/// <summary>Card code, then PIN. The first step checks only that the code can be one, so that it tells nobody which cards exist.</summary>
[Authorize(Policy = Policies.Kiosk)]
public sealed class CardModel(SignInWithCard signIn) : KioskPage
{
    [BindProperty]
    public CardInput Input { get; set; } = new();

    public bool AsksPin { get; private set; }

    protected override string? Back => "/Kiosk/Start";

    protected override void WhileTyping(string field) => AsksPin = field == "Input.Pin";

    public void OnGet()
    {
    }

    public IActionResult OnPost()
    {
        AsksPin = CheckedCode.Read(Input.Code, IssuedCard.CodeLength) is not null;
        if (!AsksPin)
            ModelState.AddModelError("Input.Code", T("Mã chưa đúng, có chữ gõ nhầm. Mời xem lại thẻ.", "A character is wrong. Please look at the card again."));
        return Page();
    }

    public async Task<IActionResult> OnPostPinAsync(CancellationToken ct)
    {
        StartedVisit? visit = null;
        try
        {
            visit = await signIn.RunAsync(Here.DeviceId, Input.Code, Input.Pin, ct);
        }
        catch (RuleBroken broken) when (broken.Rule is Rule.CodeWrong)
        {
            AsksPin = true;
            ModelState.AddModelError("Input.Pin", T("Mã thẻ và số PIN không khớp. Mời nhập lại.", "Card code and PIN do not match. Please type them again."));
        }
        catch (RuleBroken broken)
        {
            ModelState.AddModelError("", RuleText.Of(broken).ToString());
        }

        return visit is null ? Page() : Begin(visit, "/Kiosk/Menu");
    }
}

public sealed record CardInput
{
    public string? Code { get; init; }

    public string? Pin { get; init; }
}
