namespace WorkBridge.Matching;

/// <summary>A neighbouring trade and how much of this one it brings along, between 0 and 1.</summary>
public sealed record NearTrade(string Code, double Weight);

/// <summary>
/// A trade: our own entry under an ISCO-08 unit group. <paramref name="Names"/> are other names, northern and
/// southern words and abbreviations of advertisements; <paramref name="Learnt"/> is how it is usually learnt;
/// <paramref name="ClosedBy"/> is the coded kind of work that a law may close to somebody.
/// </summary>
public sealed record Trade(
    string Code,
    string Isco,
    string Vi,
    string En,
    string Icon,
    IReadOnlyList<string> Names,
    IReadOnlyList<NearTrade> Near,
    IReadOnlyList<string> Skills,
    IReadOnlyList<Learning> Learnt,
    IReadOnlyList<string> Licences,
    string? ClosedBy);

/// <summary>
/// Something a person can do inside one or more trades. <paramref name="TaughtIn"/> are further trades whose courses
/// teach it; it is null for what no course teaches, such as health or punctuality.
/// </summary>
public sealed record Skill(string Code, string Vi, string En, IReadOnlyList<string> Names, IReadOnlyList<string>? TaughtIn);

/// <summary>
/// A trade or skill found in a text: which, where (offsets into the text as given), and how sure, between 0 and 1.
/// </summary>
public sealed record Mention(string Code, bool IsTrade, int Start, int Length, double Confidence);
