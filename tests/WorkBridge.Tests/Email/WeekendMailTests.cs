using Microsoft.EntityFrameworkCore;
using WorkBridge.Email;
using WorkBridge.Holidays;
using WorkBridge.Referrals;
using WorkBridge.Tests.Support;

namespace WorkBridge.Tests.MailOut;

/// <summary>What only reminds or asks leaves when offices work.</summary>
public sealed class WeekendMailTests
{
    [Fact]
    public async Task A_reminder_that_falls_on_a_Saturday_leaves_on_Monday_and_nobody_calls_it_late_a_referral_leaves_at_once()
    {
        await using var world = await World.BeginAsync();
        var officer = await world.GivenOfficer();
        var employer = await world.GivenEmployer();
        world.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 25, 2, 0, 0, TimeSpan.Zero));
        await world.GivenSentReferral(await world.GivenOpening(employer), await world.GivenPerson(), officer);

        world.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 28, 2, 0, 0, TimeSpan.Zero));
        await world.System<SweepReferrals>(u => u.RunAsync(default));
        await world.GivenSentReferral(await world.GivenOpening(employer), await world.GivenPerson("Lê Văn Tám"), officer);
        await world.System<DeliverMail>(u => u.RunAsync(default));
        Assert.Equal([MailState.Sent, MailState.Sent], await StatesAsync(world, MailKinds.ReferralSent));
        Assert.Equal([MailState.Waiting], await StatesAsync(world, MailKinds.ReferralReminder));

        world.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 29, 12, 0, 0, TimeSpan.Zero));
        await world.System<DeliverMail>(u => u.RunAsync(default));
        Assert.Equal([MailState.Waiting], await StatesAsync(world, MailKinds.ReferralReminder));
        Assert.Equal(0, await world.Db(db => db.Outbox.Overdue(world.Now, world.The<HolidayCalendar>()).CountAsync()));

        world.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 30, 0, 30, 0, TimeSpan.Zero));
        await world.System<DeliverMail>(u => u.RunAsync(default));
        Assert.Equal([MailState.Sent], await StatesAsync(world, MailKinds.ReferralReminder));
    }

    private static Task<List<MailState>> StatesAsync(World world, string kind) => world.Db(db => db.Outbox.Where(m => m.Kind == kind).Select(m => m.State).ToListAsync());
}
