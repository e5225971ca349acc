using System.Text;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using WorkBridge.Email;
using WorkBridge.Referrals;
using WorkBridge.Staff;
using WorkBridge.Tests.Support;

namespace WorkBridge.Tests.MailOut;

/// <summary>Who holds a mail while it is sent, and what becomes of it when the holder is gone.</summary>
public sealed class MailClaimTests
{
    [Fact]
    public async Task A_claim_that_was_lost_is_taken_up_after_five_minutes_and_not_before()
    {
        await using var world = await World.BeginAsync();
        await GivenSent(world);
        await world.Db(async db =>
        {
            (await db.Outbox.SingleAsync()).Claim(world.Now, "another node");
            await db.SaveChangesAsync();
        });
        await Deliver(world);
        Assert.Empty(Eml(world));
        world.Clock.Advance(OutboxMail.ClaimLasts);
        await Deliver(world);
        Assert.Single(Eml(world));
    }

    [Fact]
    public async Task A_process_that_starts_sends_what_one_that_is_gone_had_claimed_and_leaves_alone_what_a_living_one_claimed()
    {
        await using var world = await World.BeginAsync();
        var officer = await world.GivenOfficer();
        var opening = await world.GivenOpening(await world.GivenEmployer());
        foreach (var name in new[] { "Lê Văn An", "Lê Văn Bình", "Lê Văn Cường" })
            await world.GivenSentReferral(opening, await world.GivenPerson(name), officer);
        var gone = world.Beside();
        await using var living = world.Beside();
        var (one, other) = (gone.The<MailNode>().Name, living.The<MailNode>().Name);
        await world.Db(async db =>
        {
            var mails = await db.Outbox.OrderBy(m => m.CreatedAt).ToListAsync();
            mails[0].Claim(world.Now, one);
            mails[0].Begin(world.Now);
            mails[1].Claim(world.Now, one);
            mails[2].Claim(world.Now, other);
            await db.SaveChangesAsync();
        });
        await using (var early = world.Beside())
            await Deliver(early);
        Assert.Empty(Eml(world));

        await gone.DisposeAsync();
        await Deliver(world);
        Assert.Equal(2, Eml(world).Count());
        Assert.Equal([1, 1, 2], await world.Db(db => db.Outbox.Select(m => m.State == MailState.Sent ? m.Attempts : 1).OrderBy(a => a).ToListAsync()));
        Assert.Equal(other, await world.Db(db => db.Outbox.Where(m => m.State == MailState.Waiting).Select(m => m.ClaimedBy).SingleAsync()));
    }

    [Fact]
    public async Task A_folder_copied_from_a_living_node_names_nobody()
    {
        await using var world = await World.BeginAsync();
        var name = world.The<MailNode>().Name;
        var copy = Directory.CreateTempSubdirectory("workbridge-copy-").FullName;
        Directory.CreateDirectory(Path.Combine(copy, "nodes"));
        File.WriteAllText(Path.Combine(copy, "nodes", "1"), $"{Environment.MachineName} {Path.Combine(world.Folder, "nodes", "1")}\n{name}\n");
        using (var node = new MailNode(new WorkBridge.Data.Storage(copy, null)))
            Assert.Empty(node.Gone);
        using (var node = new MailNode(new WorkBridge.Data.Storage(copy, null)))
            Assert.Single(node.Gone);
        Directory.Delete(copy, recursive: true);
    }

    [SmtpSinkFact]
    public async Task What_was_cancelled_after_its_claim_does_not_leave_and_the_mail_before_it_is_marked()
    {
        using var sink = await SmtpSink.StartAsync("-w 1");
        await using var world = await World.BeginAsync(sink.Settings);
        var officer = await world.GivenOfficer();
        var opening = await world.GivenOpening(await world.GivenEmployer());
        foreach (var name in new[] { "Lê Văn An", "Lê Văn Bình" })
            await world.GivenSentReferral(opening, await world.GivenPerson(name), officer);
        var sending = Deliver(world);
        while (await world.Db(db => db.Outbox.CountAsync(m => m.Attempts == 1)) == 0)
            await Task.Delay(20);
        await world.Db(async db =>
        {
            (await db.Outbox.SingleAsync(m => m.Attempts == 0)).Cancel();
            await db.SaveChangesAsync();
        });
        await sending;
        Assert.Single(sink.Mails());
        Assert.Equal([MailState.Sent, MailState.Cancelled], await world.Db(db => db.Outbox.OrderByDescending(m => m.Attempts).Select(m => m.State).ToListAsync()));
    }

    [Fact]
    public async Task One_run_sends_all_that_is_due_however_much()
    {
        await using var world = await World.BeginAsync();
        await GivenSent(world);
        var subject = await world.Db(db => db.Referrals.Select(r => r.Id).SingleAsync());
        await world.Db(async db =>
        {
            for (var i = 0; i < 300; i++)
                db.Outbox.Add(new OutboxMail($"k{i}", MailKinds.ReferralSent, subject, $"a{i}@x.vn", world.Now));
            await db.SaveChangesAsync();
        });
        await Deliver(world);
        Assert.Equal(301, Eml(world).Count());
    }

    [Fact]
    public void A_mail_whose_tries_never_came_to_an_end_is_dead_in_the_end_and_begins_anew_when_it_is_revived()
    {
        var now = new DateTime(2026, 11, 23, 2, 0, 0, DateTimeKind.Utc);
        var mail = new OutboxMail("k", MailKinds.ReferralSent, Guid.CreateVersion7(), "a@x.vn", now);
        for (var times = 0; times <= OutboxMail.Waits.Count; times++)
        {
            mail.Claim(now, "a process");
            mail.Begin(now);
            mail.GiveBack(now);
        }

        mail.Claim(now, "a process");
        Assert.Equal((MailState.Dead, "stopped"), (mail.State, mail.LastCode));
        mail.Revive(now);
        mail.Claim(now, "a process");
        Assert.Equal(MailState.Waiting, mail.State);
    }

    private static IEnumerable<string> Eml(World world) =>
        Directory.Exists(Path.Combine(world.Folder, "mail")) ? Directory.EnumerateFiles(Path.Combine(world.Folder, "mail"), "*.eml") : [];

    private static async Task<(Guid ReferralId, Account Officer)> GivenSent(World world)
    {
        var officer = await world.GivenOfficer();
        return (await world.GivenSentReferral(await world.GivenOpening(await world.GivenEmployer()), await world.GivenPerson(), officer), officer);
    }

    private static Task Deliver(World world) => world.System<DeliverMail>(u => u.RunAsync(default));
}
