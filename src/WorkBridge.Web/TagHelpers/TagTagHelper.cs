using Microsoft.AspNetCore.Razor.TagHelpers;
using static WorkBridge.Web.TagHelpers.Markup;

namespace WorkBridge.Web.TagHelpers;

/// <summary>
/// A state, as icon, word and tone: <c>&lt;wb-tag tone="theirs" icon="send"&gt;Đã gửi&lt;/wb-tag&gt;</c>.
/// The tone says whose turn it is: ours, theirs, person, good, closed, blocked.
/// </summary>
[HtmlTargetElement("wb-tag")]
public sealed class TagTagHelper : LookTagHelper
{
    public string Tone { get; set; } = "closed";

    public new string Icon { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        Drawing.Require(Tone, "tone", "ours", "theirs", "person", "good", "closed", "blocked");
        var words = await output.GetChildContentAsync();
        Replace(output, Html($"""<span class="wb-tag wb-tag--{Tone}">{Drawing.Icon(ViewContext, Icon, 16)}{words}</span>"""));
    }
}
