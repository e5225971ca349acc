using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkBridge.Web.Kiosk;

namespace WorkBridge.Web.Pages.Kiosk;

/// <summary>Every language of the screen, each by its own name; the one that is touched is spoken until the visit ends.</summary>
[Authorize(Policy = Policies.Kiosk)]
public sealed class LanguageModel(KioskLanguages languages) : KioskPage
{
    public IReadOnlyList<KioskLanguage> Further => languages.All;

    public string From { get; private set; } = "/Kiosk";

    protected override string? Back => From;

    public IActionResult OnGet(string? to, string? back)
    {
        From = back is not null && (back == "/Kiosk" || back.StartsWith("/Kiosk/", StringComparison.Ordinal)) && Url.IsLocalUrl(back) ? back : "/Kiosk";
        ViewData["BackUrl"] = ViewData["From"] = From;
        if (to is null || (to is not ("vi" or "en") && Further.All(l => l.Code != to)))
            return Page();
        KioskCookies.KeepLanguage(HttpContext, to);
        return LocalRedirect(From);
    }
}
