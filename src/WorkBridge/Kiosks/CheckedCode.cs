using System.Security.Cryptography;

namespace WorkBridge.Kiosks;

/// <summary>
/// Codes that people type from paper. 23 characters, none of which looks like another (no 0 O Q, 1 I L, 2 Z, 5 S, 8 B, 6 with G);
/// the last one is a check character: the sum of value times position is a multiple of 23. As 23 is prime and no code is longer
/// than 22, every single wrong character and every swap of two different characters is caught.
/// </summary>
public static class CheckedCode
{
    public const string Alphabet = "ACDEFHJKMNPRTUVWXY34679";
    private const int Prime = 23;

    /// <summary>The code with its check character at the end.</summary>
    public static string Complete(string body)
    {
        var length = body.Length + 1;
        if (length >= Prime)
            throw new ArgumentException("Too long for the check to hold.", nameof(body));
        var sum = Sum(body);
        var check = Enumerable.Range(0, Prime).Single(value => (sum + (value * length)) % Prime == 0);
        return body + Alphabet[check];
    }

    /// <summary>A random code of <paramref name="length"/> characters, its check character among them.</summary>
    public static string Random(int length) => Complete(RandomNumberGenerator.GetString(Alphabet, length - 1));

    /// <summary>A code read off bytes that nobody can guess (a keyed digest): the same bytes give the same code.</summary>
    public static string Of(ReadOnlySpan<byte> secret, int length)
    {
        var number = new UInt128(System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(secret), System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(secret[8..]));
        var body = new char[length - 1];
        for (var i = 0; i < body.Length; i++)
        {
            body[i] = Alphabet[(int)(number % Prime)];
            number /= Prime;
        }

        return Complete(new string(body));
    }

    /// <summary>What was typed without spaces, dashes and case; null where it cannot be a code of this length.</summary>
    public static string? Read(string? typed, int length)
    {
        var code = string.Concat((typed ?? "").Where(c => !char.IsWhiteSpace(c) && c != '-')).ToUpperInvariant();
        return code.Length == length && code.All(c => Alphabet.Contains(c, StringComparison.Ordinal)) && Sum(code) % Prime == 0 ? code : null;
    }

    /// <summary>In halves, as it is printed: K7MPX-4HDC9.</summary>
    public static string Show(string code) => $"{code[..(code.Length / 2)]}-{code[(code.Length / 2)..]}";

    private static int Sum(string code) =>
        code.Select((c, i) => Alphabet.IndexOf(c, StringComparison.Ordinal) * (i + 1)).Sum();
}
