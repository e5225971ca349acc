using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace WorkBridge.Web.TagHelpers;

/// <summary>
/// Follow-on fields under one choice, inside wb-radios or wb-checkboxes:
/// <c>&lt;wb-reveal value="decline"&gt;…&lt;/wb-reveal&gt;</c>. Opened by style alone; a browser that cannot shows them all.
/// </summary>
[HtmlTargetElement("wb-reveal")]
public sealed class RevealTagHelper : TagHelper
{
    public string Value { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        output.SuppressOutput();
        if (context.Items.TryGetValue(typeof(RevealTagHelper), out var found) && found is Dictionary<string, IHtmlContent> reveals)
            reveals[Value] = inside;
    }

    /// <summary>Collects the follow-on fields that stand inside a group of choices.</summary>
    internal static async Task<Dictionary<string, IHtmlContent>> CollectAsync(TagHelperContext context, TagHelperOutput output)
    {
        var reveals = new Dictionary<string, IHtmlContent>(StringComparer.Ordinal);
        context.Items[typeof(RevealTagHelper)] = reveals;
        await output.GetChildContentAsync();
        return reveals;
    }
}
