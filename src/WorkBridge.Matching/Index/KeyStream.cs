using System.Buffers.Binary;
using System.Security.Cryptography;

namespace WorkBridge.Matching;

/// <summary>The bytes that hide a file: each block is the encrypted count of itself. Safe for many threads.</summary>
internal sealed class KeyStream(Aes aes, byte[] nonce)
{
    private const int Block = 16;
    private const int Most = 256 * Block;

    [ThreadStatic]
    private static byte[]? _counters;

    [ThreadStatic]
    private static byte[]? _stream;

    [ThreadStatic]
    private static (Aes Aes, ICryptoTransform Transform)? _mine;

    /// <summary>Hides or shows bytes in place; the same either way.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="position">Where the first of them stands in the file.</param>
    public void Apply(Span<byte> bytes, long position)
    {
        while (bytes.Length > 0)
        {
            var skipped = (int)(position % Block);
            var length = Math.Min(bytes.Length, Most - skipped);
            var stream = Blocks(position / Block, (skipped + length + Block - 1) / Block).AsSpan(skipped, length);
            for (var i = 0; i < length; i++)
                bytes[i] ^= stream[i];
            bytes = bytes[length..];
            position += length;
        }
    }

    private byte[] Blocks(long first, int count)
    {
        var counters = _counters ??= new byte[Most];
        var stream = _stream ??= new byte[Most];
        for (var i = 0; i < count; i++)
        {
            nonce.CopyTo(counters, i * Block);
            BinaryPrimitives.WriteUInt32BigEndian(counters.AsSpan((i * Block) + nonce.Length), checked((uint)(first + i)));
        }
        Transform().TransformBlock(counters, 0, count * Block, stream, 0);
        return stream;
    }

    // Making one costs as much as hiding a few thousand bytes, so each thread keeps its own.
    private ICryptoTransform Transform()
    {
        if (_mine is { } mine && ReferenceEquals(mine.Aes, aes))
            return mine.Transform;
        _mine?.Transform.Dispose();
        ICryptoTransform transform;
        lock (aes)
        {
#pragma warning disable CA5358 // Each count is encrypted by itself: that is what counter mode is made of.
            aes.Mode = CipherMode.ECB;
#pragma warning restore CA5358
            aes.Padding = PaddingMode.None;
            transform = aes.CreateEncryptor();
        }
        _mine = (aes, transform);
        return transform;
    }
}
