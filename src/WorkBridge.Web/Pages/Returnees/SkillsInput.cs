using WorkBridge.Matching;
using WorkBridge.Openings;
using WorkBridge.Returnees;
using WorkBridge.Web.Forms;

namespace WorkBridge.Web.Pages.Returnees;

/// <summary>One line of the table of trades.</summary>
public sealed class TradeInput
{
    public string? Name { get; set; }

    public Evidence? Evidence { get; set; }

    public int? Months { get; set; }
}

/// <summary>A skill profile as it is typed.</summary>
public sealed class SkillsInput
{
    public const int SpareLines = 2;
    public const int MostTrades = 12;

    public int Version { get; set; }

    public List<TradeInput> Trades { get; set; } = [];

    public string? Skills { get; set; }

    public Evidence? SkillsEvidence { get; set; }

    public List<string?> Wanted { get; set; } = [];

    public List<OpeningKind> Kinds { get; set; } = [];

    public bool Away { get; set; }

    [Money]
    public long? PayFrom { get; set; }

    public List<Shifts> Shifts { get; set; } = [];

    public DateOnly? AvailableFrom { get; set; }

    public Transport? Transport { get; set; }

    public int? MaxKilometres { get; set; }

    public string? Lodging { get; set; }

    public List<string> Licences { get; set; } = [];

    public List<string> Limits { get; set; } = [];

    public List<string> Papers { get; set; } = [];

    public List<string> ClosedWork { get; set; } = [];

    public string? Wish { get; set; }

    public void Fill(ProfileContent content, int version)
    {
        Version = version;
        Trades = [.. content.Trades.Select(t => new TradeInput { Name = TradeWords.Of(t.Code).ToString(), Evidence = t.Evidence, Months = t.Months })];
        Skills = string.Join(", ", content.Skills.Select(s => ReturneeText.Skill(s.Code).ToString()));
        Wanted = [.. content.WantedTrades.Select(c => (string?)TradeWords.Of(c).ToString())];
        Kinds = [.. content.WantedKinds];
        (Away, PayFrom, AvailableFrom, MaxKilometres, Wish) = (content.WantsAway, content.PayFrom, content.AvailableFrom, content.MaxKilometres, content.Wish);
        Shifts = [.. WorkBridge.Openings.OpeningText.Each(content.Shifts)];
        Transport = content.Transport == WorkBridge.Matching.Transport.Unknown ? null : content.Transport;
        Lodging = content.NeedsLodging switch { true => "yes", false => "no", _ => null };
        (Licences, Limits, Papers, ClosedWork) = ([.. content.Licences], [.. content.Limits], [.. content.Papers], [.. content.ClosedWork]);
    }

    /// <summary>Room for more trades than are there.</summary>
    public void AddLines()
    {
        while (Trades.Count < MostTrades && Trades.AsEnumerable().Reverse().TakeWhile(t => string.IsNullOrWhiteSpace(t.Name)).Count() < SpareLines)
            Trades.Add(new TradeInput());
        while (Wanted.Count < 3)
            Wanted.Add(null);
    }

    /// <summary>What was typed as a profile; what is not asked here stays as it was. Throws <see cref="RuleBroken"/> beside the first field that is not understood.</summary>
    public ProfileContent Content(ProfileContent before)
    {
        var trades = Trades.Take(MostTrades).Select((line, i) => (line, i)).Where(x => !string.IsNullOrWhiteSpace(x.line.Name))
            .Select(x => new HeldTrade(TradeText.Trade($"Trades[{x.i}].Name", x.line.Name!), x.line.Evidence ?? Evidence.None, Months(x.line.Months, $"Trades[{x.i}].Months"))).ToList();
        var skills = TradeText.Skills("Skills", Skills);
        if (MaxKilometres is < 1 or > 500)
            throw new RuleBroken(Rule.Incomplete, "MaxKilometres", new("Nhập số km từ 1 đến 500.", "Enter kilometres, 1 to 500."));
        return before with
        {
            Trades = [.. trades.DistinctBy(t => t.Code, StringComparer.Ordinal)],
            Skills = [.. skills.Select(code => before.Skills.FirstOrDefault(s => s.Code == code) ?? new HeldSkill(code, SkillsEvidence ?? Evidence.None))],
            WantedTrades = [.. Wanted.Take(3).Select((name, i) => (name, i)).Where(x => !string.IsNullOrWhiteSpace(x.name)).Select(x => TradeText.Trade($"Wanted[{x.i}]", x.name!)).Distinct(StringComparer.Ordinal)],
            WantedKinds = [.. Kinds.Where(Enum.IsDefined).Distinct()],
            WantsAway = Away,
            PayFrom = PayFrom,
            Shifts = Shifts.Aggregate(WorkBridge.Matching.Shifts.None, (all, shift) => all | (shift & WorkBridge.Matching.Shifts.Any)),
            AvailableFrom = AvailableFrom,
            Transport = Transport ?? WorkBridge.Matching.Transport.Unknown,
            MaxKilometres = MaxKilometres,
            NeedsLodging = Lodging switch { "yes" => true, "no" => false, _ => null },
            Licences = [.. ReturneeText.LicenceCodes.Where(Licences.Contains)],
            Limits = [.. ReturneeText.LimitCodes.Where(Limits.Contains)],
            Papers = [.. ReturneeText.PaperCodes.Where(Papers.Contains)],
            ClosedWork = [.. ReturneeText.ClosedCodes.Where(ClosedWork.Contains)],
            Wish = Wish,
        };
    }

    private static int? Months(int? typed, string field) =>
        typed is < 0 or > 720 ? throw new RuleBroken(Rule.Incomplete, field, new("Nhập số tháng từ 0 đến 720.", "Enter months, 0 to 720.")) : typed;
}
