using WorkBridge.Data;
using WorkBridge.Web.Start;

namespace WorkBridge.Web;

/// <summary>What was typed after a command.</summary>
internal sealed class CliArguments
{
    private static readonly string[] WithValue = ["--data", "--to", "--from", "--keys", "--keep-days"];
    private static readonly string[] Alone = ["--replace", "--demo", "--take-end"];
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);
    private readonly Func<string, string?> environment;
    private readonly string typedIn;

    private CliArguments(Func<string, string?> environment)
    {
        this.environment = environment;
        typedIn = environment("PWD") is { Length: > 0 } pwd && Directory.Exists(pwd) ? pwd : Directory.GetCurrentDirectory();
    }

    /// <summary>Settings in the form --Name=value, as the service takes them.</summary>
    public List<string> Settings { get; } = [];

    public static CliArguments Read(IReadOnlyList<string> args, Func<string, string?> environment)
    {
        var given = new CliArguments(environment);
        for (var i = 0; i < args.Count; i++)
        {
            if (Alone.Contains(args[i]))
                given.values[args[i]] = "";
            else if (WithValue.Contains(args[i]))
                given.values[args[i]] = i + 1 < args.Count && !args[i + 1].StartsWith("--", StringComparison.Ordinal) ? args[++i] : throw new StartRefused($"{args[i]} needs a value.");
            else if (args[i].StartsWith("--", StringComparison.Ordinal) && args[i].Contains('=', StringComparison.Ordinal))
                given.Settings.Add(args[i]);
            else
                throw new StartRefused($"Unknown argument: {args[i]}. Type help for the commands.");
        }

        return given;
    }

    public bool Has(string name) => values.ContainsKey(name);

    /// <summary>An absolute path, relative to where the command was typed.</summary>
    public string Path(string name) =>
        values.TryGetValue(name, out var value) ? System.IO.Path.GetFullPath(value, typedIn) : throw new StartRefused($"{name} is missing. Type help for the commands.");

    /// <summary>A number of days, 1 to 3650; null when it was not given.</summary>
    public int? Days(string name) => !values.TryGetValue(name, out var value) ? null
        : int.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= 3650 ? days : throw new StartRefused($"{name} is a number of days, 1 to 3650.");

    /// <summary>The options the service would start with, for the same keys and secret.</summary>
    public StartOptions AsStart()
    {
        List<string> args = [.. Settings];
        foreach (var name in new[] { "--data", "--keys" }.Where(Has))
            args.AddRange([name, Path(name)]);
        if (Has("--demo"))
            args.Add("--demo");
        return StartOptions.Read(args, environment);
    }

    /// <summary>The same of an installation that was started before: a command that looks into one never begins another.</summary>
    /// <exception cref="BackupRefused">There is no database in the folder that was named.</exception>
    public StartOptions AsInstalled()
    {
        var start = AsStart();
        return File.Exists(new Storage(start.Data, null).SqlitePath) || start.Rest.Any(r => r.Contains("Postgres", StringComparison.Ordinal))
            ? start
            : throw new BackupRefused($"There is no database in {start.Data}; start the service once.");
    }

    public string Secret() => StartOptions.SecretFrom(environment)
        ?? throw new StartRefused($"The keys are wrapped by a secret: set {StartOptions.SecretVariable}, or {StartOptions.SecretFileVariable} to a file that holds it.");

    /// <summary>The keys in the folder that was named; never makes new ones, which would open nothing.</summary>
    public KeyRing Ring()
    {
        var folder = Path("--keys");
        return File.Exists(System.IO.Path.Combine(folder, KeyRing.FileName))
            ? KeyRing.Open(folder, Secret())
            : throw new BackupRefused($"There are no keys in {folder}; a backup without the keys it was made under cannot be read.");
    }

    /// <summary>PostgreSQL has tools of its own, which know its servers better than we do.</summary>
    public void RefusePostgres(string instead)
    {
        const string setting = "ConnectionStrings:Postgres=";
        if (environment("ConnectionStrings__Postgres") is { Length: > 0 } || Settings.Any(s => s.StartsWith("--" + setting, StringComparison.OrdinalIgnoreCase)))
            throw new BackupRefused($"This installation keeps its rows in PostgreSQL. Use: {instead}");
    }
}
