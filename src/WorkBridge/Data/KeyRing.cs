using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace WorkBridge.Data;

/// <summary>
/// The keys of the encrypted columns: versions in a file outside the database, each wrapped by a key derived from a
/// secret that is given at start. Sealed form: version (4 bytes, big-endian), nonce (12), tag (16), cipher text;
/// AES-256-GCM with table and row as associated data, so that a value cannot be moved to another row.
/// </summary>
public sealed class KeyRing
{
    public const string FileName = "columns.json";

    /// <summary>PBKDF2-HMAC-SHA512 rounds for the wrapping key (OWASP Password Storage Cheat Sheet: at least 210,000).</summary>
    public const int Rounds = 210_000;

    private const int VersionBytes = 4;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private readonly SortedDictionary<int, byte[]> ring;

    private KeyRing(SortedDictionary<int, byte[]> ring) => this.ring = ring;

    /// <summary>The version that new values are sealed under.</summary>
    public int Current => ring.Keys.Last();

    /// <summary>Opens the ring in <paramref name="folder"/>, making a first key when there is none.</summary>
    /// <exception cref="InvalidOperationException">The secret is not the one the ring was made with, or the file is damaged.</exception>
    public static KeyRing Open(string folder, string secret)
    {
        PrivateFolder.Create(folder);
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
            Write(path, secret, new SortedDictionary<int, byte[]> { [1] = RandomNumberGenerator.GetBytes(32) });
        return new KeyRing(Read(path, secret));
    }

    /// <summary>A ring of one random key that is kept nowhere: for tools that read no personal field, and for tests.</summary>
    public static KeyRing Ephemeral() => new(new SortedDictionary<int, byte[]> { [1] = RandomNumberGenerator.GetBytes(32) });

    /// <summary>Adds a key version; from now on new values are sealed under it. Old values stay readable.</summary>
    public static int Rotate(string folder, string secret)
    {
        var path = Path.Combine(folder, FileName);
        var keys = Read(path, secret);
        var next = keys.Keys.Last() + 1;
        keys[next] = RandomNumberGenerator.GetBytes(32);
        Write(path, secret, keys);
        return next;
    }

    public byte[] Seal(ReadOnlySpan<byte> plain, string table, Guid row)
    {
        var sealedBytes = new byte[VersionBytes + NonceBytes + TagBytes + plain.Length];
        BinaryPrimitives.WriteInt32BigEndian(sealedBytes, Current);
        var nonce = sealedBytes.AsSpan(VersionBytes, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(ring[Current], TagBytes);
        aes.Encrypt(nonce, plain, sealedBytes.AsSpan(VersionBytes + NonceBytes + TagBytes), sealedBytes.AsSpan(VersionBytes + NonceBytes, TagBytes), Associated(table, row));
        return sealedBytes;
    }

    /// <exception cref="CryptographicException">The value was altered, belongs to another row, or its key is not in the ring.</exception>
    public byte[] Unseal(ReadOnlySpan<byte> sealedBytes, string table, Guid row)
    {
        if (sealedBytes.Length < VersionBytes + NonceBytes + TagBytes || !ring.TryGetValue(VersionOf(sealedBytes), out var key))
            throw new CryptographicException("The value is not sealed under a key of this ring.");
        var plain = new byte[sealedBytes.Length - VersionBytes - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(sealedBytes.Slice(VersionBytes, NonceBytes), sealedBytes[(VersionBytes + NonceBytes + TagBytes)..], sealedBytes.Slice(VersionBytes + NonceBytes, TagBytes), plain, Associated(table, row));
        return plain;
    }

    public static int VersionOf(ReadOnlySpan<byte> sealedBytes) => BinaryPrimitives.ReadInt32BigEndian(sealedBytes);

    /// <summary>A keyed digest for exact look-ups and derived tokens: HMAC-SHA256 under the first key, so that it survives rotation.</summary>
    public byte[] Mac(string purpose, ReadOnlySpan<byte> data)
    {
        var key = HKDF.Expand(HashAlgorithmName.SHA256, ring.Values.First(), 32, Encoding.UTF8.GetBytes("workbridge mac " + purpose));
        return HMACSHA256.HashData(key, data);
    }

    /// <summary>A key of 32 bytes for another use than sealing, from the current version: after a rotation it is another one.</summary>
    public byte[] Derive(string purpose) => HKDF.Expand(HashAlgorithmName.SHA256, ring[Current], 32, Encoding.UTF8.GetBytes("workbridge key " + purpose));

    public byte[] Mac(string purpose, string text) => Mac(purpose, Encoding.UTF8.GetBytes(text));

    private static byte[] Associated(string table, Guid row) => Encoding.UTF8.GetBytes($"{table}/Sealed/{row:N}");

    private static SortedDictionary<int, byte[]> Read(string path, string secret)
    {
        try
        {
            var file = JsonSerializer.Deserialize<RingFile>(File.ReadAllText(path))!;
            var wrapping = Wrapping(secret, file.Salt);
            var keys = new SortedDictionary<int, byte[]>();
            foreach (var entry in file.Keys)
            {
                var key = new byte[32];
                using var aes = new AesGcm(wrapping, TagBytes);
                aes.Decrypt(entry.Nonce, entry.Wrapped, entry.Tag, key, Encoding.UTF8.GetBytes($"v{entry.Version}"));
                keys[entry.Version] = key;
            }

            return keys.Count > 0 ? keys : throw new InvalidOperationException("The key file holds no key.");
        }
        catch (Exception e) when (e is CryptographicException or JsonException or NullReferenceException or ArgumentException)
        {
            throw new InvalidOperationException("The key file cannot be opened: the secret is not the one it was made with, or the file is damaged.", e);
        }
    }

    private static void Write(string path, string secret, SortedDictionary<int, byte[]> keys)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        var wrapping = Wrapping(secret, salt);
        var entries = new List<RingKey>();
        foreach (var (version, key) in keys)
        {
            var nonce = RandomNumberGenerator.GetBytes(NonceBytes);
            var wrapped = new byte[key.Length];
            var tag = new byte[TagBytes];
            using var aes = new AesGcm(wrapping, TagBytes);
            aes.Encrypt(nonce, key, wrapped, tag, Encoding.UTF8.GetBytes($"v{version}"));
            entries.Add(new RingKey(version, nonce, tag, wrapped));
        }

        var beside = path + ".new";
        File.WriteAllText(beside, JsonSerializer.Serialize(new RingFile(salt, entries)));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(beside, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.Move(beside, path, overwrite: true);
    }

    private static byte[] Wrapping(string secret, byte[] salt) =>
        Rfc2898DeriveBytes.Pbkdf2(secret, salt, Rounds, HashAlgorithmName.SHA512, 32);

    private sealed record RingFile(byte[] Salt, List<RingKey> Keys);

    private sealed record RingKey(int Version, byte[] Nonce, byte[] Tag, byte[] Wrapped);
}
