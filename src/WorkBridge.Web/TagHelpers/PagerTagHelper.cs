using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static WorkBridge.Web.TagHelpers.Markup;
using static WorkBridge.Web.Tongue;

namespace WorkBridge.Web.TagHelpers;

/// <summary>
/// Pages of a list: <c>&lt;wb-pager page="2" pages="5" /&gt;</c>. Keeps the rest of the address and changes the value of
/// <c>p</c> (not <c>page</c>, which Razor Pages keeps for itself). Nothing is written for one page.
/// </summary>
[HtmlTargetElement("wb-pager", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PagerTagHelper : LookTagHelper
{
    public int Page { get; set; } = 1;

    public int Pages { get; set; } = 1;

    /// <summary>The name in the address.</summary>
    public string Name { get; set; } = "p";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Pages < 2)
        {
            output.SuppressOutput();
            return;
        }

        var numbers = Enumerable.Range(1, Pages).Where(n => n == 1 || n == Pages || Math.Abs(n - Page) < 2).ToList();
        var items = numbers.SelectMany((n, i) => i > 0 && n - numbers[i - 1] > 1
            ? new[] { Html($"""<li class="govuk-pagination__item govuk-pagination__item--ellipsis">…</li>"""), Item(n) }
            : [Item(n)]);
        Replace(output, Html($"""
            <nav class="govuk-pagination wb-gap" aria-label="{T("Trang", "Pages")}">{Step(Page - 1, "prev", T("Trang trước", "Previous page"))}<ul class="govuk-pagination__list">{Join(items)}</ul>{Step(Page + 1, "next", T("Trang sau", "Next page"))}</nav>
            """));
    }

    private IHtmlContent Item(int n) => n == Page
        ? Html($"""<li class="govuk-pagination__item govuk-pagination__item--current"><a class="govuk-link govuk-pagination__link" href="{Address(n)}" aria-label="{T("Trang", "Page")} {n}" aria-current="page">{n}</a></li>""")
        : Html($"""<li class="govuk-pagination__item"><a class="govuk-link govuk-pagination__link" href="{Address(n)}" aria-label="{T("Trang", "Page")} {n}">{n}</a></li>""");

    private IHtmlContent Step(int n, string rel, string words) => n < 1 || n > Pages
        ? None
        : Html($"""<div class="govuk-pagination__{rel}"><a class="govuk-link govuk-pagination__link" href="{Address(n)}" rel="{rel}"><span class="govuk-pagination__link-title">{words}</span></a></div>""");

    private string Address(int n)
    {
        var request = ViewContext.HttpContext.Request;
        var query = request.Query.Where(pair => !string.Equals(pair.Key, Name, StringComparison.OrdinalIgnoreCase))
            .Append(new(Name, n.ToString(CultureInfo.InvariantCulture)));
        return request.PathBase + request.Path + QueryString.Create(query);
    }
}
