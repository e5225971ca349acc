using System.Text.Json;
using System.Text.Json.Serialization;

namespace WorkBridge;

/// <summary>
/// A dated rule kept as JSON: the one that comes with the product, or the operator's own in the folder "rules" under the
/// data folder, which then counts as a whole. Read at start, so that a mistake in it stops the start and not a night job.
/// </summary>
public static class RuleFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>Reads "holidays.json" and the like. A null <paramref name="dataFolder"/> reads what comes with the product.</summary>
    /// <exception cref="InvalidOperationException">The file is not what the rule expects; the message names it.</exception>
    public static T Read<T>(string name, string? dataFolder = null)
        where T : class
    {
        var own = dataFolder is null ? null : Path.Combine(dataFolder, "rules", name);
        using var stream = own is not null && File.Exists(own)
            ? File.OpenRead(own)
            : typeof(RuleFile).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"No rule file {name}.");
        try
        {
            return JsonSerializer.Deserialize<T>(stream, Options) ?? throw new JsonException("empty");
        }
        catch (JsonException e)
        {
            throw new InvalidOperationException($"The rule file {name} cannot be read: {e.Message}", e);
        }
    }
}
