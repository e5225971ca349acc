namespace WorkBridge.Erasures;

/// <summary>
/// How long a row with a name is kept after nothing carries it any more. No law gives a number of months for this work; Law
/// 91/2025/QH15 asks that personal data go when their purpose is done. The default is the product's; a commune's decision may set another.
/// </summary>
public sealed class RetentionRules
{
    /// <summary>Months, 1 to 120.</summary>
    public int Months { get; init; } = 12;

    public bool IsSound => Months is >= 1 and <= 120;
}
