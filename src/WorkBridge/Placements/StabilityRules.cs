namespace WorkBridge.Placements;

/// <summary>The published rule behind "ổn định", dated: a later version counts from its day on, earlier outcomes keep theirs.</summary>
public sealed class StabilityRules
{
    public const string FileName = "stability.json";

    private readonly IReadOnlyList<StabilityTerms> versions;

    public StabilityRules(IEnumerable<StabilityTerms> versions)
    {
        this.versions = [.. versions.OrderBy(v => v.From)];
        if (this.versions.Count == 0 || this.versions.DistinctBy(v => v.Version).Count() != this.versions.Count)
            throw new InvalidOperationException("stability.json needs at least one version, and each number once.");
    }

    public static StabilityRules Read(string? dataFolder = null) => new(RuleFile.Read<StabilityFile>(FileName, dataFolder).Versions);

    /// <summary>The terms in force on a day; before the first date, the first ones.</summary>
    public StabilityTerms On(DateOnly day) => versions.LastOrDefault(v => v.From <= day) ?? versions[0];

    public StabilityTerms? Number(int version) => versions.FirstOrDefault(v => v.Version == version);
}

/// <summary>What work must show to be called stable (product brief, section 5).</summary>
/// <remarks>Days are calendar days; a gap is the days between the end of one work and the beginning of the next.</remarks>
public sealed record StabilityTerms(int Version, DateOnly From, int Days, int LongestGap, int DaysWithoutPaper, int DaysPerMonth, int HoursPerWeek);

internal sealed record StabilityFile(string Source, IReadOnlyList<StabilityTerms> Versions);
