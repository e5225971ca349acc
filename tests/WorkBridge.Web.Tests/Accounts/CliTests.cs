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

    private int? Run(params string[] line) => Run(name => name == StartOptions.SecretVariable ? "a secret of the tests alone" : null, line);

    private int? Run(Func<string, string?> environment, params string[] line) => Cli.TryRun(line, environment, said, failed);
}
