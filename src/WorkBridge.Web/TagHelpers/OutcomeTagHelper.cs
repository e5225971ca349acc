using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using WorkBridge.Returnees;
using static WorkBridge.Web.TagHelpers.Markup;

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
        var (name, icon, state) = kind.ToUpperInvariant() switch
        {
            "STABLE" => ("stable", "circle-filled", WorkState.Stable),
            "UNSTABLE" => ("unstable", "circle-half-2", WorkState.Unstable),
            "NONE" or "NOWORK" => ("none", "circle", WorkState.None),
            "UNKNOWN" => ("unknown", "circle-dotted", WorkState.Unknown),
            _ => throw new ArgumentException($"kind=\"{kind}\": use stable, unstable, none or unknown.", nameof(kind)),
        };
        var count = n is null ? None : Html($""" <strong class="wb-num">{n}</strong>""");
        return Html($"""<span class="wb-outcome wb-outcome--{name}">{Drawing.Icon(view, icon, 18)}<span>{text ?? ReturneeText.Of(state).ToString()}{count}</span></span>""");
    }
}
