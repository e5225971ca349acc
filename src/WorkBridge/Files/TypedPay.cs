using System.Globalization;
using System.Text.RegularExpressions;
using WorkBridge.Matching;

namespace WorkBridge.Files;

/// <summary>
/// Pay as people write it, in đồng a month: 7500000, 7.500.000, "7,5 triệu", "8tr5", "7500k", "8tr–10tr", "từ 8 triệu", "đến 10 triệu".
/// A bare number under 1,000 is millions: nobody is paid 7.5 đồng. "Thoả thuận" says nothing and is no mistake.
/// </summary>
public static partial class TypedPay
{
    private const long Least = 100_000;
    private const long Most = 1_000_000_000;

    /// <summary>One amount. False when something stands there that is none; true with null where nothing is said.</summary>
    public static bool TryAmount(string? text, out long? pay)
    {
        var read = TryRange(text, out var min, out var max);
        pay = min ?? max;
        return read && (min is null || max is null || min == max);
    }

    /// <summary>One amount or two. One alone is both ends, unless "từ" or "đến" says which.</summary>
    public static bool TryRange(string? text, out long? min, out long? max)
    {
        (min, max) = (null, null);
        var folded = Vietnamese.Fold(text).Replace('–', '-').Replace('—', '-');
        if (folded.Length == 0 || Open().IsMatch(folded))
            return true;

        var amounts = Amount().Matches(folded);
        if (amounts.Count is 0 or > 2 || folded[0] == '-' || Words().Replace(Amount().Replace(folded, " "), "").Any(char.IsLetterOrDigit))
            return false;
        var unit = amounts[^1].Groups["unit"].Value;
        if (!TryDong(amounts[0], unit, out var first) || !TryDong(amounts[^1], unit, out var last))
            return false;
        if (amounts.Count == 2)
            (min, max) = (first, last);
        else if (UpTo().IsMatch(folded))
            max = first;
        else if (From().IsMatch(folded))
            min = first;
        else
            (min, max) = (first, first);
        return true;
    }

    private static bool TryDong(Match amount, string unitOfLast, out long dong)
    {
        dong = 0;
        var digits = amount.Groups["number"].Value;
        var parts = digits.Split('.', ',');
        var unit = amount.Groups["unit"] is { Length: > 0 } own ? own.Value : unitOfLast;
        var grouped = parts.Length > 2 || parts.Length == 2 && parts[1].Length == 3;
        if (grouped && parts.Skip(1).Any(p => p.Length != 3))
            return false;
        var text = grouped ? string.Concat(parts) : string.Join('.', parts);
        if (amount.Groups["half"] is { Length: > 0 } half)
            text += "." + half.Value;
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || number > Most)
            return false;
        var factor = unit switch
        {
            "trieu" or "tr" or "cu" or "m" => 1_000_000m,
            "nghin" or "ngan" or "k" => 1_000m,
            _ => number < 1000 ? 1_000_000m : 1m,
        };
        var value = number * factor;
        if (value is < Least or > Most || value != decimal.Floor(value))
            return false;
        dong = (long)value;
        return true;
    }

    [GeneratedRegex(@"(?<number>[0-9]+([.,][0-9]+)*)\s*(?<unit>trieu|tr|cu|m|nghin|ngan|k)?(?<half>(?<=tr|trieu)[0-9])?(?![0-9])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Amount();

    [GeneratedRegex(@"\b(tu|den|toi|tren|duoi|khoang|da|thieu|it|nhat|muc|luong|thu|nhap|dong|d|vnd|vnđ|thang|mot|moi|hang|nguoi|gross|net)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Words();

    [GeneratedRegex(@"^\W*(luong\s+)?(thoa thuan|thuong luong|canh tranh|theo nang luc|negotiable)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Open();

    [GeneratedRegex(@"\b(den|toi da|duoi|toi)\b|<|up to", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UpTo();

    [GeneratedRegex(@"\b(tu|tren|toi thieu|it nhat)\b|>|\+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex From();
}
