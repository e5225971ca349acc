using System.Globalization;
using Microsoft.AspNetCore.Html;

namespace WorkBridge.Web.TagHelpers;

/// <summary>HTML from interpolated strings in which every hole is encoded, unless it is markup already.</summary>
internal static class Markup
{
    public static readonly IHtmlContent None = HtmlString.Empty;

    public static IHtmlContent Html(FormattableString text) =>
        new HtmlFormattableString(CultureInfo.InvariantCulture, text.Format, text.GetArguments());

    /// <summary>An attribute with a leading space, or nothing for null.</summary>
    public static IHtmlContent Attribute(string name, string? value) =>
        value is null ? None : Html($" {new HtmlString(name)}=\"{value}\"");

    /// <summary>Parts one after the other.</summary>
    public static IHtmlContent Join(IEnumerable<IHtmlContent> parts)
    {
        var all = new HtmlContentBuilder();
        foreach (var part in parts)
            all.AppendHtml(part);
        return all;
    }

    /// <summary>Words that only a screen reader says.</summary>
    public static IHtmlContent Unseen(string words) => Html($"""<span class="govuk-visually-hidden">{words}</span>""");
}
