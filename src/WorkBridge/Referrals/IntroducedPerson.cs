using WorkBridge.Matching;
using WorkBridge.Openings;
using WorkBridge.Returnees;

namespace WorkBridge.Referrals;

/// <summary>What a person agreed to show an employer, and nothing else: no name, age, sex, village, address or number.</summary>
public sealed record IntroducedPerson(
    string Initials,
    IReadOnlyList<IntroducedTrade> Trades,
    Shifts Shifts,
    Transport Transport,
    DateOnly? AvailableFrom,
    IReadOnlyList<Words> WantsToLearn)
{
    public static IntroducedPerson Of(Returnee person, ProfileContent? profile)
    {
        profile ??= new ProfileContent();
        var held = profile.Trades.Select(t => t.Code).ToHashSet(StringComparer.Ordinal);
        return new IntroducedPerson(
            person.Initials,
            [.. profile.Trades.Select(t => new IntroducedTrade(TradeWords.Of(t.Code), t.Evidence, t.Months))],
            profile.Shifts,
            profile.Transport,
            profile.AvailableFrom,
            profile.WantedKinds.Contains(OpeningKind.Training) ? [.. profile.WantedTrades.Where(code => !held.Contains(code)).Select(TradeWords.Of)] : []);
    }
}

/// <summary>A trade with what stands behind it and the months of practice, where known.</summary>
public sealed record IntroducedTrade(Words Name, Evidence Evidence, int? Months);
