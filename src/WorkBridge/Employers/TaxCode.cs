namespace WorkBridge.Employers;

/// <summary>
/// Tax codes of Vietnam: 10 digits, the tenth a check digit; a branch adds "-" and three digits; since 2025-07-01 a
/// household business uses the 12-digit personal number of its representative (which has no check digit).
/// </summary>
public static class TaxCode
{
    /// <summary>Weights of the first nine digits (Circular 105/2020/TT-BTC keeps the rule: 10 − Σ mod 11).</summary>
    private static readonly int[] Weights = [31, 29, 23, 19, 17, 13, 7, 5, 3];

    /// <summary>The digits alone; blanks, dots and hyphens are what people add.</summary>
    public static string Plain(string? typed) =>
        string.Concat((typed ?? "").Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '.' or '–')));

    public static bool IsValid(string? typed, EmployerKind kind)
    {
        var digits = Plain(typed);
        if (!digits.All(char.IsAsciiDigit))
            return false;
        return kind == EmployerKind.HouseholdBusiness
            ? digits.Length == 12 && IsPersonalNumber(digits)
            : digits.Length is 10 or 13 && HasCheckDigit(digits) && (digits.Length == 10 || digits[10..] != "000");
    }

    public static bool HasCheckDigit(string digits)
    {
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++)
            sum += (digits[i] - '0') * Weights[i];
        var check = 10 - sum % 11;
        return check != 10 && check == digits[9] - '0';
    }

    /// <summary>Province of birth registration 001 to 096, then century and sex; nothing else can be checked.</summary>
    private static bool IsPersonalNumber(string digits) =>
        int.Parse(digits.AsSpan(0, 3), System.Globalization.CultureInfo.InvariantCulture) is >= 1 and <= 96;
}
