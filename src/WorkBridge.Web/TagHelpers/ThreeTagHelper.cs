using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static WorkBridge.Web.TagHelpers.Markup;
using static WorkBridge.Web.Tongue;

namespace WorkBridge.Web.TagHelpers;

/// <summary>
/// The three-way bar: <c>&lt;wb-three id="home" parts="@(new[] { 2, 7, 1 })" label="…" key="true" /&gt;</c>.
/// Parts in the order stable, unstable, none, unknown (the last may be left out). Reads on a grey printer too.
/// </summary>
[HtmlTargetElement("wb-three", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ThreeTagHelper : LookTagHelper
{
    private static readonly string[] Kinds = ["stable", "unstable", "none", "unknown"];

    /// <summary>Unique on the page: the patterns are named after it.</summary>
    public string Id { get; set; } = "three";

    public IReadOnlyList<int> Parts { get; set; } = [];

    /// <summary>What the whole width stands for; the sum of the parts when left out.</summary>
    public int? Total { get; set; }

    /// <summary>The figures in words; written from the parts when left out.</summary>
    public string? Label { get; set; }

    public int Height { get; set; } = 28;

    /// <summary>Writes the key with the figures below the bar.</summary>
    public bool Key { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var total = Math.Max(1, Total ?? Parts.Sum());
        var bars = new List<IHtmlContent>();
        var x = 0.0;
        for (var i = 0; i < Parts.Count && i < Kinds.Length; i++)
        {
            var width = 100.0 * Parts[i] / total;
            if (Parts[i] > 0)
                bars.Add(Bar(Kinds[i], x, width));
            x += width;
        }

        var key = Key ? Html($"""<ul class="wb-three-key wb-small">{Join(Shown().Select(i => Html($"<li>{OutcomeTagHelper.Draw(ViewContext, Kinds[i], Parts[i], null)}</li>")))}</ul>""") : None;
        Replace(output, Html($"""
            <svg class="wb-three" width="100%" height="{Height}" role="img" aria-label="{Label ?? InWords()}" focusable="false"><defs><pattern id="{Id}-u" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="wb-three__u1" width="8" height="8"/><rect class="wb-three__u2" width="2.5" height="8"/></pattern><pattern id="{Id}-q" width="8" height="8" patternUnits="userSpaceOnUse"><rect class="wb-three__q1" width="8" height="8"/><circle class="wb-three__q2" cx="4" cy="4" r="1.6"/></pattern></defs>{Join(bars)}</svg>{key}
            """));
    }

    private IHtmlContent Bar(string kind, double x, double width)
    {
        var fill = kind switch { "unstable" => $"url(#{Id}-u)", "unknown" => $"url(#{Id}-q)", _ => null };
        return Html($"""<svg x="{x:0.###}%" width="{width:0.###}%" height="{Height}" overflow="visible"><rect class="wb-three__{kind}" y="1" width="100%" height="{Height - 2}"{Attribute("fill", fill)}/></svg>""");
    }

    /// <summary>Unknown is shown only where there is some: an empty key line says nothing.</summary>
    private IEnumerable<int> Shown() => Enumerable.Range(0, Math.Min(Parts.Count, Kinds.Length)).Where(i => i < 3 || Parts[i] > 0);

    private string InWords()
    {
        string[] words = [T("ổn định", "stable"), T("chưa ổn định", "not yet stable"), T("chưa có việc", "no work yet"), T("chưa rõ", "not known")];
        return string.Join(", ", Shown().Select(i => $"{words[i]} {Parts[i].ToString(CultureInfo.InvariantCulture)}"));
    }
}
