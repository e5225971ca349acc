using Microsoft.AspNetCore.Razor.TagHelpers;
using static WorkBridge.Web.TagHelpers.Markup;

namespace WorkBridge.Web.TagHelpers;

/// <summary>A row of decks, so many done: <c>&lt;wb-progress done="3" total="8" text="Đã xong 3 trong 8 việc hôm nay" /&gt;</c>.</summary>
[HtmlTargetElement("wb-progress", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ProgressTagHelper : LookTagHelper
{
    private const int MostDecks = 12;

    public int Done { get; set; }

    public int Total { get; set; }

    public string Text { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // More than a dozen decks are too narrow to count: then each stands for its share.
        var decks = Math.Min(Total, MostDecks);
        var full = Total == 0 ? 0 : Done * decks / Total;
        var row = Enumerable.Range(0, decks).Select(i => Drawing.Deck(i < full ? 1 : 0, i == full ? "turmeric" : "river"));
        Replace(output, Html($"""<div class="wb-progress"><p class="wb-progress__text">{Text}</p><div class="wb-progress__row" aria-hidden="true">{Join(row)}</div></div>"""));
    }
}
