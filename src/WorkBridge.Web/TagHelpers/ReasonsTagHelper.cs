using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static WorkBridge.Web.TagHelpers.Markup;
using static WorkBridge.Web.Tongue;

namespace WorkBridge.Web.TagHelpers;

/// <summary>One criterion of a match. Fill from 0 to 1; state: full, part, none or ask.</summary>
public sealed record ReasonView(string Name, double Fill, int Points, int Of, string Text, string State);

/// <summary>
/// The five decks of a match: <c>&lt;wb-reasons items="@match.Reasons" /&gt;</c>.
/// <c>numbers="false"</c> leaves the points out: so it is shown to the person.
/// </summary>
[HtmlTargetElement("wb-reasons", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ReasonsTagHelper : LookTagHelper
{
    public IReadOnlyList<ReasonView> Items { get; set; } = [];

    public bool Numbers { get; set; } = true;

    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        Replace(output, Html($"""<ul class="wb-reasons">{Join(Items.Select(Reason))}</ul>"""));

    private IHtmlContent Reason(ReasonView reason)
    {
        Drawing.Require(reason.State, "state", "full", "part", "none", "ask");
        var deck = Drawing.Deck(reason.State == "none" ? 0 : reason.Fill, reason.State == "ask" ? "ask" : "river");
        return Html($"""<li class="wb-reason is-{reason.State}">{deck}<div class="wb-reason__text"><span class="wb-reason__head"><span class="wb-reason__name">{reason.Name}</span>{(Numbers ? Points(reason) : None)}</span> <span class="wb-reason__why">{reason.Text}</span></div></li>""");
    }

    private static IHtmlContent Points(ReasonView reason)
    {
        var asked = reason.State == "ask" ? Unseen(T("chưa biết, tạm tính ", "not known, counted as ")) : None;
        return Html($""" <span class="wb-reason__points wb-num">{asked}{reason.Points}<span aria-hidden="true">/</span>{Unseen(T(" trên ", " of "))}{reason.Of}</span>""");
    }
}
