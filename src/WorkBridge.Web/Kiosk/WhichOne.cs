using WorkBridge.Matching;
using WorkBridge.Returnees;
using static WorkBridge.Web.Tongue;

namespace WorkBridge.Web.Kiosk;

/// <summary>A picture to touch, with its words and where it leads.</summary>
/// <param name="Stands">It is recorded of the person already.</param>
public sealed record Tile(string Href, string Name, string Icon, bool Stands = false);

/// <summary>
/// How somebody finds one trade among hundreds, or one skill among a thousand: what is recorded and near to it, groups with pictures (for a
/// skill then the trade it belongs to), or a few letters of its name.
/// </summary>
public sealed class WhichOne(Vocabulary vocabulary, ProfileTopic topic, ProfileContent kept)
{
    /// <summary>Near ones that are shown beside those that are recorded.</summary>
    private const int MostNear = 12;

    private string Here => $"/Kiosk/Change/{topic}";

    private bool OfSkill => topic == ProfileTopic.Skill;

    /// <summary>The ways to look: by letters, what is near, and the groups.</summary>
    public IReadOnlyList<Tile> Ways() =>
    [
        new($"{Here}?typed=true", T("Gõ tên để tìm", "Type the name"), "search"),
        .. Near().Count == 0 ? [] : new[] { new Tile($"{Here}?near=true", OfSkill ? T("Tay nghề đang ghi, tay nghề gần", "My skills, and near ones") : T("Nghề đang ghi, nghề gần", "My trades, and near ones"), "user-circle") },
        .. Enum.GetValues<TradeGroup>().Select(g => new Tile($"{Here}?group={g}", TradeGroups.Name(g).ToString(), TradeGroups.Icon(g))),
    ];

    /// <summary>What is recorded, then what is near to the trades the person has or wishes for.</summary>
    public IReadOnlyList<Tile> Near()
    {
        if (!OfSkill)
        {
            var near = vocabulary.Trades.Select(t => (Trade: t, Near: Nearness(t.Code))).Where(t => t.Near > 0 && !Stands(t.Trade.Code)).OrderByDescending(t => t.Near).Take(MostNear).Select(t => t.Trade);
            return [.. vocabulary.Trades.Where(t => Stands(t.Code)).Concat(near).Select(Of)];
        }

        var taught = Known.SelectMany(vocabulary.TaughtBy).Distinct(StringComparer.Ordinal).Select(vocabulary.Skill).OfType<Skill>().Where(s => !Stands(s.Code)).Take(MostNear);
        return [.. vocabulary.Skills.Where(s => Stands(s.Code)).Concat(taught).Select(Of)];
    }

    /// <summary>The trades of a group, recorded ones first, then the nearest, then as the vocabulary has them, commonest first; for a skill each leads to its own skills.</summary>
    public IReadOnlyList<Tile> In(TradeGroup group) => [.. vocabulary.Trades.Where(t => TradeGroups.Of(t) == group)
        .OrderByDescending(t => Stands(t.Code)).ThenByDescending(t => Nearness(t.Code))
        .Select(t => OfSkill ? new Tile($"{Here}?group={group}&trade={t.Code}", T(t.Vi, t.En), t.Icon) : Of(t))];

    /// <summary>The skills that go with a trade; null where there is no such trade.</summary>
    public IReadOnlyList<Tile>? Of(string trade) => vocabulary.Trade(trade) is { } known
        ? [.. known.Skills.Select(vocabulary.Skill).OfType<Skill>().OrderByDescending(s => Stands(s.Code)).ThenBy(s => T(s.Vi, s.En), StringComparer.CurrentCulture).Select(Of)]
        : null;

    /// <summary>Those whose name holds, or nearly holds, what was typed; the best first.</summary>
    public IReadOnlyList<Tile> Found(string? typed, int most) => OfSkill
        ? [.. vocabulary.SuggestSkills(typed ?? "", most).Select(Of)]
        : [.. vocabulary.SuggestTrades(typed ?? "", most).Select(Of)];

    private IEnumerable<string> Known => kept.Trades.Select(t => t.Code).Concat(kept.WantedTrades);

    private double Nearness(string code) => Known.Select(k => vocabulary.Nearness(k, code)).DefaultIfEmpty(0).Max();

    private bool Stands(string code) => topic switch
    {
        ProfileTopic.Skill => kept.Skills.Any(s => s.Code == code),
        ProfileTopic.Trade => kept.Trades.Any(t => t.Code == code),
        _ => kept.WantedTrades.Contains(code),
    };

    private Tile Of(Trade trade) => new($"{Here}?subject={trade.Code}", T(trade.Vi, trade.En), trade.Icon, Stands(trade.Code));

    private Tile Of(Skill skill) => new($"{Here}?subject={skill.Code}", T(skill.Vi, skill.En), "certificate", Stands(skill.Code));
}
