using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Kiosks;
using WorkBridge.Staff;
using WorkBridge.Web.Start;

namespace WorkBridge.Web.Demo;

/// <summary>The start of a demonstration: it is filled once, gets a card and a code for a screen, and says at every start how to get in.</summary>
public static class Demonstration
{
    /// <summary>Fills an empty database; a second start adds nothing.</summary>
    public static async Task PrepareAsync(IServiceProvider services, CancellationToken ct = default)
    {
        await using var scope = services.CreateAsyncScope();
        if (await ActivatorUtilities.CreateInstance<FillDemo>(scope.ServiceProvider).RunAsync(ct) is { } cardHolder)
            await (await IssueCodesAsync(scope.ServiceProvider, cardHolder, ct)).WriteAsync(services.GetRequiredService<StartOptions>().Data, ct);
    }

    /// <summary>What is printed when the service listens: address, accounts, codes, and where mails go.</summary>
    public static async Task PrintAsync(IServiceProvider services, string address, TextWriter to, CancellationToken ct = default)
    {
        var start = services.GetRequiredService<StartOptions>();
        var sheet = await DemoSheet.ReadAsync(start.Data, ct);
        var host = services.GetRequiredService<IConfiguration>()["Mail:Smtp:Host"];
        var mail = string.IsNullOrWhiteSpace(host) ? Path.Combine(start.Data, "mail") : $"SMTP {host}";
        foreach (var line in DemoWords.Lines(address, sheet, services.GetRequiredService<TimeProvider>().UtcNow(), mail))
            await to.WriteLineAsync(line.AsMemory(), ct);
    }

    /// <summary>An officer's two acts, done by the officer's account: a card for a person and a code that enrols a screen.</summary>
    private static async Task<DemoSheet> IssueCodesAsync(IServiceProvider services, Guid cardHolder, CancellationToken ct)
    {
        var officer = await services.GetRequiredService<WorkBridgeDb>().Users.SingleAsync(a => a.Email == DemoAccounts.OfficerKienAn, ct);
        services.GetRequiredService<CurrentUser>().Is(StaffRole.Officer, officer.Id, officer.DisplayName, officer.Unit, [FillDemo.KienAn], null, null);
        var card = await services.GetRequiredService<IssueCard>().RunAsync(cardHolder, ct);
        var screen = await services.GetRequiredService<AddKiosk>().RunAsync(FillDemo.KienAn, "Màn hình để thử", ct);
        var until = services.GetRequiredService<TimeProvider>().UtcNow() + KioskDevice.EnrolmentLasts;
        return new DemoSheet(CheckedCode.Show(card.Code), card.Pin, CheckedCode.Show(screen), until);
    }
}
