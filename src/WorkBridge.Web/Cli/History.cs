using WorkBridge.Data;
using WorkBridge.Placements;
using WorkBridge.Web.Start;

namespace WorkBridge.Web;

/// <summary>Writes the history for the replay of matching into a file: numbers and bands, nobody's data.</summary>
internal static class History
{
    public static async Task<int> WriteAsync(CliArguments given, TextWriter said)
    {
        var (start, target) = (given.AsInstalled(), given.Path("--to"));
        await using var app = Service.Build(start, _ => { });
        await using var scope = app.Services.CreateAsyncScope();
        await using var file = new StreamWriter(new FileStream(target, FileMode.CreateNew, FileAccess.Write));
        var lines = await scope.ServiceProvider.GetRequiredService<WriteHistory>().RunAsync(file, CancellationToken.None);
        await said.WriteLineAsync($"{lines} placements written to {target}.");
        return Cli.Done;
    }
}
