namespace WorkBridge.Matching;

/// <summary>
/// The parts of a score, in the order in which they are shown. The first five are always there; <see cref="Lasting"/>,
/// which adds or takes a few points, only where something is known (<see cref="Matching.Lasting"/>).
/// </summary>
public enum PartKind { Trade, Skill, Travel, Hours, Papers, Lasting }

/// <summary>How a part stands. <see cref="Unknown"/> counts half and asks a question.</summary>
public enum PartState { Fits, Partly, Unknown, DoesNotFit }

/// <summary>Why: a code and what fills its sentence. <see cref="ReasonText"/> says it in words.</summary>
public sealed record Reason(string Code, IReadOnlyList<string> Arguments);

/// <summary>One part: whole points out of <paramref name="Of"/> (of the lasting part alone they may be below zero), its state and its reasons.</summary>
public sealed record MatchPart(PartKind Kind, double Points, double Of, PartState State, IReadOnlyList<Reason> Reasons)
{
    /// <summary>The share reached, between 0 and 1.</summary>
    public double Fill => Of > 0 ? Math.Max(0, Points / Of) : 0;
}

/// <summary>
/// A number to sort by and the parts that add up to it. <paramref name="Exclusion"/> is null, or why this pair must
/// not be proposed: closed-work, kind-not-wanted, limit:{code}, too-far. It is for staff only.
/// </summary>
public sealed record MatchScore(
    int Total,
    IReadOnlyList<MatchPart> Parts,
    string? Exclusion,
    IReadOnlyList<string> MissingSkills);

/// <summary>The most points of each part. They come from configuration; the usual ones add up to 100.</summary>
public sealed record MatchWeights(double Trade = 35, double Skill = 25, double Travel = 20, double Hours = 15, double Papers = 5)
{
    internal double Of(PartKind kind) => kind switch
    {
        PartKind.Trade => Trade,
        PartKind.Skill => Skill,
        PartKind.Travel => Travel,
        PartKind.Hours => Hours,
        _ => Papers,
    };
}
