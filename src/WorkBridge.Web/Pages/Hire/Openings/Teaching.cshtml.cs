using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkBridge.Data;
using WorkBridge.Matching;
using WorkBridge.Openings;
using WorkBridge.Staff;
using WorkBridge.Web.Forms;
using WorkBridge.Web.Pages.Openings;
using WorkBridge.Web.TagHelpers;

namespace WorkBridge.Web.Pages.Hire.Openings;

/// <summary>What a training place teaches: proposed from what was written, chosen by the employer, more by name.</summary>
[Authorize(Policy = Policies.Contact)]
public sealed class TeachingModel(WorkBridgeDb db, WriteOpening write, CurrentUser user, TimeProvider clock) : WritePage(db, write, user, clock)
{
    private const int Most = 24;

    [BindProperty]
    public Fields Input { get; set; } = new();

    public IReadOnlyList<ChoiceView> Choices { get; private set; } = [];

    public sealed class Fields
    {
        public List<string> Teaches { get; set; } = [];

        [Longest(400)]
        public string? More { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } elsewhere)
            return elsewhere;
        Input = new Fields { Teaches = [.. Said.Teaches] };
        Choices = ChoicesOf(Said.Teaches);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? then, CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } elsewhere)
            return elsewhere;
        var named = Named(then == "later");
        List<string> teaches = [.. Input.Teaches.Where(Known).Concat(named).Distinct().Take(Most)];
        Choices = ChoicesOf(teaches);
        return await SaveAsync(OpeningPart.Teaching, said => said with { Teaches = teaches }, then, id => RedirectToPage("/Hire/Openings/Check", new { id }), ct) ?? Page();
    }

    /// <summary>Reads each line typed; a line in which nothing is recognised is given back.</summary>
    private List<string> Named(bool later)
    {
        var codes = new List<string>();
        foreach (var line in (Input.More ?? "").Split(['\n', ';', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var found = Vocabulary.Default.FindIn(line);
            codes.AddRange(found.Select(m => m.Code));
            if (found.Count == 0 && !later)
                ModelState.AddModelError("Input.More", T($"Chưa nhận ra “{line}”. Viết cách khác, hoặc bỏ dòng này.", $"“{line}” is not recognised. Write it another way, or leave it out."));
        }

        return codes;
    }

    private IReadOnlyList<ChoiceView> ChoicesOf(IEnumerable<string> chosen)
    {
        var trade = Said.TradeCode is { } code ? Vocabulary.Default.Trade(code) : null;
        var mentioned = Vocabulary.Default.FindIn($"{Said.Title}\n{Said.Description}").Select(m => m.Code);
        var codes = chosen.Concat(trade is null ? [] : [trade.Code, .. trade.Skills]).Concat(mentioned).Distinct().Where(Known).Take(Most);
        return [.. codes.Select(c => new ChoiceView(c, OpeningLook.Names([c]).First()))];
    }

    private static bool Known(string code) => Vocabulary.Default.Trade(code) is not null || Vocabulary.Default.Skill(code) is not null;
}
