using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static WorkBridge.Web.TagHelpers.Markup;
using static WorkBridge.Web.Tongue;

namespace WorkBridge.Web.TagHelpers;

/// <summary>
/// One field: <c>&lt;wb-field for="Input.Title" label="…" hint="…" type="text" width="20" /&gt;</c>.
/// Types: text, textarea, select, money (triệu đồng), number, decimal, date, time, moment (day and time), email, tel, password, code, search, file.
/// Other attributes (spellcheck, accept, data-…) go to the control; what stands inside the element comes after the control.
/// </summary>
[HtmlTargetElement("wb-field", Attributes = "for,label", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTagHelper : FormPart
{
    public string Label { get; set; } = "";

    public string Type { get; set; } = "text";

    /// <summary>Characters wide: 2, 3, 4, 5, 10, 20 or 30; left out, as wide as the column.</summary>
    public int? Width { get; set; }

    public string? Prefix { get; set; }

    public string? Suffix { get; set; }

    public int Rows { get; set; } = 4;

    /// <summary>Counted below a textarea while typing; nothing is cut off.</summary>
    public int? Maxlength { get; set; }

    public string? Autocomplete { get; set; }

    public IEnumerable<SelectListItem>? Items { get; set; }

    /// <summary>The words of the first, empty line of a select.</summary>
    public string? Empty { get; set; }

    /// <summary>False for a plain label, as under a radio.</summary>
    public bool Strong { get; set; } = true;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        Drawing.Require(Type, "type", "text", "textarea", "select", "money", "number", "decimal", "date", "time", "moment", "email", "tel", "password", "code", "search", "file");
        var after = await output.GetChildContentAsync();
        var own = Join(output.Attributes.Select(a => Html($" {a}")));
        var hint = Hint ?? UsualHint();
        var count = Type == "textarea" && Maxlength is not null ? Id + "-info" : null;
        var control = Type switch
        {
            "textarea" => TextArea(own, DescribedBy(hint, count)),
            "select" => Select(own, DescribedBy(hint)),
            _ => Input(own, DescribedBy(hint)),
        };
        var counter = count is null ? None : Html($"""<div id="{count}" class="govuk-hint govuk-character-count__message">{T($"Tối đa {Maxlength} ký tự", $"At most {Maxlength} characters")}</div>""");
        Wrap(output, count is null ? null : "govuk-character-count", Html($"""
            <label class="govuk-label{(Strong ? " govuk-label--s" : "")}" for="{Id}">{LabelWords(Label)}</label>{HintMarkup(hint)}{ErrorMarkup()}{control}{counter}{after}
            """));
        if (count is not null)
        {
            output.Attributes.SetAttribute("data-module", "govuk-character-count");
            output.Attributes.SetAttribute("data-maxlength", Maxlength);
        }
    }

    private IHtmlContent Input(IHtmlContent own, string? described)
    {
        var (type, mode, width, autocomplete) = Type switch
        {
            "money" => ("text", "decimal", 5, "off"),
            "decimal" => ("text", "decimal", 5, "off"),
            "number" => ("text", "numeric", 4, "off"),
            "date" => ("text", null, 10, "off"),
            "time" => ("text", null, 5, "off"),
            "moment" => ("text", null, 20, "off"),
            "code" => ("text", "numeric", 5, "one-time-code"),
            "tel" => ("tel", null, 20, "off"),
            "email" => ("email", null, 30, "off"),
            "password" => ("password", null, 30, "current-password"),
            "file" => ("file", null, 0, null),
            var other => (other, (string?)null, 0, "off"),
        };
        var css = (Type == "file" ? "wb-file" : "govuk-input")
            + (Error is null ? "" : " govuk-input--error")
            + ((Width ?? width) > 0 ? $" govuk-input--width-{Width ?? width}" : "");
        var input = Html($"""<input class="{css}" id="{Id}" name="{Name}" type="{type}"{Attribute("value", Value())}{Attribute("inputmode", mode)}{Attribute("autocomplete", Autocomplete ?? autocomplete)}{Attribute("spellcheck", Type is "email" or "code" or "password" ? "false" : null)}{Attribute("aria-describedby", described)}{Attribute("aria-invalid", Error is null ? null : "true")}{own}>""");
        var suffix = Suffix ?? (Type == "money" ? T("triệu đồng", "million đồng") : null);
        return Prefix is null && suffix is null ? input : Html($"""<div class="govuk-input__wrapper">{Fix("prefix", Prefix)}{input}{Fix("suffix", suffix)}</div>""");
    }

    private static IHtmlContent Fix(string which, string? words) =>
        words is null ? None : Html($"""<div class="govuk-input__{which}" aria-hidden="true">{words}</div>""");

    private IHtmlContent TextArea(IHtmlContent own, string? described)
    {
        var css = "govuk-textarea" + (Error is null ? "" : " govuk-textarea--error") + (Maxlength is null ? "" : " govuk-js-character-count");
        // The line break after the tag is dropped by the browser; without it, a first empty line of the text would be.
        return Html($"""<textarea class="{css}" id="{Id}" name="{Name}" rows="{Rows}"{Attribute("autocomplete", Autocomplete)}{Attribute("aria-describedby", described)}{Attribute("aria-invalid", Error is null ? null : "true")}{own}>{"\n"}{Value()}</textarea>""");
    }

    private IHtmlContent Select(IHtmlContent own, string? described)
    {
        var chosen = Typed ?? AsChoice(For.Model) ?? "";
        var first = Empty is null ? None : Html($"""<option value="">{Empty}</option>""");
        var options = (Items ?? []).GroupBy(item => item.Group?.Name).Select(group => group.Key is null
            ? Join(group.Select(Option))
            : Html($"""<optgroup label="{group.Key}">{Join(group.Select(Option))}</optgroup>"""));
        var css = "govuk-select" + (Error is null ? "" : " govuk-select--error");
        return Html($"""<select class="{css}" id="{Id}" name="{Name}"{Attribute("autocomplete", Autocomplete)}{Attribute("aria-describedby", described)}{Attribute("aria-invalid", Error is null ? null : "true")}{own}>{first}{Join(options)}</select>""");

        IHtmlContent Option(SelectListItem item)
        {
            var value = item.Value ?? item.Text;
            var on = string.Equals(value, chosen, StringComparison.Ordinal) || (chosen.Length == 0 && item.Selected);
            return Html($"""<option value="{value}"{Attribute("selected", on ? "" : null)}{Attribute("disabled", item.Disabled ? "" : null)}>{item.Text}</option>""");
        }
    }

    private string? UsualHint() => Type switch
    {
        "date" => T("Ví dụ: 25/11/2026", "For example: 25/11/2026"),
        "time" => T("Ví dụ: 8:30", "For example: 8:30"),
        "moment" => T("Ví dụ: 25/11/2026 8:30", "For example: 25/11/2026 8:30"),
        _ => null,
    };

    /// <summary>What was typed, else the model's value as a person writes it. A password or a file is never given back.</summary>
    private string? Value() => Type is "password" or "file" ? null : Typed ?? Written(For.Model);

    private string? Written(object? value) => value switch
    {
        null => null,
        long dong when Type == "money" => Show.Million(dong),
        DateOnly day => Show.Day(day),
        TimeOnly time => Show.Time(time),
        DateTime utc => $"{Show.Day(utc)} {Show.Time(utc)}",
        decimal or double or float => Show.Number(Convert.ToDecimal(value, CultureInfo.InvariantCulture)),
        _ => AsChoice(value),
    };
}
