using Microsoft.Extensions.DependencyInjection;
using WorkBridge.Placements;
using WorkBridge.Staff;
using WorkBridge.Web.Start;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Accounts;

public sealed class CliTests
{
    private readonly StringWriter said = new();
    private readonly StringWriter failed = new();

    [Fact]
    public async Task Backup_and_restore_are_one_command_each_and_sign_in_works_afterwards()
    {
        await using var host = await TestHost.StartAsync();
        var (_, contact) = await host.Given.Employer();
        await host.Given.Person("Vũ Thị Thơm");
        using (var before = await host.Given.SignedIn(contact))
            Assert.True(await before.IsInAsync());
        var file = Path.Combine(host.Folder, "monday.zip");

        Assert.Equal(Cli.Done, Run("backup", "--data", Path.Combine(host.Folder, "data"), "--to", file));
        Assert.Equal(Cli.Refused, Run("backup", "--data", Path.Combine(host.Folder, "data"), "--to", file));
        var elsewhere = Directory.CreateTempSubdirectory("workbridge-restore-").FullName;
        Assert.Equal(Cli.Refused, Run("restore", "--data", Path.Combine(elsewhere, "data"), "--from", file, "--keys", Path.Combine(elsewhere, "keys")));
        Directory.CreateDirectory(Path.Combine(elsewhere, "keys"));
        File.Copy(Path.Combine(host.Folder, "keys", "columns.json"), Path.Combine(elsewhere, "keys", "columns.json"));
        Assert.Equal(Cli.Done, Run("restore", "--data", Path.Combine(elsewhere, "data"), "--from", file, "--keys", Path.Combine(elsewhere, "keys")));
        Assert.Contains("sealed rows opened", said.ToString(), StringComparison.Ordinal);

        await using var restored = await TestHost.StartAsync(folder: elsewhere);
        using var browser = await restored.Given.SignedIn(contact);
        Assert.True(await browser.IsInAsync());
    }

    [Fact]
    public void A_new_key_version_needs_the_folder_and_its_secret()
    {
        var folder = Directory.CreateTempSubdirectory("workbridge-keys-").FullName;
        Assert.Equal(Cli.Refused, Run("rotate-keys", "--keys", folder));
        Data.KeyRing.Open(folder, "a secret of the tests alone");

        Assert.Equal(Cli.Done, Run("rotate-keys", "--keys", folder));
        Assert.Equal(2, Data.KeyRing.Open(folder, "a secret of the tests alone").Current);
        Assert.Equal(Cli.Refused, Run(name => name == StartOptions.SecretVariable ? "another secret of the tests" : null, "rotate-keys", "--keys", folder));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task The_history_for_the_replay_is_written_into_a_new_file_and_never_over_another()
    {
        await using var host = await TestHost.StartAsync();
        var file = Path.Combine(host.Folder, "history.csv");
        string[] line = ["history", "--data", Path.Combine(host.Folder, "data"), "--keys", Path.Combine(host.Folder, "keys"), "--to", file];
        Assert.Equal(Cli.Done, Run(line));
        Assert.Equal(HistoryLine.Header, (await File.ReadAllTextAsync(file)).Trim());
        Assert.Equal(Cli.Refused, Run(line));
        Assert.Equal(Cli.Refused, Run("history", "--data", Path.Combine(host.Folder, "elsewhere"), "--keys", Path.Combine(host.Folder, "keys"), "--to", file + "2"));
    }

    [Theory]
    [InlineData("bakcup")]
    [InlineData("backup")]
    [InlineData("backup", "--data")]
    [InlineData("restore", "--speed", "3")]
    public void A_line_that_is_not_understood_says_what_is_known(params string[] line)
    {
        Assert.Equal(Cli.NotUnderstood, Run(line));
        Assert.NotEmpty(failed.ToString());
    }

    [Theory]
    [InlineData]
    [InlineData("--demo")]
    [InlineData("--data", "x", "--keys", "y")]
    public void The_services_own_arguments_are_left_to_it(params string[] line) =>
        Assert.Null(Cli.TryRun(line, _ => null, said, failed));

    [Theory]
    [InlineData("backup", "pg_dump")]
    [InlineData("restore", "pg_restore")]
    public void With_PostgreSQL_its_own_tool_is_named(string command, string tool)
    {
        Assert.Equal(Cli.Refused, Run(name => name == "ConnectionStrings__Postgres" ? "Host=db" : null, command, "--data", "x", "--to", "y"));
        Assert.Contains(tool, failed.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_administrators_link_is_printed_while_there_is_none()
    {
        var host = await TestHost.StartAsync();
        await host.StopAsync();
        string[] line = ["admin-link", "--data", Path.Combine(host.Folder, "data"), "--keys", Path.Combine(host.Folder, "keys")];

        Assert.Equal(Cli.Done, Run(line));
        Assert.Contains("/Account/First?token=", said.ToString(), StringComparison.Ordinal);

        await using var again = await TestHost.StartAsync(folder: host.Folder);
        await again.Given.Administrator();
        Assert.Equal(Cli.Refused, Run(line));
    }

    [Theory]
    [InlineData("http://localhost:5150", null, "http://localhost:5150")]
    [InlineData("http://0.0.0.0:5150", null, "http://localhost:5080")]
    [InlineData("http://localhost:5150", "https://vieclam.example.vn", "https://vieclam.example.vn")]
    public async Task Links_open_where_the_service_listens_until_a_public_address_is_set(string listens, string? set, string opens)
    {
        var folder = Directory.CreateTempSubdirectory("workbridge-address-").FullName;
        List<string> rest = ["--urls=" + listens, "--Jobs:Enabled=false"];
        if (set is not null)
            rest.Add("--Site:BaseUrl=" + set);
        await using (var app = Service.Build(new StartOptions(false, Path.Combine(folder, "data"), Path.Combine(folder, "keys"), "a secret of the tests alone", rest), _ => { }))
            Assert.Equal(opens, app.Services.GetRequiredService<Site>().BaseUrl);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task What_is_written_is_for_the_services_own_account_alone()
    {
        if (OperatingSystem.IsWindows())
            return;
        await using var host = await TestHost.StartAsync();
        foreach (var folder in new[] { "data", "keys" })
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.Combine(host.Folder, folder)));
    }

    private int? Run(params string[] line) => Run(name => name == StartOptions.SecretVariable ? "a secret of the tests alone" : null, line);

    private int? Run(Func<string, string?> environment, params string[] line) => Cli.TryRun(line, environment, said, failed);
}
