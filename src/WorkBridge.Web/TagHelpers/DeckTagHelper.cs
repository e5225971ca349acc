using Microsoft.AspNetCore.Razor.TagHelpers;

namespace WorkBridge.Web.TagHelpers;

/// <summary>One span of the bridge: <c>&lt;wb-deck fill="0.6" tone="river" /&gt;</c>. Decorative; words beside it say what it means.</summary>
[HtmlTargetElement("wb-deck", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DeckTagHelper : LookTagHelper
{
    /// <summary>From 0 (a gap) to 1 (whole).</summary>
    public double Fill { get; set; } = 1;

    /// <summary>river, turmeric or ask.</summary>
    public string Tone { get; set; } = "river";

    public override void Process(TagHelperContext context, TagHelperOutput output) => Replace(output, Drawing.Deck(Fill, Tone));
}
