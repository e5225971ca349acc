using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace WorkBridge.Staff;

/// <summary>Time-based one-time codes: RFC 6238 with HMAC-SHA1, six digits, steps of 30 seconds, as every authenticator app knows them.</summary>
public static class Totp
{
    public const int Digits = 6;
    public const int StepSeconds = 30;
    public const int KeyBytes = 20;

    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(KeyBytes);

    /// <summary>The step (number of half minutes since 1970) of a UTC instant.</summary>
    public static long StepOf(DateTime utc) => (long)(utc - DateTime.UnixEpoch).TotalSeconds / StepSeconds;

    /// <summary>The code of a step.</summary>
    public static string Code(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> digest = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // RFC 6238: authenticator apps speak HMAC-SHA1, which is not broken by collisions of SHA-1.
        HMACSHA1.HashData(key, counter, digest);
#pragma warning restore CA5350
        var offset = digest[^1] & 0xf;
        var number = BinaryPrimitives.ReadInt32BigEndian(digest.Slice(offset, 4)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step whose code this is, of the present one and one either side (clocks differ); null when it is none of them.</summary>
    public static long? Match(byte[] key, string code, DateTime now)
    {
        var typed = Encoding.UTF8.GetBytes(string.Concat(code.Where(c => !char.IsWhiteSpace(c))));
        var present = StepOf(now);
        long? found = null;
        for (var step = present - 1; step <= present + 1; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Code(key, step)), typed))
                found = step;
        }

        return found;
    }

    /// <summary>The key as an app takes it when it is typed (RFC 4648 base 32, without padding).</summary>
    public static string Text(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder((bytes.Length * 8 + 4) / 5);
        int buffer = 0, bits = 0;
        foreach (var value in bytes)
        {
            buffer = (buffer << 8) | value;
            for (bits += 8; bits >= 5; bits -= 5)
                text.Append(Alphabet[(buffer >> (bits - 5)) & 31]);
        }

        if (bits > 0)
            text.Append(Alphabet[(buffer << (5 - bits)) & 31]);
        return text.ToString();
    }

    /// <summary>The address that authenticator apps read from the picture.</summary>
    public static string Address(byte[] key, string issuer, string account) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(account)}?secret={Text(key)}&issuer={Uri.EscapeDataString(issuer)}&digits={Digits}&period={StepSeconds}";
}
