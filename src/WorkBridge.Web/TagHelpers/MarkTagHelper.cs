using Microsoft.AspNetCore.Razor.TagHelpers;
using static WorkBridge.Web.TagHelpers.Markup;

namespace WorkBridge.Web.TagHelpers;

/// <summary>The sign of the service: a tile-roofed bridge. <c>&lt;wb-mark size="34" /&gt;</c></summary>
[HtmlTargetElement("wb-mark", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MarkTagHelper : LookTagHelper
{
    public int Size { get; set; } = 32;

    public override void Process(TagHelperContext context, TagHelperOutput output) => Replace(output, Html($"""
        <svg class="wb-mark" width="{Size}" height="{Size}" viewBox="0 0 32 32" aria-hidden="true" focusable="false"><path class="wb-mark__roof" d="M1.2 8.6C4 11 7 11 9 10.4C13.4 9 18.6 9 23 10.4C25 11 28 11 30.8 8.6C31.4 11.8 29.8 14.7 27.6 16.2C24 14.4 20 13.6 16 13.6S8 14.4 4.4 16.2C2.2 14.7 .6 11.8 1.2 8.6Z"/><path class="wb-mark__post" d="M7.3 15.4H9.3V20H7.3ZM15 14H17V20H15ZM22.7 15.4H24.7V20H22.7Z"/><path class="wb-mark__deck" d="M2 19.5H30V28H26.8A4.4 4.4 0 0 0 18 28H14A4.4 4.4 0 0 0 5.2 28H2Z"/></svg>
        """));
}
