namespace WorkBridge.Web.Start;

/// <summary>How the service was started: what is written where, and under which keys.</summary>
/// <param name="Demo">Invented people, and keys that may lie beside the data.</param>
/// <param name="Data">Absolute folder of everything the service writes.</param>
/// <param name="Keys">Absolute folder of the keys of the encrypted columns.</param>
/// <param name="Secret">What the keys are wrapped by.</param>
/// <param name="Rest">Arguments for the configuration and the host, in the form --Name=value.</param>
public sealed record StartOptions(bool Demo, string Data, string Keys, string Secret, IReadOnlyList<string> Rest)
{
    public const string SecretVariable = "WORKBRIDGE_SECRET";
    public const string SecretFileVariable = "WORKBRIDGE_SECRET_FILE";
    public const int ShortestSecret = 16;

    /// <summary>Known only so that a demonstration needs no preparation; its people are invented.</summary>
    private const string DemoSecret = "a demonstration keeps no secrets";

    /// <summary>Reads the command line and the environment.</summary>
    /// <exception cref="StartRefused">An argument is not known, or keys or their secret are missing.</exception>
    public static StartOptions Read(IReadOnlyList<string> args, Func<string, string?> environment)
    {
        var demo = false;
        string? data = null;
        string? keys = null;
        var rest = new List<string>();
        for (var i = 0; i < args.Count; i++)
        {
            switch (args[i])
            {
                case "--demo":
                    demo = true;
                    break;
                case "--data":
                    data = Value(args, ref i);
                    break;
                case "--keys":
                    keys = Value(args, ref i);
                    break;
                case "--urls":
                    rest.Add("--urls=" + Value(args, ref i));
                    break;
                case var other when other.StartsWith("--", StringComparison.Ordinal) && other.Contains('=', StringComparison.Ordinal):
                    rest.Add(other);
                    break;
                default:
                    throw new StartRefused($"Unknown argument: {args[i]}. Known: --demo, --data DIR, --keys DIR, --urls URL, --Name=value.");
            }
        }

        var typedIn = environment("PWD") is { Length: > 0 } pwd && Directory.Exists(pwd) ? pwd : Directory.GetCurrentDirectory();
        var dataFolder = Path.GetFullPath(data ?? Path.Combine(Root() ?? typedIn, "data"), typedIn);
        if (keys is null && !demo)
            throw new StartRefused("The keys of the encrypted columns need a place apart from the data: start with --keys DIR (or with --demo to look around).");
        var keyFolder = keys is null ? Path.Combine(dataFolder, "keys") : Path.GetFullPath(keys, typedIn);
        if (!demo && IsInside(keyFolder, dataFolder))
            throw new StartRefused("The keys may not lie under the data: a copy of the data would carry them along. Choose another --keys DIR.");
        return new StartOptions(demo, dataFolder, keyFolder, SecretFrom(environment) ?? (demo ? DemoSecret : throw new StartRefused(
            $"The keys are wrapped by a secret that is given at start: set {SecretVariable}, or {SecretFileVariable} to a file that holds it.")), rest);
    }

    private static string Value(IReadOnlyList<string> args, ref int i) =>
        i + 1 < args.Count && !args[i + 1].StartsWith("--", StringComparison.Ordinal)
            ? args[++i]
            : throw new StartRefused($"{args[i]} needs a value.");

    /// <summary>The secret as it is given at start; null when it is not.</summary>
    internal static string? SecretFrom(Func<string, string?> environment)
    {
        var secret = environment(SecretVariable);
        if (string.IsNullOrEmpty(secret))
        {
            var file = environment(SecretFileVariable)
                ?? (environment("CREDENTIALS_DIRECTORY") is { Length: > 0 } folder ? Path.Combine(folder, "workbridge-secret") : null);
            if (file is not null && File.Exists(file))
                secret = File.ReadAllText(file).Trim();
        }

        if (string.IsNullOrEmpty(secret))
            return null;
        return secret.Length >= ShortestSecret
            ? secret
            : throw new StartRefused($"The secret is too short: at least {ShortestSecret} characters.");
    }

    private static bool IsInside(string folder, string other) =>
        (folder + Path.DirectorySeparatorChar).StartsWith(other.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>The root of the checkout the program runs from; null for a published build.</summary>
    private static string? Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "WorkBridge.sln")))
                return folder.FullName;
        }

        return null;
    }
}

/// <summary>The service does not start; the message says in one sentence what is missing.</summary>
public sealed class StartRefused(string message) : Exception(message);
