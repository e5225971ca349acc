using Microsoft.AspNetCore.Razor.TagHelpers;

namespace WorkBridge.Web.TagHelpers;

/// <summary>One answer of several: <c>&lt;wb-radios for="Input.Kind" legend="…" items="@Model.Kinds" /&gt;</c>.</summary>
[HtmlTargetElement("wb-radios", Attributes = "for,legend,items", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class RadiosTagHelper : ChoicePart
{
    private protected override string Kind => "radios";

    private protected override string InputType => "radio";

    private protected override bool IsChosen(string value) =>
        string.Equals(Typed ?? AsChoice(For.Model), value, StringComparison.OrdinalIgnoreCase);
}
