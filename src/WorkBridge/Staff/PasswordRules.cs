using WorkBridge.Matching;

namespace WorkBridge.Staff;

/// <summary>
/// What a password must be: 10 to 128 characters of any kind, not one of the commonest, not made of the owner's own name or address,
/// whatever capitals, blanks, look-alikes ("P4ss w0rd") or numbers behind it were put on. No demand for kinds of characters (OWASP ASVS 5.0, 6.2).
/// </summary>
public static class PasswordRules
{
    public const int LeastLength = 10;
    public const int MostLength = 128;
    private const int LeastDifferent = 4;

    /// <summary>Digits and signs that are typed for letters, and the letters they stand for.</summary>
    private const string Alike = "0134578@$!";
    private const string Letter = "oieastbasi";
    private const int AtEdge = 4;

    private static readonly (HashSet<string> Whole, HashSet<string> Words) Common = Read();

    public static readonly Words Hint = new(
        "Ít nhất 10 ký tự, kiểu nào cũng được. Vài từ ghép lại thì dễ nhớ mà khó đoán.",
        "At least 10 characters of any kind. A few words together are easy to keep and hard to guess.");

    /// <summary>A password as it is hashed: the same however the keyboard composed its letters.</summary>
    public static string Composed(string password) => Vietnamese.Compose(password);

    /// <exception cref="RuleBroken">The password is refused; the words say why.</exception>
    public static void Check(string password, string field, params string?[] own)
    {
        if (Refusal(password, own) is { } words)
            throw new RuleBroken(Rule.PasswordWeak, field, words);
    }

    /// <summary>Why a password is refused; null when it is not.</summary>
    /// <param name="password">As typed.</param>
    /// <param name="own">The owner's name and address, which do not make a password.</param>
    public static Words? Refusal(string password, params string?[] own)
    {
        var composed = Composed(password);
        if (composed.Length < LeastLength)
            return new("Mật khẩu cần ít nhất 10 ký tự.", "The password needs at least 10 characters.");
        if (composed.Length > MostLength)
            return new("Mật khẩu dài nhất 128 ký tự.", "The password may have at most 128 characters.");
        var folded = Letters(composed);
        var disguised = Undisguised(composed);
        if (Common.Whole.Contains(folded) || disguised.Overlaps(Common.Words) || composed.Distinct().Count() < LeastDifferent)
            return new("Mật khẩu này nhiều người dùng nên rất dễ bị đoán. Hãy chọn mật khẩu khác.", "Many people use this password, so it is easily guessed. Please choose another.");
        return own.Any(o => Owned(o) is { Length: >= 3 } name && disguised.Contains(name))
            ? new("Mật khẩu không nên chỉ là tên hay địa chỉ của mình.", "The password should not be just your own name or address.")
            : null;
    }

    private static string Owned(string? text) => string.Concat(Letters((text ?? "").Split('@')[0]).Where(char.IsAsciiLetter));

    /// <summary>
    /// The words a password could be in disguise: its letters alone, and its letters with look-alikes read as letters, whatever
    /// numbers and signs stand before and behind. A word said several times is that word.
    /// </summary>
    private static HashSet<string> Undisguised(string password)
    {
        var folded = string.Concat(Vietnamese.Fold(password).Where(c => char.IsAsciiLetterOrDigit(c) || Alike.Contains(c)));
        var found = new HashSet<string>(StringComparer.Ordinal) { Once(string.Concat(folded.Where(char.IsAsciiLetter))) };
        var (first, last) = (folded.AsSpan().IndexOfAnyInRange('a', 'z'), folded.AsSpan().LastIndexOfAnyInRange('a', 'z'));
        if (first < 0)
            return found;
        // A digit at the edge may be a letter of the word ("4nhyeuem") or put before or behind it ("matkhau1").
        for (var from = first; from >= Math.Max(0, first - AtEdge); from--)
        {
            for (var to = last + 1; to <= Math.Min(folded.Length, last + 1 + AtEdge); to++)
            {
                foreach (var one in "il")
                    found.Add(Once(string.Concat(folded[from..to].Select(c => Meant(c, one)).Where(char.IsAsciiLetter))));
            }
        }

        return found;
    }

    private static char Meant(char typed, char one) =>
        typed is '1' or '!' ? one : Alike.IndexOf(typed, StringComparison.Ordinal) is >= 0 and var at ? Letter[at] : typed;

    private static string Once(string text)
    {
        for (var length = 1; length <= text.Length / 2; length++)
        {
            if (text.Length % length == 0 && text.AsSpan(length).SequenceEqual(text.AsSpan(0, text.Length - length)))
                return text[..length];
        }

        return text;
    }

    private static string Letters(string text) => string.Concat(Vietnamese.Fold(text).Where(char.IsAsciiLetterOrDigit));

    private static (HashSet<string> Whole, HashSet<string> Words) Read()
    {
        using var stream = typeof(PasswordRules).Assembly.GetManifestResourceStream("WorkBridge.Staff.common-passwords.txt")!;
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(l => l[0] != '#').ToList();
        var line = lines.IndexOf("words");
        return (lines.Take(line).Select(Letters).ToHashSet(StringComparer.Ordinal), lines.Skip(line + 1).Select(Letters).ToHashSet(StringComparer.Ordinal));
    }
}
