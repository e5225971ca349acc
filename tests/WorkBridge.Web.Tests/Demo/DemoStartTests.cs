using Microsoft.EntityFrameworkCore;
using WorkBridge.Web.Demo;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Demo;

public sealed class DemoStartTests
{
    [Fact]
    public async Task A_second_start_adds_nothing_and_prints_the_same_card()
    {
        var first = await TestHost.StartAsync(demo: true);
        var (rows, printed) = (await Rows(first), await Printed(first));
        await first.StopAsync();

        await using var second = await TestHost.StartAsync(folder: first.Folder, demo: true);

        Assert.Equal(rows, await Rows(second));
        Assert.Equal(printed, await Printed(second));
    }

    [Fact]
    public async Task The_start_prints_the_address_every_account_the_password_the_card_and_where_mails_go()
    {
        await using var host = await TestHost.StartAsync(demo: true);
        var emails = await host.Db(db => db.Users.Select(u => u.Email!).ToListAsync());

        var printed = await Printed(host);

        Assert.Equal(8, emails.Count);
        Assert.All(emails, email => Assert.Contains(email, printed, StringComparison.Ordinal));
        Assert.Contains("http://localhost:5080", printed, StringComparison.Ordinal);
        Assert.Contains("nhipcauvieclam", printed, StringComparison.Ordinal);
        Assert.Matches(@"PIN \d{6}", printed);
        Assert.Matches("/Kiosk/Enrol, mã · code [A-Z0-9]{4}-[A-Z0-9]{4} ", printed);
        Assert.Contains(Path.Combine(host.Folder, "data", "mail"), printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_for_a_screen_is_not_printed_after_its_half_hour()
    {
        await using var host = await TestHost.StartAsync(demo: true);

        host.Clock.Advance(TimeSpan.FromMinutes(31));

        Assert.DoesNotContain("/Kiosk/Enrol", await Printed(host), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_that_is_no_demonstration_invents_nobody()
    {
        await using var host = await TestHost.StartAsync();

        Assert.Equal((0, 0, 0), await host.Db(async db => (await db.Returnees.CountAsync(), await db.Employers.CountAsync(), await db.Users.CountAsync())));
        Assert.Equal(3321, await host.Db(db => db.Communes.CountAsync()));
        Assert.False(await host.Db(db => db.Communes.AnyAsync(c => c.Active)));
    }

    private static async Task<string> Printed(TestHost host)
    {
        await using var text = new StringWriter();
        await Demonstration.PrintAsync(host.Services, "http://localhost:5080", text);
        return text.ToString();
    }

    private static Task<string> Rows(TestHost host) => host.Db(async db =>
    {
        var counts = new List<int>
        {
            await db.Communes.CountAsync(), await db.Users.CountAsync(), await db.Returnees.CountAsync(), await db.EmploymentStates.CountAsync(), await db.Consents.CountAsync(),
            await db.Employers.CountAsync(), await db.Openings.CountAsync(), await db.Referrals.CountAsync(), await db.Placements.CountAsync(), await db.FollowUps.CountAsync(),
            await db.KioskDevices.CountAsync(), await db.PersonCards.CountAsync(), await db.StateMoves.CountAsync(), await db.Readings.CountAsync(), await db.Outbox.CountAsync(),
        };
        return string.Join(' ', counts);
    });
}
