using Microsoft.EntityFrameworkCore;
using WorkBridge.Audit;
using WorkBridge.Consents;
using WorkBridge.Web.Start;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Security;

/// <summary>The audit as whoever answers for the installation meets it: a command, a nightly job, a page.</summary>
public sealed class AuditCheckTests
{
    private readonly StringWriter said = new();
    private readonly StringWriter failed = new();

    [Fact]
    public async Task While_the_service_runs_the_command_says_that_the_audit_is_whole_and_afterwards_what_somebody_changed_in_the_file()
    {
        await using var host = await TestHost.StartAsync();
        var person = await host.Given.Person("Lò Thị Ngoạn");
        await host.Given.Consent(person, Purpose.Matching, yes: false);
        using (var officer = await host.Given.SignedIn(await host.Given.Officer()))
            await officer.GoAsync($"/Returnees/{person.Id}");
        Assert.Equal(1, await host.Db(db => db.Readings.CountAsync()));
        string[] line = ["verify-audit", "--data", Path.Combine(host.Folder, "data"), "--keys", Path.Combine(host.Folder, "keys")];

        Assert.Equal(Cli.Done, Run(line));
        Assert.Contains("The audit is whole.", said.ToString(), StringComparison.Ordinal);
        await host.Use<VerifyAudit>(job => job.RunAsync(default));
        using var admin = await host.Given.SignedIn(await host.Given.Administrator());
        await admin.GoAsync("/Admin/Health");
        Assert.Contains(": nguyên vẹn", admin.Text, StringComparison.Ordinal);

        await host.Db(db => db.Readings.ExecuteDeleteAsync());
        Assert.Equal(Cli.Refused, Run(line));
        Assert.Contains("is gone (Reading ", said.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Ngoạn", said.ToString(), StringComparison.Ordinal);
        await host.Use<VerifyAudit>(job => job.RunAsync(default));
        await admin.GoAsync("/Admin/Health");
        Assert.Contains("Nhật ký không còn nguyên vẹn", admin.Page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_restore_the_chain_goes_on_from_the_backup_and_what_was_lost_with_it_is_no_fault()
    {
        var host = await TestHost.StartAsync();
        var (data, keys, file) = (Path.Combine(host.Folder, "data"), Path.Combine(host.Folder, "keys"), Path.Combine(host.Folder, "backups", "monday.zip"));
        var person = await host.Given.Person();
        Assert.Equal(Cli.Done, Run("backup", "--data", data, "--to", file));
        await host.Given.Consent(person, Purpose.Matching);
        await host.Given.Consent(person, Purpose.Statistics);
        await host.StopAsync();

        Assert.Equal(Cli.Done, Run("restore", "--data", data, "--keys", keys, "--from", file, "--replace"));
        Assert.Equal(Cli.Done, Run("verify-audit", "--data", data, "--keys", keys));
        await using var again = await TestHost.StartAsync(folder: host.Folder);
        await again.Given.Consent(person, Purpose.Reminders);

        Assert.Equal(Cli.Done, Run("verify-audit", "--data", data, "--keys", keys));
        Assert.Contains("Taken as it was, without proof, on ", said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_older_database_put_back_by_hand_is_found_until_somebody_answers_for_it()
    {
        var host = await TestHost.StartAsync();
        var (data, keys) = (Path.Combine(host.Folder, "data"), Path.Combine(host.Folder, "keys"));
        var person = await host.Given.Person();
        var older = Path.Combine(host.Folder, "older.zip");
        WorkBridge.Data.Backup.Make(new WorkBridge.Data.Storage(data, null), older, host.Given.Now);
        await host.Given.Consent(person, Purpose.Matching);
        await host.StopAsync();
        await WorkBridge.Data.Restore.RunAsync(new WorkBridge.Data.Storage(data, null), older, WorkBridge.Data.KeyRing.Open(keys, "a secret of the tests alone"), replace: true);

        Assert.Equal(Cli.Refused, Run("verify-audit", "--data", data, "--keys", keys));
        Assert.Contains("The end is cut off", said.ToString(), StringComparison.Ordinal);
        Assert.Equal(Cli.Refused, Run("verify-audit", "--data", data, "--keys", keys, "--take-end"));
        Assert.Equal(Cli.Done, Run("verify-audit", "--data", data, "--keys", keys));
    }

    [Fact]
    public async Task Backups_older_than_asked_are_deleted_and_nothing_else_in_the_folder()
    {
        await using var host = await TestHost.StartAsync();
        var (storage, folder) = (new WorkBridge.Data.Storage(Path.Combine(host.Folder, "data"), null), Path.Combine(host.Folder, "backups"));
        var now = TimeProvider.System.UtcNow();
        WorkBridge.Data.Backup.Make(storage, Path.Combine(folder, "old.zip"), now.AddDays(-31));
        WorkBridge.Data.Backup.Make(storage, Path.Combine(folder, "young.zip"), now.AddDays(-29));
        await File.WriteAllTextAsync(Path.Combine(folder, "notes.txt"), "của người vận hành");
        await System.IO.Compression.ZipFile.CreateFromDirectoryAsync(Path.Combine(host.Folder, "keys"), Path.Combine(folder, "other.zip"));
        File.SetLastWriteTimeUtc(Path.Combine(folder, "other.zip"), now.AddDays(-100));

        Assert.Equal(Cli.NotUnderstood, Run("backup", "--data", storage.Folder, "--to", Path.Combine(folder, "new.zip"), "--keep-days", "0"));
        Assert.Equal(Cli.Done, Run("backup", "--data", storage.Folder, "--to", Path.Combine(folder, "new.zip"), "--keep-days", "30"));

        Assert.Equal(["new.zip", "notes.txt", "other.zip", "young.zip"], Directory.EnumerateFiles(folder).Select(Path.GetFileName).Order());
        Assert.Contains("1 backups older than 30 days deleted", said.ToString(), StringComparison.Ordinal);
    }

    private int? Run(params string[] line) => Cli.TryRun(line, name => name == StartOptions.SecretVariable ? "a secret of the tests alone" : null, said, failed);
}
