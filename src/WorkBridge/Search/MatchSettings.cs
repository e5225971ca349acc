using WorkBridge.Matching;

namespace WorkBridge.Search;

/// <summary>Configuration of matching; the weights are the most points of each part and add up to 100.</summary>
public sealed class MatchSettings
{
    public MatchWeights Weights { get; set; } = new();

    /// <summary>How many the index proposes; what is scored and checked against the database.</summary>
    public int Candidates { get; set; } = 120;

    /// <summary>Points within which two people count as equal, so that the longer wait comes first.</summary>
    public int NearTie { get; set; } = 3;

    /// <summary>How far what is known of placements that lasted may move a score; <c>Most = 0</c> switches it off.</summary>
    public LastingRule Lasting { get; set; } = new();

    /// <summary>The least number of people of whom a count is kept; never under the least that is shown outside a commune.</summary>
    public int LastingLeastPeople { get; set; } = Reports.SmallNumbers.Least;
}

internal static class LeftOut
{
    /// <summary>Code of a pair whose trades have nothing to do with each other.</summary>
    public const string OtherTrade = "other-trade";

    /// <summary>Why a pair is not listed: excluded, or of another trade; null when it is listed.</summary>
    public static string? Left(this MatchScore score) =>
        score.Exclusion ?? (score.Parts[0] is { Kind: PartKind.Trade, State: PartState.DoesNotFit } ? OtherTrade : null);
}
