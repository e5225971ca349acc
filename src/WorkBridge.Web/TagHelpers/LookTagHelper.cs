using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace WorkBridge.Web.TagHelpers;

/// <summary>A helper that draws a part of the look and needs to know which request it draws for.</summary>
public abstract class LookTagHelper : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    private protected IHtmlContent Icon(string name, int size = 20, string? css = null) => Drawing.Icon(ViewContext, name, size, css);

    /// <summary>Writes markup in place of the helper's own element.</summary>
    private protected static void Replace(TagHelperOutput output, IHtmlContent markup)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(markup);
    }
}
