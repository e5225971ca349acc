using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;

namespace WorkBridge.Data;

/// <summary>
/// An entity whose personal part is kept encrypted in the column <see cref="Sealed"/>, under a key version that is kept
/// outside the database. It is opened when somebody reads it, not when the row is read; the context closes it before a save.
/// </summary>
public interface ISealed
{
    /// <summary>The encrypted part; empty while what was written anew waits for <see cref="Close"/>.</summary>
    byte[] Sealed { get; }

    /// <summary>The personal part as UTF-8 JSON.</summary>
    /// <exception cref="CryptographicException">The value was altered, belongs to another row, or its key is not in the ring.</exception>
    byte[] Open();

    /// <summary>Seals what was written anew; what is sealed already stays.</summary>
    void Close(KeyRing keys);
}

/// <summary>Base of the entities that keep one personal record of type <typeparamref name="T"/>, read and replaced as a whole.</summary>
public abstract class Sealing<T> : ISealed
    where T : class, new()
{
    private T? opened;
    private byte[] plain = [];
    private byte[]? openedFrom;

    /// <summary>The column.</summary>
    public byte[] Sealed { get; private set; } = [];

    /// <summary>The context that read this row, which knows the keys; set by EF Core, null for a row not yet read back.</summary>
    protected DbContext? ReadBy { get; set; }

    /// <summary>The row that a value is bound to, so that it cannot be moved to another one.</summary>
    protected abstract Guid SealId { get; }

    /// <summary>What a value is bound to besides its row: the type's name, so that a renamed table does not lock its rows.</summary>
    private string Noun => GetType().Name;

    protected T Opened
    {
        get
        {
            ((ISealed)this).Open();
            return opened ??= plain.Length == 0 ? new T() : JsonSerializer.Deserialize<T>(plain, SealedJson.Options)!;
        }
    }

    byte[] ISealed.Open()
    {
        if (Sealed.Length > 0 && !ReferenceEquals(Sealed, openedFrom))
        {
            var keys = (ReadBy as WorkBridgeDb)?.Keys ?? throw new InvalidOperationException("This row was read by a context without keys.");
            (plain, openedFrom, opened) = (keys.Unseal(Sealed, Noun, SealId), Sealed, null);
        }

        return plain;
    }

    void ISealed.Close(KeyRing keys)
    {
        if (Sealed.Length == 0)
            Sealed = openedFrom = keys.Seal(plain, Noun, SealId);
    }

    protected void Seal(T value)
    {
        plain = JsonSerializer.SerializeToUtf8Bytes(value, SealedJson.Options);
        opened = value;
        Sealed = [];
    }
}

internal static class SealedJson
{
    public static readonly JsonSerializerOptions Options = new()
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };
}
