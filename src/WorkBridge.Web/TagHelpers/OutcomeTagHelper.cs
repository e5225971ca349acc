using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static WorkBridge.Web.TagHelpers.Markup;
using static WorkBridge.Web.Tongue;

namespace WorkBridge.Web.TagHelpers;

/// <summary>
/// How work turned out: <c>&lt;wb-outcome kind="stable" n="7" /&gt;</c>. Full, half, empty, dotted.
/// Kinds: stable, unstable, none, unknown (the names of the enum do too, whatever their case).
/// </summary>
[HtmlTargetElement("wb-outcome", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class OutcomeTagHelper : LookTagHelper
{
    public string Kind { get; set; } = "unknown";

    /// <summary>How many; left out, only the word stands.</summary>
    public int? N { get; set; }

    /// <summary>Words other than the usual ones.</summary>
    public string? Text { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        Replace(output, Draw(ViewContext, Kind, N, Text));

    internal static IHtmlContent Draw(ViewContext view, string kind, int? n, string? text)
    {
        var (name, icon, word) = kind.ToUpperInvariant() switch
        {
            "STABLE" => ("stable", "circle-filled", T("Ổn định", "Stable")),
            "UNSTABLE" => ("unstable", "circle-half-2", T("Chưa ổn định", "Not yet stable")),
            "NONE" or "NOWORK" => ("none", "circle", T("Chưa có việc", "No work yet")),
            "UNKNOWN" => ("unknown", "circle-dotted", T("Chưa rõ", "Not known")),
            _ => throw new ArgumentException($"kind=\"{kind}\": use stable, unstable, none or unknown.", nameof(kind)),
        };
        var count = n is null ? None : Html($""" <strong class="wb-num">{n}</strong>""");
        return Html($"""<span class="wb-outcome wb-outcome--{name}">{Drawing.Icon(view, icon, 18)}<span>{text ?? word}{count}</span></span>""");
    }
}
