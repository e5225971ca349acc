namespace WorkBridge.Matching;

/// <summary>Where to look: communes, a province, kinds of opening. Null means everywhere or every kind.</summary>
public sealed record Scope(
    IReadOnlyCollection<string>? CommuneCodes = null,
    string? ProvinceCode = null,
    IReadOnlyCollection<OpeningKind>? Kinds = null);

/// <summary>A document found and its score inside this one search. Scores of two searches do not compare.</summary>
public sealed record Candidate(Guid Id, float Score);
