using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Staff;
using WorkBridge.Web.Start;

namespace WorkBridge.Web;

/// <summary>The one-time link of the first administrator, printed at start and by the command.</summary>
internal static class AdminLink
{
    /// <summary>Prints a link while there is no administrator; says nothing otherwise.</summary>
    public static async Task OfferAsync(IServiceProvider services, TextWriter said)
    {
        await using var scope = services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<OfferFirstAdministrator>().RunAsync(default) is { } link)
            await said.WriteLineAsync($"There is no administrator yet. Make the first one here, within 24 hours, once:{Environment.NewLine}  {link}");
    }

    public static async Task<int> Print(CliArguments given, TextWriter said)
    {
        var start = given.AsInstalled();
        await using var app = Service.Build(start, _ => { });
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkBridgeDb>();
        if (await db.Users.AnyAsync(a => a.Role == StaffRole.Administrator))
            throw new BackupRefused("There is an administrator already; colleagues are invited from the Administration pages.");
        await OfferAsync(app.Services, said);
        return Cli.Done;
    }
}
