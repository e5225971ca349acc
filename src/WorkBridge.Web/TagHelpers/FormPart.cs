using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static WorkBridge.Web.TagHelpers.Markup;
using static WorkBridge.Web.Tongue;

namespace WorkBridge.Web.TagHelpers;

/// <summary>
/// A part of a form, bound to a property: label above, hint between, error between hint and control.
/// What was typed comes back as it was typed, read from the model state, never re-formatted.
/// </summary>
public abstract class FormPart : LookTagHelper
{
    [HtmlAttributeName("for")]
    public ModelExpression For { get; set; } = null!;

    public string? Hint { get; set; }

    /// <summary>Says "(không bắt buộc)" after the label. Required fields say nothing.</summary>
    public bool Optional { get; set; }

    /// <summary>Fields register in the order of the page, so that the error summary can follow it.</summary>
    public override void Init(TagHelperContext context)
    {
        base.Init(context);
        FieldOrder.Of(ViewContext).Add(Name, Id);
    }

    protected string Name => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    protected string Id => TagBuilder.CreateSanitizedId(Name, "_");

    protected string HintId => Id + "-hint";

    protected string ErrorId => Id + "-error";

    protected string? Error => Entry is { Errors.Count: > 0 } entry ? Wording(entry.Errors[0]) : null;

    /// <summary>What was posted, as text; null where nothing was.</summary>
    protected string? Typed => Entry is { RawValue: not null } entry ? entry.AttemptedValue : null;

    protected ModelStateEntry? Entry => ViewContext.ViewData.ModelState.GetValueOrDefault(Name);

    /// <summary>The words of an error; the framework's own come without any when reading a value threw.</summary>
    internal static string Wording(ModelError error) =>
        error.ErrorMessage.Length > 0 ? error.ErrorMessage : T("Giá trị này chưa đọc được, xin nhập lại", "This value could not be read, please enter it again");

    private protected IHtmlContent LabelWords(string label) =>
        Optional ? Html($"""{label} <span class="wb-optional">{T("(không bắt buộc)", "(optional)")}</span>""") : Html($"{label}");

    private protected IHtmlContent HintMarkup(string? hint) =>
        hint is null ? None : Html($"""<div id="{HintId}" class="govuk-hint">{hint}</div>""");

    private protected IHtmlContent ErrorMarkup() => Error is null
        ? None
        : Html($"""<p id="{ErrorId}" class="govuk-error-message">{Unseen(T("Lỗi: ", "Error: "))}{Error}</p>""");

    private protected string? DescribedBy(string? hint, params ReadOnlySpan<string?> more)
    {
        List<string> ids = [];
        if (hint is not null)
            ids.Add(HintId);
        if (Error is not null)
            ids.Add(ErrorId);
        foreach (var id in more)
        {
            if (id is not null)
                ids.Add(id);
        }

        return ids.Count == 0 ? null : string.Join(' ', ids);
    }

    private protected void Wrap(TagHelperOutput output, string? extraClass, IHtmlContent inside)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.Clear();
        output.Attributes.SetAttribute("class", $"govuk-form-group{(Error is null ? "" : " govuk-form-group--error")}{(extraClass is null ? "" : " " + extraClass)}");
        output.Content.SetHtmlContent(inside);
    }

    /// <summary>A value of the model as a choice carries it: the name of an enum, the text of anything else.</summary>
    private protected static string? AsChoice(object? value) => value switch
    {
        null => null,
        bool yes => yes ? "true" : "false",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
