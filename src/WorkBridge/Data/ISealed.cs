namespace WorkBridge.Data;

/// <summary>
/// An entity whose personal part is kept encrypted. The column <see cref="Sealed"/> holds it; the interceptors open it
/// when the row is read and close it again before it is saved, under a key version that is kept outside the database.
/// </summary>
public interface ISealed
{
    Guid SealId { get; }

    /// <summary>The encrypted part; an empty array asks the context to seal <see cref="Plain"/> at the next save.</summary>
    byte[] Sealed { get; set; }

    /// <summary>The personal part as UTF-8 JSON.</summary>
    byte[] Plain { get; set; }
}

/// <summary>Base of the entities that keep one personal record of type <typeparamref name="T"/>, read and replaced as a whole.</summary>
public abstract class Sealing<T> : ISealed
    where T : class, new()
{
    private T? opened;
    private byte[] plain = [];

    byte[] ISealed.Sealed { get => Sealed; set => Sealed = value; }

    byte[] ISealed.Plain
    {
        get => plain;
        set
        {
            plain = value;
            opened = null;
        }
    }

    Guid ISealed.SealId => SealId;

    /// <summary>The column.</summary>
    public byte[] Sealed { get; private set; } = [];

    protected abstract Guid SealId { get; }

    protected T Opened => opened ??= plain.Length == 0 ? new T() : System.Text.Json.JsonSerializer.Deserialize<T>(plain, SealedJson.Options)!;

    protected void Seal(T value)
    {
        plain = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(value, SealedJson.Options);
        opened = value;
        Sealed = [];
    }
}

internal static class SealedJson
{
    public static readonly System.Text.Json.JsonSerializerOptions Options = new()
    {
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };
}
