using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static WorkBridge.Web.TagHelpers.Markup;
using static WorkBridge.Web.Tongue;

namespace WorkBridge.Web.TagHelpers;

/// <summary>A step of a journey. State: done, now, next or skip.</summary>
public sealed record SpanView(string Label, string State, string? Meta = null);

/// <summary>Where something is on the bridge: <c>&lt;wb-spans items="@Model.Steps" label="…" /&gt;</c></summary>
[HtmlTargetElement("wb-spans", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SpansTagHelper : LookTagHelper
{
    public IReadOnlyList<SpanView> Items { get; set; } = [];

    /// <summary>What the journey is, for screen readers.</summary>
    public string? Label { get; set; }

    /// <summary>Empty for a journey; "list" turns into rows on a phone; "ladder" is lower.</summary>
    public string? Kind { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) => Replace(output, Html($"""
        <div class="wb-spans{(Kind is null ? "" : " wb-spans--" + Kind)}"><ol class="wb-spans__list" aria-label="{Label ?? T("Tiến trình", "Progress")}">{Join(Items.Select(Span))}</ol></div>
        """));

    private static IHtmlContent Span(SpanView item)
    {
        Drawing.Require(item.State, "state", "done", "now", "next", "skip");
        var deck = Drawing.Deck(item.State is "done" or "now" ? 1 : 0, item.State == "now" ? "turmeric" : "river");
        var meta = item.Meta is null ? None : Html($"""<span class="wb-span__meta">{item.Meta}</span>""");
        var said = item.State switch
        {
            "done" => T("(đã xong)", "(done)"),
            "now" => T("(đang ở bước này)", "(now)"),
            "skip" => T("(bỏ qua)", "(left out)"),
            _ => T("(chưa tới)", "(not yet)"),
        };
        return Html($"""<li class="wb-span is-{item.State}"{Attribute("aria-current", item.State == "now" ? "step" : null)}>{deck}<span class="wb-span__label">{item.Label}</span>{meta} {Unseen(said)}</li>""");
    }
}
