using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Communes;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Holidays;
using WorkBridge.Kiosks;
using WorkBridge.Placements;
using WorkBridge.Referrals;
using WorkBridge.Staff;

namespace WorkBridge.Web.Demo;

/// <summary>
/// Fills an empty database with a ward and a commune in which everybody is invented: through the entities' own moves, in one
/// save. Does nothing where a commune is in use. Answers whether it filled.
/// </summary>
internal sealed class FillDemo(
    WorkBridgeDb db,
    ConsentRules consentRules,
    LinkTokens links,
    HolidayCalendar holidays,
    StabilityRules stability,
    MinimumPay minimumPay,
    IPasswordHasher<Account> hasher,
    TimeProvider clock)
{
    /// <summary>Phường Kiến An, Hải Phòng.</summary>
    public const string KienAn = "11443";

    /// <summary>Xã Na Dương, Lạng Sơn.</summary>
    public const string NaDuong = "06526";

    /// <summary>Who holds the card that is printed at the start.</summary>
    public const string CardHolder = "Đoàn Thị Nhài";

    private const string CardHolderKey = "nhai";

    /// <summary>The person for whom a card is issued; null where nothing was filled.</summary>
    public async Task<Guid?> RunAsync(CancellationToken ct)
    {
        if (await db.Communes.AnyAsync(c => c.Active, ct))
            return null;
        var communes = await db.Communes.Where(c => c.Code == KienAn || c.Code == NaDuong).ToDictionaryAsync(c => c.Code, ct);
        communes[KienAn].Open("0225 000 0100");
        communes[NaDuong].Open("0205 000 0100");

        var world = new DemoWorld(db, new DemoTime(clock.UtcNow()), consentRules);
        DemoEmployers.AddEmployers(world);
        world.Accounts = DemoAccounts.Make(hasher, key => world.Employers[key].Id);
        db.Users.AddRange(world.Accounts.Values);
        foreach (var commune in communes.Values)
            AddScreen(world, commune);
        DemoEmployers.Approve(world);
        DemoEmployers.AddOpenings(world, code => communes[code].ProvinceCode);
        DemoPeople.Add(world);
        new DemoStory(world, new DemoRules(links, holidays, stability, minimumPay)).Tell();
        DemoMentors.Add(world);
        DemoEmployers.Settle(world);
        DemoPeople.AddReadings(world);

        await db.SaveChangesAsync(ct);
        return world.People[CardHolderKey].Id;
    }

    /// <summary>The screen on which the answers were given. Nobody holds its token, so it stands there and cannot be used.</summary>
    private static void AddScreen(DemoWorld world, Commune commune)
    {
        var at = world.Time.Ago(480);
        var screen = new KioskDevice(commune.Code, "Màn hình bộ phận một cửa", RandomNumberGenerator.GetBytes(32), world.OfficerOf(commune.Code).Id, at);
        screen.Enrol(RandomNumberGenerator.GetBytes(32), at.AddMinutes(4));
        screen.Seen(world.Time.Ago(1, 16, 50));
        world.Screens.Add(commune.Code, screen.Id);
        world.Db.KioskDevices.Add(screen);
    }
}
