using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using static WorkBridge.Web.TagHelpers.Markup;

namespace WorkBridge.Web.TagHelpers;

/// <summary>The few drawn parts that several helpers share.</summary>
internal static class Drawing
{
    private const string Sprite = "assets/img/icons.svg";

    /// <summary>An icon of the sprite, hidden from screen readers: a word always stands beside it.</summary>
    public static IHtmlContent Icon(ViewContext view, string name, int size, string? css = null) =>
        Html($"""<svg class="wb-icon{(css is null ? "" : " " + css)}" width="{size}" height="{size}" aria-hidden="true" focusable="false"><use href="{AssetAddress(view, Sprite)}#{name}"/></svg>""");

    /// <summary>One span of the bridge, filled from 0 to 1. Tones: river, turmeric, ask.</summary>
    public static IHtmlContent Deck(double fill, string tone)
    {
        Require(tone, "tone", "river", "turmeric", "ask");
        fill = Math.Clamp(fill, 0, 1);
        var rest = fill < 1 ? Html($"""<path class="wb-deck__base" d="M1 1H99V23H94C90 4 10 4 6 23H1Z" vector-effect="non-scaling-stroke"/>""") : None;
        var done = fill > 0 ? Html($"""<svg width="{fill * 100:0.##}" height="24" overflow="hidden"><path class="wb-deck__fill" d="M0 0H100V24H94C90 4 10 4 6 24H0Z"/></svg>""") : None;
        return Html($"""<svg class="wb-deck wb-deck--{tone}" viewBox="0 0 100 24" preserveAspectRatio="none" aria-hidden="true" focusable="false">{rest}{done}</svg>""");
    }

    /// <summary>The address of an asset with the hash of its content in the name, where static assets are mapped.</summary>
    private static string AssetAddress(ViewContext view, string path)
    {
        var known = view.HttpContext.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>();
        return $"{view.HttpContext.Request.PathBase}/{known?[path] ?? path}";
    }

    /// <summary>Refuses an attribute value that is not one of the words the helper knows, when the page is first seen.</summary>
    public static void Require(string value, string attribute, params ReadOnlySpan<string> allowed)
    {
        if (!allowed.Contains(value))
            throw new ArgumentException($"{attribute}=\"{value}\": use one of {string.Join(", ", allowed.ToArray())}.", attribute);
    }
}
