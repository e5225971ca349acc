using System.Globalization;
using Microsoft.Extensions.Configuration;
using WorkBridge.Audit;
using WorkBridge.Data;
using WorkBridge.Web.Start;

namespace WorkBridge.Web;

/// <summary>
/// The commands of the executable that are not the service: <c>backup</c>, <c>restore</c>, <c>rotate-keys</c>, <c>admin-link</c>,
/// <c>history</c>, <c>verify-audit</c>, <c>kiosk-words</c>.
/// Exit codes: 0 done, 1 refused (nothing was changed), 2 the command line is not understood.
/// </summary>
public static class Cli
{
    public const int Done = 0;
    public const int Refused = 1;
    public const int NotUnderstood = 2;

    private const string Known = """
        backup --data DIR --to FILE [--keep-days N]
            Copies the database into one archive while the service runs. Keys, index and mail files are not in it; who was erased
            is in erased.txt beside it. With --keep-days, older backups in the same folder are deleted.
        restore --data DIR --from FILE --keys DIR [--replace]
            Puts a backup into an empty folder (or, with --replace, in place of what is there), after it proved sound.
        rotate-keys --keys DIR
            Adds a key version; values written from the next start on are sealed under it, older ones stay readable.
        admin-link --data DIR --keys DIR [--Site:BaseUrl=ADDRESS]
            Prints a new one-time link for the first administrator, while there is none.
        history --data DIR --keys DIR --to FILE
            Writes placements with a known outcome for the replay of matching: months, bands and scores, nobody's data.
        verify-audit --data DIR --keys DIR [--take-end]
            Goes through the whole audit, also while the service runs, and says what is not as it was left (exit code 1).
            With --take-end, only after entries were lost on purpose (pg_restore): takes the chain as it ends now.
        kiosk-words --to FILE [--from FILE]
            Writes every sentence of the screens with its key, in Vietnamese and English, for a translator to fill in; with --from
            what is translated already is carried over. The filled file goes to kiosk-languages/CODE.json under the data folder.
        """;

    /// <summary>Runs a command when the first argument names one.</summary>
    /// <returns>The exit code, or null when the arguments are the service's.</returns>
    public static int? TryRun(string[] args) => TryRun(args, Environment.GetEnvironmentVariable, Console.Out, Console.Error);

    public static int? TryRun(string[] args, Func<string, string?> environment, TextWriter said, TextWriter failed)
    {
        if (args is not [var name, .. var rest] || name.StartsWith('-'))
            return null;
        try
        {
            var given = CliArguments.Read(rest, environment);
            switch (name)
            {
                case "backup":
                    Backup(given, said);
                    return Done;
                case "restore":
                    Restore(given, said).GetAwaiter().GetResult();
                    return Done;
                case "rotate-keys":
                    RotateKeys(given, said);
                    return Done;
                case "admin-link":
                    return AdminLink.Print(given, said).GetAwaiter().GetResult();
                case "verify-audit":
                    return AuditCheck.RunAsync(given, said).GetAwaiter().GetResult();
                case "history":
                    return History.WriteAsync(given, said).GetAwaiter().GetResult();
                case "kiosk-words":
                    return KioskWords.Write(given, said);
                case "help":
                    said.WriteLine(Known);
                    return Done;
                default:
                    throw new StartRefused($"Unknown command: {name}. Known:{Environment.NewLine}{Known}");
            }
        }
        catch (StartRefused refused)
        {
            failed.WriteLine(refused.Message);
            return NotUnderstood;
        }
        catch (Exception e) when (e is BackupRefused or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            failed.WriteLine(e.Message);
            return Refused;
        }
    }

    private static void Backup(CliArguments given, TextWriter said)
    {
        given.RefusePostgres("pg_dump --format=custom --no-owner --file=FILE DATABASE");
        var target = given.Path("--to");
        given.Days("--keep-days"); // Refused before anything is done.
        var facts = Data.Backup.Make(new Storage(given.Path("--data"), null), target, TimeProvider.System.UtcNow());
        said.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Backed up {facts.Bytes:N0} bytes to {target}. The keys are not in it: keep a copy of the keys folder and the secret elsewhere."));
        if (given.Days("--keep-days") is { } days)
            said.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Data.Backup.EndOld(Path.GetDirectoryName(target)!, facts.MadeAt, days)} backups older than {days} days deleted."));
    }

    private static async Task Restore(CliArguments given, TextWriter said)
    {
        given.RefusePostgres("pg_restore --clean --if-exists --no-owner --dbname=DATABASE FILE");
        var data = given.Path("--data");
        var keys = given.Ring();
        var restored = await Data.Restore.RunAsync(new Storage(data, null), given.Path("--from"), keys, given.Has("--replace"), new AuditHeads(given.Path("--keys"), keys));
        said.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Restored the backup of {restored.Facts.MadeAt:yyyy-MM-dd HH:mm} UTC into {data}; {restored.SealedRows:N0} sealed rows opened with the keys. The index is rebuilt at the next start."));
    }

    private static void RotateKeys(CliArguments given, TextWriter said)
    {
        var folder = given.Path("--keys");
        if (!File.Exists(Path.Combine(folder, KeyRing.FileName)))
            throw new BackupRefused($"There are no keys in {folder}.");
        var version = KeyRing.Rotate(folder, given.Secret());
        said.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Key version {version} added. Start the service again to seal new values under it, and keep a fresh copy of the keys folder."));
    }
}
