using System.Text.Json;
using System.Text.Json.Serialization;
using WorkBridge.Matching;

namespace WorkBridge.Referrals;

/// <summary>The list an officer chose from: the people for an opening, or the openings for a person.</summary>
public enum MatchList
{
    People,
    Openings,
}

/// <summary>One part of a score as it was: points, out of how many, and the codes of its reasons without what fills them.</summary>
public sealed record SeenPart(PartKind Kind, int Points, int Of, IReadOnlyList<string> Reasons);

/// <summary>
/// Where a referral stood in the list it was chosen from, with score and reasons, as kept on the referral for the replay. It
/// holds nothing of the profile: what fills a reason (trades, pay, kilometres) stays sealed there.
/// </summary>
/// <param name="List">Which list.</param>
/// <param name="Rank">From 1.</param>
/// <param name="Listed">How many stood in the list.</param>
/// <param name="Score">0 to 100, all parts together.</param>
/// <param name="Ahead">Stood before a slightly better score because of a longer wait.</param>
/// <param name="Parts">The parts of the score.</param>
public sealed record SeenMatch(MatchList List, int Rank, int Listed, int Score, bool Ahead, IReadOnlyList<SeenPart> Parts)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static SeenMatch Of(MatchList list, int rank, int listed, MatchScore score, bool ahead) => new(
        list,
        rank,
        listed,
        score.Total,
        ahead,
        [.. score.Parts.Select(p => new SeenPart(p.Kind, (int)p.Points, (int)p.Of, [.. p.Reasons.Select(r => r.Code)]))]);

    public static SeenMatch? Read(string? json) => json is null ? null : JsonSerializer.Deserialize<SeenMatch>(json, Options);

    public string Write() => JsonSerializer.Serialize(this, Options);
}
