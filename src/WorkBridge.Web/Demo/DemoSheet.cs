using System.Globalization;

namespace WorkBridge.Web.Demo;

/// <summary>
/// The codes that a real installation shows once and keeps nowhere. A demonstration keeps them beside its data, so that a
/// second start can print them again; their person is invented.
/// </summary>
internal sealed record DemoSheet(string Card, string Pin, string Screen, DateTime ScreenUntil)
{
    public const string FileName = "demo.txt";

    public async Task WriteAsync(string dataFolder, CancellationToken ct) => await File.WriteAllLinesAsync(
        Path.Combine(dataFolder, FileName),
        [
            "# Bản thử: mọi người và nơi tuyển đều là bịa ra. / A demonstration: everybody is invented.",
            $"card={Card}",
            $"pin={Pin}",
            $"screen={Screen}",
            $"screen-until={ScreenUntil.ToString("O", CultureInfo.InvariantCulture)}",
        ],
        ct);

    /// <summary>What an earlier start kept; null where the file is not there or was changed by hand.</summary>
    public static async Task<DemoSheet?> ReadAsync(string dataFolder, CancellationToken ct)
    {
        var file = Path.Combine(dataFolder, FileName);
        if (!File.Exists(file))
            return null;
        var kept = (await File.ReadAllLinesAsync(file, ct))
            .Where(line => !line.StartsWith('#') && line.Contains('=', StringComparison.Ordinal))
            .Select(line => line.Split('=', 2, StringSplitOptions.TrimEntries))
            .GroupBy(parts => parts[0], StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Last()[1], StringComparer.Ordinal);
        return kept.TryGetValue("card", out var card) && kept.TryGetValue("pin", out var pin) && kept.TryGetValue("screen", out var screen)
            && DateTime.TryParse(kept.GetValueOrDefault("screen-until"), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var until)
                ? new DemoSheet(card, pin, screen, until)
                : null;
    }
}
