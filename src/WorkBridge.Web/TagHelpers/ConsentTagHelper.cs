using Microsoft.AspNetCore.Razor.TagHelpers;
using static WorkBridge.Web.TagHelpers.Markup;
using static WorkBridge.Web.Tongue;

namespace WorkBridge.Web.TagHelpers;

/// <summary>
/// Where a consent stands: <c>&lt;wb-consent state="given" text="Đồng ý đến 12/05/2027" /&gt;</c>.
/// States: given; soon (ends within 14 days); none, refused, withdrawn, ended; again (agreed under a notice that no longer counts).
/// </summary>
[HtmlTargetElement("wb-consent", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ConsentTagHelper : LookTagHelper
{
    public string State { get; set; } = "none";

    /// <summary>More exact words: until when, for whom.</summary>
    public string? Text { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (tone, icon, words) = State switch
        {
            "given" => ("person", "shield-check", T("Đã đồng ý", "Agreed")),
            "soon" => ("ours", "shield-half", T("Đồng ý sắp hết hạn", "Consent ends soon")),
            "none" => ("blocked", "shield-x", T("Chưa có đồng ý", "No consent")),
            "refused" => ("blocked", "shield-x", T("Không đồng ý", "Refused")),
            "withdrawn" => ("blocked", "shield-x", T("Đã rút lại", "Withdrawn")),
            "again" => ("ours", "shield-question", T("Cần hỏi lại theo mẫu mới", "To be asked again")),
            "ended" => ("blocked", "shield-x", T("Đồng ý đã hết hạn", "Consent has ended")),
            _ => throw new InvalidOperationException($"state=\"{State}\": use given, soon, none, refused, withdrawn, ended or again."),
        };
        Replace(output, Html($"""<span class="wb-tag wb-tag--{tone}">{Icon(icon, 16)}{Text ?? words}</span>"""));
    }
}
