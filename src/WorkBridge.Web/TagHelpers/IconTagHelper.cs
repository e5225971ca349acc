using Microsoft.AspNetCore.Razor.TagHelpers;

namespace WorkBridge.Web.TagHelpers;

/// <summary>An icon from the sprite: <c>&lt;wb-icon name="phone" size="18" /&gt;</c>. Names stand in wwwroot-assets/src/icons.txt.</summary>
[HtmlTargetElement("wb-icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : LookTagHelper
{
    public string Name { get; set; } = "";

    public int Size { get; set; } = 20;

    public string? Class { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) => Replace(output, Icon(Name, Size, Class));
}
