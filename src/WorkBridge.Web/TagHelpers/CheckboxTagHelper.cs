using Microsoft.AspNetCore.Razor.TagHelpers;
using static WorkBridge.Web.TagHelpers.Markup;

namespace WorkBridge.Web.TagHelpers;

/// <summary>A single yes, bound to a bool: <c>&lt;wb-checkbox for="Input.Housing" label="Có chỗ ở" /&gt;</c>. Unticked posts false.</summary>
[HtmlTargetElement("wb-checkbox", Attributes = "for,label", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CheckboxTagHelper : FormPart
{
    public string Label { get; set; } = "";

    public bool Small { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var on = Typed is { } typed ? typed.StartsWith("true", StringComparison.OrdinalIgnoreCase) : For.Model is true;
        var hint = Hint is null ? None : Html($"""<div id="{HintId}" class="govuk-hint govuk-checkboxes__hint">{Hint}</div>""");
        Wrap(output, null, Html($"""
            {ErrorMarkup()}<div class="govuk-checkboxes{(Small ? " govuk-checkboxes--small" : "")}" data-module="govuk-checkboxes"><div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" id="{Id}" name="{Name}" type="checkbox" value="true"{Attribute("checked", on ? "" : null)}{Attribute("aria-describedby", DescribedBy(Hint))}><label class="govuk-label govuk-checkboxes__label" for="{Id}">{LabelWords(Label)}</label>{hint}</div></div><input type="hidden" name="{Name}" value="false">
            """));
    }
}
