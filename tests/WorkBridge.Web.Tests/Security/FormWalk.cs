using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Security;

/// <summary>A form that somebody filled in and sent, and what came back.</summary>
/// <param name="Page">The page's name in the table.</param>
/// <param name="To">Where its form goes.</param>
/// <param name="Accepted">True when the service did what was asked.</param>
internal sealed record Sent(string Who, string Page, string To, int Status, bool Accepted, string Title, string Body)
{
    public override string ToString() => $"{Who} {Page} ({To}): {Status}";
}

/// <summary>Everybody goes through the pages that are theirs and sends every form there is, filled in: last what ends something.</summary>
/// <param name="street">Where they walk.</param>
/// <param name="more">Fields that are sent along where a form has none of that name.</param>
/// <param name="choice">Which radio is chosen, see <see cref="FilledForm"/>.</param>
/// <param name="padding">What is written behind the words, to make them too long, say.</param>
internal sealed class FormWalk(Street street, IReadOnlyList<(string Name, string Value)> more, int choice = 1, string padding = "")
{
    /// <summary>What is written about people where their part of the service asks for words.</summary>
    public const string AboutPeople = "Zangnguoi";

    /// <summary>What is written everywhere else: openings, employers, accounts.</summary>
    public const string AboutOthers = "Zangviec";

    private const int FormsOfPage = 8;

    private static readonly string[] Endings = ["Leave", "Withdraw", "TakeDown", "Close", "Off", "Refuse", "Suspend", "Revoke", "Drop", "Cancel", "End", "EndAll", "Renew", "Reset", "Remove", "/Account/Password"];

    private static readonly string[] People = ["Returnees", "Placements", "Referrals", "Kiosk/", "Search", "Home", "R/", "Hire/Referrals", "Hire/Training", "Mentor/"];

    private readonly List<Sent> sent = [];
    private readonly HashSet<string> done = new(StringComparer.Ordinal);

    public async Task<IReadOnlyList<Sent>> RunAsync(params string[] everybody)
    {
        var table = EndpointTable.Expected();
        var pages = (await EndpointTable.OfAsync(street.Host)).Where(a => a is { Method: "GET", Handler: "" } && !LookingTests.Ends.Contains(a.Route) && !a.Route.StartsWith("Sign", StringComparison.Ordinal)).ToList();
        foreach (var last in new[] { false, true })
        {
            foreach (var who in everybody)
            {
                foreach (var page in pages.Where(p => In(p, who) && !(who == "person" && In(p, "screen"))))
                    await SendAllAsync(who, page, last);
            }
        }

        return sent;

        bool In(Asked page, string who) => table[page.Name][Street.Everybody.ToList().IndexOf(who)] == "in";
    }

    /// <summary>The forms of a page, and those that a form leads to on the same page.</summary>
    private async Task SendAllAsync(string who, Asked page, bool last)
    {
        var browser = street.As(who);
        if (who == "person" && browser.At is "/Kiosk/Wiped" or "/Kiosk/Leave" or "/Kiosk/Fault")
            await street.BeginVisitAsync();
        await browser.GoAsync(street.Address(page));
        var fresh = true;
        for (var count = 0; count < FormsOfPage;)
        {
            if (await SendNextAsync(browser, who, page, last))
                (fresh, count) = (false, count + 1);
            else if (fresh)
                return;
            else
                (_, fresh) = (await browser.GoAsync(street.Address(page)), true);
        }
    }

    private async Task<bool> SendNextAsync(Browser browser, string who, Asked page, bool last)
    {
        foreach (var form in browser.Page.QuerySelectorAll("main form[method=post], form.wb-find").OfType<IHtmlFormElement>())
        {
            foreach (var button in form.QuerySelectorAll("button[type=submit], button:not([type])"))
            {
                var action = button.GetAttribute("formaction") ?? form.GetAttribute("action");
                var to = string.IsNullOrEmpty(action) ? browser.At : action;
                var fields = form.QuerySelectorAll("[name]").Select(e => e.GetAttribute("name")).Append(button.GetAttribute("name")).Distinct(StringComparer.Ordinal);
                if (Endings.Any(end => to.EndsWith(end, StringComparison.Ordinal)) != last || !done.Add($"{who} {page.Name} {to} {string.Join(' ', fields)}"))
                    continue;
                var values = FilledForm.In(form, (People.Any(part => page.Route.StartsWith(part, StringComparison.Ordinal)) ? AboutPeople : AboutOthers) + " an" + padding, choice, button);
                values.AddRange(more.Where(m => values.All(v => v.Name != m.Name)));
                await browser.PostAsync(to, values);
                var refused = (browser.Page.Title ?? "").StartsWith("Lỗi", StringComparison.Ordinal) || browser.At.Contains("/SignIn", StringComparison.Ordinal) || browser.At is "/Kiosk/Wiped" or "/Kiosk/Fault";
                sent.Add(new Sent(who, page.Name, to, (int)browser.Status, (int)browser.Status == 200 && !refused, browser.Page.Title ?? "", browser.Page.DocumentElement.OuterHtml));
                return true;
            }
        }

        return false;
    }
}
