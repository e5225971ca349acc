using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Matching;
using WorkBridge.Openings;
using WorkBridge.Placements;
using WorkBridge.Returnees;
using WorkBridge.Web.Tests.Security;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Editing;

/// <summary>
/// Every form that stands on a page of the desk, of an employer, of the administrator or before the sign-in, found on the pages
/// themselves: sent empty and sent full of nonsense it comes back with words beside the field, and with all that was typed.
/// </summary>
public sealed class EveryFormTests : IAsyncLifetime
{
    /// <summary>Too long for any field, no day, no number, no address; with signs that a page must not take for its own.</summary>
    private static readonly string Nonsense = "Ồ <b>\"'&amp;\" không đúng " + new string('y', 20_000);

    private static readonly string[] Roles = ["nobody", "admin", "coordinator", "officer", "contact", "mentor"];

    /// <summary>Forms in which nothing has to be filled in: sent empty they are an answer.</summary>
    private static readonly string[] MayBeEmpty =
    [
        "/Admin/Communes/{code}", "/Employers/{id:guid}?handler=Size", "/Returnees/{id:guid}/Programme?handler=Plan", "/Returnees/{id:guid}/Skills", "/Referrals/{id:guid}?handler=Write", "/Referrals/Prepare",
        "/Returnees/{id:guid}/Support?handler=Move Granted", "/Openings/Import?handler=Columns", "/Openings/Import?handler=Save", "/Hire/Import?handler=Columns", "/Hire/Openings/{id:guid}/Place later", "/Hire/Openings/{id:guid}/Work later", "/Hire/Openings/{id:guid}/Teaching later",
    ];

    private Street street = null!;
    private IReadOnlyList<Asked> pages = null!;

    public async Task InitializeAsync()
    {
        street = await Street.BuildAsync();
        // What is taught is asked of a training place alone, and another outcome only where there is one.
        await street.Host.Db(async db =>
        {
            var draft = await db.Openings.SingleAsync(o => o.State == OpeningState.Draft);
            draft.Rewrite(draft.Content with { Kind = OpeningKind.Training });
            db.Outcomes.Add(new Outcome(street.Placement, null, WorkState.Unstable, 1, "[]", null, Actor.System, street.Host.Given.Now));
            await db.SaveChangesAsync();
        });
        pages = [.. (await EndpointTable.OfAsync(street.Host)).Where(a => a.Method == "GET" && a.Handler.Length == 0 && !a.Route.StartsWith("Kiosk/", StringComparison.Ordinal) && !a.Route.StartsWith("Admin/Jobs/", StringComparison.Ordinal))];
    }

    public async Task DisposeAsync() => await street.DisposeAsync();

    [Fact]
    public async Task Sent_empty_or_full_of_nonsense_it_comes_back_with_words_beside_the_field_and_everything_typed()
    {
        var wrong = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var who in Roles)
        {
            foreach (var page in pages)
            {
                var browser = await OpenAsync(who, page);
                if (browser.At.Split('?')[0] != street.Address(page).Split('?')[0])
                    continue; // not this visitor's page
                foreach (var (at, button, name) in Forms(browser).SelectMany((form, at) => Buttons(form).Select(button => (at, button, Action(browser, page, at, button)))).ToList())
                {
                    if (!seen.Add($"{(page.Route == "R/{token}" ? "" : who)} {name}"))
                        continue;
                    wrong.AddRange((await EmptyAsync(who, page, at, button, MayBeEmpty.Contains(name))).Select(w => $"{who} {name} empty: {w}"));
                    wrong.AddRange((await NonsenseAsync(who, page, at, button, choices: false)).Select(w => $"{who} {name} nonsense: {w}"));
                    wrong.AddRange((await NonsenseAsync(who, page, at, button, choices: true)).Select(w => $"{who} {name} nonsense beside choices: {w}"));
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.InRange(seen.Count, 35, 200);
    }

    private async Task<List<string>> EmptyAsync(string who, Asked page, int at, int button, bool mayBe)
    {
        var browser = await OpenAsync(who, page);
        if (Forms(browser).ElementAtOrDefault(at) is not { } form)
            return ["the form is gone"];
        await SendAsync(browser, form, button, _ => "");
        return mayBe && browser.Status == HttpStatusCode.OK ? [] : [.. Faults(browser)];
    }

    private async Task<List<string>> NonsenseAsync(string who, Asked page, int at, int button, bool choices)
    {
        var browser = await OpenAsync(who, page);
        if (Forms(browser).ElementAtOrDefault(at) is not { } form)
            return ["the form is gone"];
        var sent = Fields(form).Where(f => IsText(f) || (choices && Choice(f) is not null)).DistinctBy(f => f.GetAttribute("name")).ToDictionary(f => f.GetAttribute("name")!, f => IsText(f) ? Nonsense : Choice(f)!, StringComparer.Ordinal);
        if (choices && (sent.Values.All(v => v == Nonsense) || sent.Values.All(v => v != Nonsense)))
            return []; // nothing to choose, or nothing but to choose
        await SendAsync(browser, form, button, field => IsText(field) || !choices ? Nonsense : Choice(field) ?? Nonsense);
        var faults = Faults(browser).ToList();
        if (faults.Count == 0)
            faults.AddRange(sent.Where(one => !Held(browser, one.Key).Contains(one.Value)).Select(one => $"{one.Key} lost “{one.Value[..Math.Min(20, one.Value.Length)]}”"));
        return faults;
    }

    /// <summary>What the fields of a name hold now.</summary>
    private static List<string?> Held(Browser browser, string name) =>
        [.. browser.Page.QuerySelectorAll($"main [name='{name}']").Select(field => field switch
        {
            IHtmlTextAreaElement area => area.Value,
            IHtmlSelectElement select => select.Value,
            IHtmlInputElement { Type: "radio" or "checkbox" } box => box.IsChecked ? box.Value : null,
            IHtmlInputElement input => input.Value,
            _ => null,
        })];

    /// <summary>An answer that the page itself offers.</summary>
    private static string? Choice(IElement field) => field switch
    {
        IHtmlSelectElement select => select.Options.Select(o => o.Value).FirstOrDefault(v => v.Length > 0),
        IHtmlInputElement { Type: "radio" or "checkbox" } box => box.Value,
        _ => null,
    };

    private static IEnumerable<string> Faults(Browser browser)
    {
        if (browser.Status != HttpStatusCode.OK)
        {
            yield return $"{(int)browser.Status}";
            yield break;
        }

        if (!(browser.Page.Title ?? "").StartsWith("Lỗi:", StringComparison.Ordinal))
        {
            yield return $"went to {browser.At}, “{browser.Page.Title}”";
            yield break;
        }

        var links = browser.Page.QuerySelectorAll(".govuk-error-summary a").ToList();
        if (links.Count == 0)
            yield return "no error leads to a field: " + browser.Page.QuerySelector(".govuk-error-summary")?.TextContent.Trim();
        foreach (var target in links.Select(link => link.GetAttribute("href")!.TrimStart('#')))
        {
            if (browser.Page.GetElementById(target) is null)
                yield return $"the summary leads to #{target}, which is not there";
        }

        if (browser.Page.QuerySelector(".govuk-error-message") is null)
            yield return "no error stands beside a field";
    }

    private async Task<Browser> OpenAsync(string who, Asked page)
    {
        var browser = street.As(who);
        if (page.Route.EndsWith("/Import", StringComparison.Ordinal))
            await street.SendFilesAgainAsync(); // an answer that is taken uses the file up
        if (page.Route.EndsWith("/Support", StringComparison.Ordinal))
            await street.AskSupportAgainAsync();
        await browser.GoAsync(street.Address(page));
        if (browser.Status == HttpStatusCode.OK && browser.Page.QuerySelector("form[action$='handler=View']") is not null)
            await browser.SubmitAsync("form[action$='handler=View']");
        return browser;
    }

    private static List<IHtmlFormElement> Forms(Browser browser) => browser.Status != HttpStatusCode.OK ? [] :
        [.. browser.Page.QuerySelectorAll("main form").OfType<IHtmlFormElement>().Where(f => f.Method == "post" && !f.HasAttribute("hidden") && f.GetAttribute("role") != "search" && Fields(f).Any())]; // whatever is typed to look for something has an answer

    private static IEnumerable<int> Buttons(IHtmlFormElement form) => Enumerable.Range(0, Math.Max(1, Submits(form).Count));

    /// <summary>What sends the form; a way out of it asks for nothing.</summary>
    private static List<IElement> Submits(IHtmlFormElement form) => [.. form.QuerySelectorAll("button").Where(b => b.GetAttribute("type") is null or "submit" && !b.HasAttribute("formnovalidate"))];

    /// <summary>What somebody can fill in.</summary>
    private static IEnumerable<IElement> Fields(IHtmlFormElement form) =>
        form.QuerySelectorAll("input[name], select[name], textarea[name]").Where(f => f.GetAttribute("type") is not ("hidden" or "submit" or "button"));

    private static bool IsText(IElement field) => field.LocalName == "textarea" || (field.LocalName == "input" && field.GetAttribute("type") is not ("radio" or "checkbox" or "file" or "password"));

    /// <summary>Where a form goes, named by its route.</summary>
    private static string Action(Browser browser, Asked page, int at, int button)
    {
        var form = Forms(browser)[at];
        var pressed = Submits(form).ElementAtOrDefault(button);
        var url = pressed?.GetAttribute("formaction") ?? form.GetAttribute("action");
        var handler = url is { Length: > 0 } && url.Contains("handler=", StringComparison.Ordinal) ? "?handler=" + url.Split("handler=")[1].Split('&')[0] : "";
        return $"/{page.Route}{handler}{(pressed?.GetAttribute("value") is { Length: > 0 } value ? " " + value : "")}";
    }

    /// <param name="fill">What goes into a field; empty leaves it as a browser sends an empty one.</param>
    private static async Task SendAsync(Browser browser, IHtmlFormElement form, int button, Func<IElement, string> fill)
    {
        var values = new List<(string Name, string Value)>();
        var filled = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in form.QuerySelectorAll("input[name], select[name], textarea[name]").Where(f => f.GetAttribute("type") is not ("file" or "submit" or "button")))
        {
            var (name, isHidden) = (field.GetAttribute("name")!, field.GetAttribute("type") == "hidden");
            var value = isHidden ? field.GetAttribute("value") ?? "" : fill(field);
            // A browser sends of a list what the list offers.
            if (value.Length == 0 && field is IHtmlSelectElement { Options: var offered } && offered.All(o => o.Value.Length > 0))
                value = offered.First().Value;
            if (isHidden || (filled.Add(name) && (value.Length > 0 || field.GetAttribute("type") is not ("radio" or "checkbox"))))
                values.Add((name, value));
        }

        var pressed = Submits(form).ElementAtOrDefault(button);
        if (pressed?.GetAttribute("name") is { Length: > 0 } pressedName)
            values.Add((pressedName, pressed.GetAttribute("value") ?? ""));
        var action = pressed?.GetAttribute("formaction") ?? form.GetAttribute("action");
        (string, string, byte[])? file = form.QuerySelector("input[type=file]") is { } chosen && fill(chosen).Length > 0 ? (chosen.GetAttribute("name")!, "a.xlsx", [1, 2, 3]) : null;
        await browser.PostAsync(string.IsNullOrEmpty(action) ? browser.At : action, values, file);
    }
}
