using Microsoft.EntityFrameworkCore;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Matching;
using WorkBridge.Returnees;
using WorkBridge.Staff;

namespace WorkBridge.Search;

/// <summary>Somebody who can do what was looked for, and the trade that it rests on; null where only a skill was found.</summary>
public sealed record SkilledPerson(Returnee Person, HeldTrade? Trade, IReadOnlyList<HeldSkill> Skills);

/// <summary>What words were read as, by code, and who can do it.</summary>
public sealed record SkilledFound(IReadOnlyList<string> Trades, IReadOnlyList<string> Skills, IReadOnlyList<SkilledPerson> People)
{
    public static SkilledFound Nothing { get; } = new([], [], []);
}

/// <summary>
/// People of the officer's communes who agreed to matching, by words for what they can do ("thợ may", "han mig"). The
/// vocabulary reads the words, the index proposes, the database decides who is shown.
/// </summary>
public sealed class FindSkilled(WorkBridgeDb db, IndexKeeper keeper, CurrentUser user, Vocabulary vocabulary, TimeProvider clock)
{
    private const int MostTrades = 3;
    private const int MostSkills = 8;
    private const double NearEnough = 0.7;

    public async Task<SkilledFound> RunAsync(string words, int most, CancellationToken ct)
    {
        var read = vocabulary.FindIn(words);
        List<string> trades = [.. read.Where(m => m.IsTrade).Select(m => m.Code).Distinct(StringComparer.Ordinal).Take(MostTrades)];
        List<string> skills = [.. read.Where(m => !m.IsTrade).Select(m => m.Code).Distinct(StringComparer.Ordinal).Take(MostSkills)];
        if (trades.Count + skills.Count == 0 || user.CommuneCodes.Count == 0)
            return SkilledFound.Nothing;

        var scope = new Scope(user.CommuneCodes);
        var ids = (trades.Count == 0 ? [null] : trades.Select(t => (string?)t))
            .SelectMany(trade => keeper.Index.PeopleFor(new OpeningFacts { TradeCode = trade, Skills = skills }, scope, most * 3))
            .Select(c => c.Id).Distinct().ToList();
        var rows = await (from person in db.Returnees.Of(user).MayBeMatched(db, clock.Today())
                          join profile in db.SkillProfiles on person.Id equals profile.ReturneeId
                          where ids.Contains(person.Id)
                          select new { person, profile }).AsNoTracking().ToListAsync(ct);
        var people = rows.OrderBy(r => ids.IndexOf(r.person.Id)).Select(r => new SkilledPerson(
            r.person,
            r.profile.Content.Trades.Where(t => trades.Any(asked => vocabulary.Nearness(t.Code, asked) >= NearEnough)).OrderByDescending(t => trades.Contains(t.Code)).ThenByDescending(t => t.Evidence).FirstOrDefault(),
            [.. r.profile.Content.Skills.Where(s => skills.Contains(s.Code))]));
        return new SkilledFound(trades, skills, [.. people.Where(p => p.Trade is not null || p.Skills.Count > 0).OrderByDescending(p => p.Trade is { } t && trades.Contains(t.Code)).ThenByDescending(p => p.Skills.Count).Take(most)]);
    }
}
