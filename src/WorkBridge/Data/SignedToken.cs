using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace WorkBridge.Data;

/// <summary>The token of a link: what it says, and 160 bits of an HMAC of that under a key outside the database, in base64url.</summary>
internal static class SignedToken
{
    private const int MacBytes = 20;

    public static string Make(KeyRing keys, string purpose, ReadOnlySpan<byte> says) =>
        Base64Url.EncodeToString([.. says, .. keys.Mac(purpose, says).AsSpan(0, MacBytes)]);

    /// <summary>What a token says; null for everything that was never one, and for other ways of writing one.</summary>
    public static byte[]? Read(KeyRing keys, string purpose, string token)
    {
        if (!Base64Url.IsValid(token) || Base64Url.DecodeFromChars(token) is not { Length: > MacBytes } bytes)
            return null;
        var says = bytes[..^MacBytes];
        return Is(token, Make(keys, purpose, says)) ? says : null;
    }

    /// <summary>Whether two tokens are the same, in a time that does not tell how much of them is.</summary>
    public static bool Is(string token, string expected) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(expected));
}
