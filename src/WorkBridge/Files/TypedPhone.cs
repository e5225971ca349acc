using PhoneNumbers;

namespace WorkBridge.Files;

/// <summary>A telephone number of Vietnam as people write it, in E.164 form. A number cell has lost its leading zero and gets it back.</summary>
public static class TypedPhone
{
    private static readonly PhoneNumberUtil Numbers = PhoneNumberUtil.GetInstance();

    /// <summary>False when something stands there that is no number; true with null for nothing. Of several numbers the first counts.</summary>
    public static bool TryRead(Cell cell, out string? phone, out bool several)
    {
        (phone, several) = (null, false);
        if (cell.IsBlank)
            return true;
        var parts = cell.Text.Split(['/', ';', ',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var read = parts.Select(E164).ToList();
        several = read.Count(p => p is not null) > 1;
        phone = read.Count > 0 ? read[0] ?? (parts.Length > 1 ? null : E164(cell.Text)) : null;
        return phone is not null;
    }

    public static string? E164(string? typed)
    {
        var digits = string.Concat((typed ?? "").Where(c => char.IsDigit(c) || c == '+'));
        if (digits.Length is < 8 or > 16)
            return null;
        if (digits[0] != '+' && digits.Length == 9 && digits[0] != '0')
            digits = "0" + digits;
        else if (digits.StartsWith("84", StringComparison.Ordinal) && digits.Length is 11 or 12)
            digits = "+" + digits;
        try
        {
            var number = Numbers.Parse(digits, "VN");
            return Numbers.IsValidNumber(number) ? Numbers.Format(number, PhoneNumberFormat.E164) : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    /// <summary>As it is read aloud in Vietnam: 0912 345 678.</summary>
    public static string Show(string? e164)
    {
        if (string.IsNullOrEmpty(e164))
            return "";
        try
        {
            return Numbers.Format(Numbers.Parse(e164, "VN"), e164.StartsWith("+84", StringComparison.Ordinal) ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
        }
        catch (NumberParseException)
        {
            return e164;
        }
    }
}
