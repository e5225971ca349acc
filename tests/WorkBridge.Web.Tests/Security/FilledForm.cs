using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Security;

/// <summary>A form as somebody would send it who fills in everything: what stands there stays, what is empty gets something that fits.</summary>
internal static partial class FilledForm
{
    private static int made;

    /// <param name="words">What is written into fields for words.</param>
    /// <param name="choice">Which radio of a group is chosen where none is yet: the last one of as many.</param>
    /// <param name="button">What is pressed.</param>
    public static List<(string Name, string Value)> In(IHtmlFormElement form, string words, int choice, IElement button)
    {
        var values = Browser.Present(form).Where(f => f.Value.Length > 0).ToList();
        var given = values.Select(v => v.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var field in form.QuerySelectorAll("input[name], select[name], textarea[name]").Where(e => !e.HasAttribute("disabled")))
        {
            var name = field.GetAttribute("name")!;
            if (field is IHtmlInputElement { Type: "checkbox", IsChecked: false } box && form.QuerySelectorAll($"[type=checkbox][name='{name}']").Length == 1)
                values.Insert(0, (name, box.Value)); // Before the hidden "no" that belongs to it.
            if (!given.Add(name))
                continue;
            var value = field switch
            {
                IHtmlSelectElement select => select.Options.Select(o => o.Value).Where(v => v.Length > 0).OrderByDescending(v => v == Given.KienAn).FirstOrDefault(),
                IHtmlInputElement { Type: "radio" } => form.QuerySelectorAll($"input[type=radio][name='{name}']").Cast<IHtmlInputElement>().Take(choice).LastOrDefault()?.Value,
                IHtmlInputElement { Type: "checkbox" or "submit" or "button" or "file" or "image" or "hidden" } => null,
                IHtmlInputElement input => Typed(input, name, words),
                _ when name.EndsWith(".Skills", StringComparison.Ordinal) => null, // A list of our own words.
                _ => words,
            };
            if (value is not null)
                values.Add((name, value));
        }

        if (button.GetAttribute("name") is { Length: > 0 } pressed)
            values.Add((pressed, button.GetAttribute("value") ?? ""));
        return values;
    }

    private static string Typed(IHtmlInputElement input, string name, string words) => input.Type switch
    {
        "email" => $"{Words().Replace(words, "").ToLowerInvariant()}{++made}@example.vn",
        "tel" => "0987 654 321",
        "password" when name.EndsWith("Present", StringComparison.Ordinal) => Given.Password,
        "password" => "mười hai con giáp đi chợ",
        _ when name.EndsWith("TaxCode", StringComparison.Ordinal) => Given.CompanyCode(500 + ++made),
        _ when name.EndsWith("Year", StringComparison.Ordinal) => "1990",
        _ when input.GetAttribute("inputmode") is "numeric" or "decimal" => "7",
        _ when Time().IsMatch(name) => "8:30",
        _ when Moment().IsMatch(name) => "10/12/2026 8:30",
        _ when Ahead().IsMatch(name) => "10/12/2026",
        _ when Day().IsMatch(name) => "20/11/2026",
        _ when input.GetAttribute("list") == "trades" => "may công nghiệp",
        _ => words,
    };

    [GeneratedRegex("[^A-Za-z]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Words();

    [GeneratedRegex("(On|From|Start|End|Until|Since|Day|Date)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Day();

    [GeneratedRegex("(Starts|Closes|Trial|Planned|Available|Interview)[A-Za-z]*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ahead();

    [GeneratedRegex("(At|When)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Moment();

    [GeneratedRegex("(Time|Clock)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Time();
}
