using System.Collections;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace WorkBridge.Web.TagHelpers;

/// <summary>
/// Several answers of several, bound to a list: <c>&lt;wb-checkboxes for="Input.Needs" legend="…" items="@Model.Needs" /&gt;</c>.
/// For a single yes, see wb-checkbox.
/// </summary>
[HtmlTargetElement("wb-checkboxes", Attributes = "for,legend,items", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CheckboxesTagHelper : ChoicePart
{
    private protected override string Kind => "checkboxes";

    private protected override string InputType => "checkbox";

    private protected override bool IsChosen(string value) => Chosen().Contains(value, StringComparer.OrdinalIgnoreCase);

    private IEnumerable<string?> Chosen() => Entry?.RawValue switch
    {
        string one => [one],
        IEnumerable<string?> many => many,
        // A form that came back with no box ticked says nothing about this field: then nothing is ticked, whatever the model held.
        null when ViewContext.HttpContext.Request.HasFormContentType => [],
        _ => For.Model is IEnumerable values and not string ? values.Cast<object?>().Select(AsChoice) : [AsChoice(For.Model)],
    };
}
