using System.Text.Json;
using System.Text.Json.Serialization;
using WorkBridge.Matching;

namespace WorkBridge.Placements;

/// <summary>
/// How many placements lasted, by kind of work: one row, written anew each night. Numbers of at least
/// <see cref="Search.MatchSettings.LastingLeastPeople"/> people; nobody can be told from them.
/// </summary>
public sealed class LastingCounts
{
    /// <summary>There is one row.</summary>
    public const int OnlyId = 1;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public int Id { get; private set; } = OnlyId;

    public DateTime CountedAt { get; private set; }

    public string CountsJson { get; private set; } = "[]";

    public int Version { get; private set; }

    public IReadOnlyList<LastingCount> Counts => JsonSerializer.Deserialize<List<LastingCount>>(CountsJson, Options) ?? [];

    public void Replace(IReadOnlyList<LastingCount> counts, DateTime now)
    {
        CountsJson = JsonSerializer.Serialize(counts, Options);
        CountedAt = now;
        Version++;
    }
}
