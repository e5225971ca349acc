using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WorkBridge.Kiosks;
using WorkBridge.Web.TagHelpers;

namespace WorkBridge.Web.Kiosk;

/// <summary>What every page of a screen has: the unit's name in the head, where "back" leads, and its clock. No title, no notice, nothing kept.</summary>
public abstract class KioskPage : PageBase
{
    public AtKiosk Here => HttpContext.RequestServices.GetRequiredService<AtKiosk>();

    protected KioskSettings Settings => HttpContext.RequestServices.GetRequiredService<KioskSettings>();

    /// <summary>Where "Quay lại" leads; null where there is nothing to go back to.</summary>
    protected virtual string? Back => Here.PersonId is null ? "/Kiosk/Start" : "/Kiosk/Menu";

    /// <summary>Seconds without a touch until the screen clears itself.</summary>
    protected virtual int ClearsAfter => Settings.IdleSeconds;

    [NonHandler] // Its name looks like a handler for the method "PAGE".
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        ViewData["Unit"] = Here.CommuneName;
        ViewData["BackUrl"] = Back;
        ViewData["IdleSeconds"] = ClearsAfter;
        HttpContext.Items[KioskHeaders.ClearsAfter] = ClearsAfter + 1;
        if (HttpMethods.IsPost(Request.Method) && Request.Form.Keys.FirstOrDefault(k => k.StartsWith(KeypadTagHelper.Sent, StringComparison.Ordinal)) is { } key)
            context.Result = Typed(key[KeypadTagHelper.Sent.Length..], Request.Form[key].ToString());
    }

    /// <summary>What a page must know to show itself again while a code is typed without script.</summary>
    protected virtual void WhileTyping(string field)
    {
    }

    /// <summary>One key of the keypad, where no script filled it in: the page again, with one character more or less.</summary>
    private PageResult Typed(string field, string key)
    {
        var typed = Request.Form[field].ToString();
        typed = key == "back" ? typed[..^Math.Min(1, typed.Length)] : typed + key;
        ModelState.Clear();
        ModelState.SetModelValue(field, typed, typed);
        HttpContext.Items[KeypadTagHelper.Sent] = true;
        WhileTyping(field);
        return Page();
    }

    /// <summary>A visit has begun: its key goes into the cookie, and everything of the one before is gone.</summary>
    protected IActionResult Begin(StartedVisit visit, string path)
    {
        KioskCookies.KeepVisit(HttpContext, visit.Key);
        return Redirect(path);
    }
}
