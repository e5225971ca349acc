using System.Globalization;

namespace WorkBridge.Benchmarks;

/// <summary>How large a run is. The defaults are a province: 20,000 people, 5,000 openings, 50 officers at once.</summary>
public sealed record Sizes(int People, int Openings, int Users, int Seconds, string Folder, bool Keep)
{
    /// <summary>Officers in all; two a commune.</summary>
    public const int Officers = 200;

    public const int Communes = Officers / 2;

    public static Sizes Read(string[] args)
    {
        string? Of(string name) => Array.IndexOf(args, "--" + name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
        int Number(string name, int otherwise) => int.Parse(Of(name) ?? otherwise.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        var folder = Of("folder");
        return new Sizes(Number("people", 20_000), Number("openings", 5_000), Number("users", 50), Number("seconds", 60), Path.GetFullPath(folder ?? Directory.CreateTempSubdirectory("workbridge-load-").FullName), folder is not null);
    }
}
