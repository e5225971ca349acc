using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static WorkBridge.Web.TagHelpers.Markup;
using static WorkBridge.Web.Tongue;

namespace WorkBridge.Web.TagHelpers;

/// <summary>
/// Everything that must be corrected, in the order of the page, each linked to its field: <c>&lt;wb-error-summary /&gt;</c>
/// above the heading. Writes nothing when there is nothing. Takes the focus when the page loads.
/// </summary>
[HtmlTargetElement("wb-error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper : LookTagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        Replace(output, ViewContext.ViewData.ModelState.IsValid ? None : new Later(ViewContext));

    /// <summary>Written out when the page is sent, by which time the fields below have made themselves known.</summary>
    private sealed class Later(ViewContext view) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            var lines = Lines().ToList();
            Html($"""
                <div class="govuk-error-summary" data-module="govuk-error-summary"><div role="alert"><h2 class="govuk-error-summary__title">{Title(lines.Count)}</h2><div class="govuk-error-summary__body"><ul class="govuk-list govuk-error-summary__list">{Join(lines)}</ul></div></div></div>
                """).WriteTo(writer, encoder);
        }

        private static string Title(int n) =>
            English ? $"{n} {(n == 1 ? "thing" : "things")} to correct" : $"Còn {n} mục cần sửa";

        private IEnumerable<IHtmlContent> Lines()
        {
            var state = view.ViewData.ModelState;
            var fields = FieldOrder.Of(view).Fields.DistinctBy(field => field.Name, StringComparer.OrdinalIgnoreCase).ToList();
            foreach (var (name, id) in fields)
            {
                if (state.TryGetValue(name, out var entry) && entry.Errors.Count > 0)
                    yield return Html($"""<li><a href="#{id}">{FormPart.Wording(entry.Errors[0])}</a></li>""");
            }

            // What belongs to no field of this page (a broken rule, a lost race) is said without a link.
            var linked = fields.Select(field => field.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
            foreach (var (name, entry) in state)
            {
                if (entry is null || linked.Contains(name))
                    continue;
                foreach (var error in entry.Errors)
                    yield return Html($"<li>{FormPart.Wording(error)}</li>");
            }
        }
    }
}
