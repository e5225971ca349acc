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

/// <summary>The work and its pay. The trade is proposed from the title and chosen by the employer, never set for it.</summary>
[Authorize(Policy = Policies.Contact)]
public sealed class WorkModel(WorkBridgeDb db, WriteOpening write, CurrentUser user, TimeProvider clock) : WritePage(db, write, user, clock)
{
    public const string NoTrade = "none";
    public const string OtherTrade = "other";
    private const int Proposed = 4;

    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <summary>The trades to choose from, best first.</summary>
    public IReadOnlyList<Trade> Trades { get; private set; } = [];

    public IReadOnlyList<ChoiceView> TradeChoices =>
    [
        .. Trades.Select(t => new ChoiceView(t.Code, new Words(t.Vi, t.En).ToString())),
        new(OtherTrade, T("Nghề khác", "Another trade")),
        new(NoTrade, T("Chưa rõ, nhờ cán bộ chọn giúp", "Not sure, let the officer choose")),
    ];

    /// <summary>What a law allows for the trades on offer; empty for nearly all work.</summary>
    public IReadOnlyList<RecordBasis> Bases => [.. Trades.SelectMany(t => RecordBases.Default.For(t.Code, Today)).DistinctBy(b => b.Code)];

    public sealed class Fields
    {
        [Need("Chọn nghề đúng nhất, hoặc “Chưa rõ”", "Choose the trade that fits best, or “Not sure”")]
        public string? Trade { get; set; }

        [Longest(80)]
        public string? TradeTyped { get; set; }

        public string? RecordBasis { get; set; }

        [Need("Nhập số người cần", "Enter how many people")]
        public int? Places { get; set; }

        [Money]
        public long? PayMin { get; set; }

        [Money]
        public long? PayMax { get; set; }

        public string? Description { get; set; }

        public string? Requirements { get; set; }

        public int? ExperienceMonths { get; set; }

        public bool? TeachesOnTheJob { get; set; }

        public List<string> Demands { get; set; } = [];
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } elsewhere)
            return elsewhere;
        if (Id is null)
            return RedirectToPage("/Hire/Openings/Kind");
        Input = new Fields
        {
            Trade = Said.TradeCode,
            RecordBasis = Said.RecordBasis,
            Places = Said.Places,
            PayMin = Said.PayMin,
            PayMax = Said.PayMax,
            Description = Said.Description,
            Requirements = Said.Requirements,
            ExperienceMonths = Said.ExperienceMonths,
            TeachesOnTheJob = Said.TeachesOnTheJob ? true : null,
            Demands = [.. Said.Demands],
        };
        Propose();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? then, CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } elsewhere)
            return elsewhere;
        Propose();
        if (then == "later")
            ModelState.Remove("Input.Trade");
        else if (Input.Trade == OtherTrade)
        {
            ModelState.AddModelError("Input.Trade", Trades.Count > 0 && !string.IsNullOrWhiteSpace(Input.TradeTyped)
                ? T("Chọn một nghề trong danh sách vừa tìm", "Choose one of the trades just found")
                : T("Gõ tên nghề rồi bấm lại; nếu không có, chọn “Chưa rõ”", "Type the trade and press again; if there is none, choose “Not sure”"));
        }

        return await SaveAsync(OpeningPart.Work, Rewrite, then, id => RedirectToPage("/Hire/Openings/Place", new { id }), ct) ?? Page();
    }

    private OpeningContent Rewrite(OpeningContent said)
    {
        var trade = Trades.FirstOrDefault(t => t.Code == Input.Trade);
        return said with
        {
            TradeCode = trade?.Code,
            RecordBasis = RecordBases.Default.Allows(Input.RecordBasis, trade?.Code, Today) ? Input.RecordBasis : null,
            Places = Input.Places ?? 0,
            PayMin = Input.PayMin,
            PayMax = Input.PayMax,
            Description = Input.Description ?? "",
            Requirements = Input.Requirements ?? "",
            Skills = [.. Vocabulary.Default.FindIn(Input.Requirements).Where(m => !m.IsTrade).Select(m => m.Code).Distinct()],
            Licences = trade is null ? [] : [.. said.Licences.Intersect(trade.Licences)],
            ExperienceMonths = Input.ExperienceMonths,
            TeachesOnTheJob = Input.TeachesOnTheJob == true,
            Demands = [.. OpeningLook.Demands.Select(d => d.Value).Intersect(Input.Demands)],
        };
    }

    /// <summary>What was typed as another trade comes first, then what was chosen before, then what the title says.</summary>
    private void Propose()
    {
        var typed = Input.Trade == OtherTrade && !string.IsNullOrWhiteSpace(Input.TradeTyped) ? Vocabulary.Default.SuggestTrades(Input.TradeTyped, Proposed) : [];
        var chosen = new[] { Input.Trade, Said.TradeCode }.Where(c => c is not null).Select(c => Vocabulary.Default.Trade(c!)).OfType<Trade>();
        Trades = [.. typed.Concat(chosen).Concat(Vocabulary.Default.Classify(Said.Title, Input.Description ?? Said.Description, Proposed)).DistinctBy(t => t.Code).Take(Proposed + 2)];
    }
}
