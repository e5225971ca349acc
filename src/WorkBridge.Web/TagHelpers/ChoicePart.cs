using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static WorkBridge.Web.TagHelpers.Markup;

namespace WorkBridge.Web.TagHelpers;

/// <summary>One answer to choose: its value in the form, its label, and words that help.</summary>
public sealed record ChoiceView(string Value, string Label, string? Hint = null);

/// <summary>A question with answers to choose from: legend, hint, error, then the answers. Nothing is chosen beforehand.</summary>
public abstract class ChoicePart : FormPart
{
    public string Legend { get; set; } = "";

    public IReadOnlyList<ChoiceView> Items { get; set; } = [];

    public bool Inline { get; set; }

    public bool Small { get; set; }

    /// <summary>s (bold, the usual), plain, hidden (for screen readers), or page: the legend is the heading of the page.</summary>
    [HtmlAttributeName("legend-as")]
    public string LegendAs { get; set; } = "s";

    /// <summary>radios or checkboxes.</summary>
    private protected abstract string Kind { get; }

    private protected abstract string InputType { get; }

    private protected abstract bool IsChosen(string value);

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var reveals = await RevealTagHelper.CollectAsync(context, output);
        var items = Join(Items.Select((item, i) => Item(item, i, reveals.GetValueOrDefault(item.Value))));
        var css = $"govuk-{Kind}{(Inline ? $" govuk-{Kind}--inline" : "")}{(Small ? $" govuk-{Kind}--small" : "")}";
        Wrap(output, null, Html($"""
            <fieldset class="govuk-fieldset"{Attribute("aria-describedby", DescribedBy(Hint))}>{LegendMarkup()}{HintMarkup(Hint)}{ErrorMarkup()}<div class="{css}" data-module="govuk-{Kind}">{items}</div></fieldset>
            """));
    }

    private IHtmlContent LegendMarkup()
    {
        Drawing.Require(LegendAs, "legend-as", "s", "plain", "hidden", "page");
        return LegendAs == "page"
            ? Html($"""<legend class="govuk-fieldset__legend"><h1 class="wb-h1">{LabelWords(Legend)}</h1></legend>""")
            : Html($"""<legend class="govuk-fieldset__legend{LegendAs switch { "s" => " govuk-fieldset__legend--s", "hidden" => " govuk-visually-hidden", _ => "" }}">{LabelWords(Legend)}</legend>""");
    }

    /// <summary>The first answer carries the id of the field, so that a link from the error summary lands on it.</summary>
    private IHtmlContent Item(ChoiceView item, int index, IHtmlContent? reveal)
    {
        var id = index == 0 ? Id : $"{Id}-{index + 1}";
        var hint = item.Hint is null ? None : Html($"""<div id="{id}-item-hint" class="govuk-hint govuk-{Kind}__hint">{item.Hint}</div>""");
        var follow = reveal is null ? None : Html($"""<div class="govuk-{Kind}__conditional wb-reveal">{reveal}</div>""");
        return Html($"""
            <div class="govuk-{Kind}__item"><input class="govuk-{Kind}__input" id="{id}" name="{Name}" type="{InputType}" value="{item.Value}"{Attribute("checked", IsChosen(item.Value) ? "" : null)}{Attribute("aria-describedby", item.Hint is null ? null : id + "-item-hint")}><label class="govuk-label govuk-{Kind}__label" for="{id}">{item.Label}</label>{hint}</div>{follow}
            """);
    }
}
