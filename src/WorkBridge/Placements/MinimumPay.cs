namespace WorkBridge.Placements;

/// <summary>The least pay of the regions, dated. A commune whose region is not in the table has an unknown region, and then only the extremes decide.</summary>
public sealed class MinimumPay
{
    public const string FileName = "minimum-pay.json";

    private const int Regions = 4;
    private readonly IReadOnlyList<MinimumPayStep> steps;
    private readonly IReadOnlyDictionary<string, int> communes;

    public MinimumPay(IEnumerable<MinimumPayStep> steps, IReadOnlyDictionary<string, int> communes)
    {
        this.steps = [.. steps.OrderBy(s => s.From)];
        this.communes = communes;
        if (this.steps.Any(s => s.Regions.Count != Regions || s.Regions.Any(amount => amount <= 0)) || communes.Values.Any(r => r is < 1 or > Regions))
            throw new InvalidOperationException("minimum-pay.json must name four amounts for each date and a region from 1 to 4 for each commune.");
    }

    public static MinimumPay Read(string? dataFolder = null)
    {
        var file = RuleFile.Read<MinimumPayFile>(FileName, dataFolder);
        return new MinimumPay(file.Amounts, file.Communes);
    }

    /// <summary>
    /// The least pay in đồng a month on a day where the work is: one amount where the region is known, the lowest and the
    /// highest of the four where it is not. Null before the first date of the table.
    /// </summary>
    public MinimumPayRange? On(DateOnly day, string? communeCode)
    {
        if (steps.LastOrDefault(s => s.From <= day) is not { } step)
            return null;
        if (communeCode is not null && communes.TryGetValue(communeCode, out var region))
            return new MinimumPayRange(step.Regions[region - 1], step.Regions[region - 1], step.Source);
        return new MinimumPayRange(step.Regions.Min(), step.Regions.Max(), step.Source);
    }
}

/// <summary>Amounts of regions I to IV from a date on, in đồng a month, and the decree that set them.</summary>
public sealed record MinimumPayStep(DateOnly From, string Source, IReadOnlyList<long> Regions);

/// <summary>The least pay in đồng a month: from the lowest it may be to the highest.</summary>
public sealed record MinimumPayRange(long Lowest, long Highest, string Source)
{
    public bool IsExact => Lowest == Highest;
}

internal sealed record MinimumPayFile(string Source, IReadOnlyList<MinimumPayStep> Amounts, IReadOnlyDictionary<string, int> Communes);
