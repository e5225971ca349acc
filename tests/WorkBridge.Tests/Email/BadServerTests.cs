using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using WorkBridge.Email;
using WorkBridge.Tests.Support;

namespace WorkBridge.Tests.MailOut;

/// <summary>A mail server that misbehaves: nothing is lost, nothing stands in the way of other mail, waits grow, and only codes are kept.</summary>
public sealed class BadServerTests
{
    /// <summary>Failures that are the server's: no mail pays for them. A number is a reply, anything else a slip.</summary>
    [Theory]
    [InlineData("greeting", "421", "421")]
    [InlineData("greeting", "554", "554")]
    [InlineData("greeting", "Hang", "timeout")]
    [InlineData("greeting", "Drop", "connect")]
    [InlineData("EHLO", "421", "connect")]
    [InlineData("EHLO", "451", "451")]
    [InlineData("EHLO", "550", "550")]
    [InlineData("EHLO", "Hang", "timeout")]
    [InlineData("EHLO", "Drop", "connect")]
    [InlineData("MAIL", "421", "421")]
    [InlineData("MAIL", "451", "451")]
    [InlineData("MAIL", "530", "530")]
    [InlineData("MAIL", "550", "550")]
    [InlineData("RCPT", "421", "421")]
    [InlineData("RCPT", "530", "530")]
    [InlineData("body", "421", "421")]
    [InlineData("STARTTLS", "none", "tls")]
    [InlineData("STARTTLS", "certificate", "tls")]
    [InlineData("STARTTLS", "454", "454")]
    public async Task A_server_at_fault_costs_no_mail_a_try_is_left_alone_longer_each_time_and_gets_everything_in_the_end(string step, string what, string code)
    {
        await using var server = new ScriptedSmtp { Capabilities = what is "certificate" or "454" && step == "STARTTLS" ? ["STARTTLS"] : [] };
        server.At = (at, _) => at == step ? Slipping(what) : null;
        await using var world = await World.BeginAsync(server.Settings(step == "STARTTLS" ? "StartTls" : "None"));
        await GivenMails(world, 3);

        await DeliverAsync(world);
        await DeliverAsync(world);
        Assert.Equal(1, server.Connections);
        var mails = await MailsAsync(world);
        Assert.All(mails, m => Assert.Equal((MailState.Waiting, 0), (m.State, m.Attempts)));
        Assert.Equal([code], mails.Select(m => m.LastCode).OfType<string>());
        Assert.All(mails, m => Assert.True(m.IsDue(world.Now)));

        var asked = 1;
        foreach (var rest in MailNode.Rests)
        {
            world.Clock.Advance(rest - TimeSpan.FromSeconds(1));
            await DeliverAsync(world);
            Assert.Equal(asked, server.Connections);
            world.Clock.Advance(TimeSpan.FromSeconds(1));
            await DeliverAsync(world);
            Assert.Equal(++asked, server.Connections);
        }

        if (step == "STARTTLS")
            return; // A certificate that holds is not to be had here.
        server.At = (_, _) => null;
        world.Clock.Advance(MailNode.Rests[^1]);
        await DeliverAsync(world);
        Assert.Equal(3, server.Taken.Distinct().Count());
        Assert.Equal(3, server.Taken.Count);
        Assert.All(await MailsAsync(world), m => Assert.Equal((MailState.Sent, 1), (m.State, m.Attempts)));
    }

    /// <summary>Failures of the second of three mails: the others leave in the same run.</summary>
    [Theory]
    [InlineData("RCPT", "450", MailState.Waiting, "450", 1)]
    [InlineData("RCPT", "550", MailState.Dead, "550", 1)]
    [InlineData("RCPT", "Hang", MailState.Waiting, "timeout", 1)]
    [InlineData("RCPT", "Drop", MailState.Waiting, "cut", 1)]
    [InlineData("DATA", "451", MailState.Waiting, "451", 1)]
    [InlineData("DATA", "554", MailState.Waiting, "554", 1)]
    [InlineData("DATA", "Hang", MailState.Waiting, "timeout", 1)]
    [InlineData("DATA", "Drop", MailState.Waiting, "cut", 1)]
    [InlineData("body", "452", MailState.Waiting, "452", 1)]
    [InlineData("body", "554", MailState.Dead, "554", 1)]
    [InlineData("body", "Hang", MailState.Waiting, "timeout", 1)]
    [InlineData("body", "Drop", MailState.Waiting, "cut", 2)]
    public async Task One_mail_that_fails_stops_no_other_waits_longer_each_time_and_dies_only_when_it_was_refused(string step, string what, MailState state, string code, int copies)
    {
        await using var server = new ScriptedSmtp();
        server.At = (at, to) => at == step && to == "a1@example.vn" ? Slipping(what) : null;
        await using var world = await World.BeginAsync(server.Settings());
        await GivenMails(world, 3);

        await DeliverAsync(world);
        var mails = await MailsAsync(world);
        Assert.Equal([MailState.Sent, state, MailState.Sent], mails.Select(m => m.State));
        Assert.Equal((code, 1), (mails[1].LastCode, mails[1].Attempts));
        Assert.Single(server.Taken, t => t.EndsWith("a0@example.vn", StringComparison.Ordinal));
        Assert.Single(server.Taken, t => t.EndsWith("a2@example.vn", StringComparison.Ordinal));
        if (state == MailState.Dead)
        {
            await world.System<ReviveMail>(u => u.RunAsync(mails[1].Id, default));
        }
        else
        {
            Assert.Equal(world.Now + OutboxMail.Waits[0], mails[1].NextTryAt);
            world.Clock.Advance(OutboxMail.Waits[0] - TimeSpan.FromSeconds(1));
            await DeliverAsync(world);
            Assert.Equal(1, (await MailsAsync(world))[1].Attempts);
            world.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        server.At = (_, _) => null;
        await DeliverAsync(world);
        var ofIt = server.Taken.Where(t => t.EndsWith("a1@example.vn", StringComparison.Ordinal)).ToList();
        Assert.Equal(copies, ofIt.Count);
        Assert.Single(ofIt.Distinct());
        Assert.Equal(MailState.Sent, (await MailsAsync(world))[1].State);
    }

    [Fact]
    public async Task Waits_of_a_mail_that_is_put_off_grow_to_days_and_then_it_is_dead_with_its_code()
    {
        await using var server = new ScriptedSmtp { At = (at, _) => at == "RCPT" ? 450 : null };
        await using var world = await World.BeginAsync(server.Settings());
        await GivenMails(world, 1);
        foreach (var wait in OutboxMail.Waits)
        {
            await DeliverAsync(world);
            Assert.Equal(world.Now + wait, Assert.Single(await MailsAsync(world)).NextTryAt);
            world.Clock.Advance(wait);
        }

        await DeliverAsync(world);
        Assert.Equal((MailState.Dead, "450"), (await MailsAsync(world)).Select(m => (m.State, m.LastCode)).Single());
    }

    [Fact]
    public async Task A_slow_server_gets_its_mails_as_long_as_every_step_keeps_its_time()
    {
        // One mail takes longer than a step may, each step less by more than two seconds: a busy machine changes nothing.
        await using var server = new ScriptedSmtp { Delay = TimeSpan.FromMilliseconds(900) };
        await using var world = await World.BeginAsync(new Dictionary<string, string?>(server.Settings()) { ["Mail:Smtp:StepSeconds"] = "3" });
        await GivenMails(world, 2);
        await DeliverAsync(world);
        Assert.Equal((2, 1), (server.Taken.Count, server.Connections));
    }

    [Fact]
    public async Task A_server_that_closes_after_some_mails_is_asked_again_on_a_new_line_and_no_mail_pays()
    {
        await using var server = new ScriptedSmtp();
        server.At = (at, _) => at == "MAIL" && server.Taken.Count >= 2 * server.Connections ? 421 : null;
        await using var world = await World.BeginAsync(server.Settings());
        await GivenMails(world, 7);
        await DeliverAsync(world);
        Assert.Equal((7, 4), (server.Taken.Count, server.Connections));
        Assert.All(await MailsAsync(world), m => Assert.Equal((MailState.Sent, 1), (m.State, m.Attempts)));
    }

    [Fact]
    public async Task A_server_that_cuts_every_line_after_the_mail_is_left_alone_after_three()
    {
        await using var server = new ScriptedSmtp { At = (at, _) => at == "body" ? Slip.Drop : null };
        await using var world = await World.BeginAsync(server.Settings());
        await GivenMails(world, 6);
        await DeliverAsync(world);
        Assert.Equal([1, 1, 1, 0, 0, 0], (await MailsAsync(world)).Select(m => m.Attempts));
        server.At = (_, _) => null;
        world.Clock.Advance(OutboxMail.Waits[0]);
        await DeliverAsync(world);
        Assert.Equal((6, 9), (server.Taken.Distinct().Count(), server.Taken.Count));
    }

    [Theory]
    [InlineData("535", "sign-in")]
    [InlineData("454", "sign-in")]
    [InlineData("Hang", "timeout")]
    [InlineData("Drop", "connect")]
    [InlineData("none", "sign-in")]
    public async Task A_sign_in_that_fails_is_the_servers_fault_and_no_mails(string what, string code)
    {
        await using var server = new ScriptedSmtp { Capabilities = what == "none" ? [] : ["AUTH PLAIN LOGIN"], At = (at, _) => at == "AUTH" ? Slipping(what) : null };
        var options = Options.Create(new SmtpOptions { Host = "127.0.0.1", Port = server.Port, Security = SmtpSecurity.None, User = "u", Password = "wrong", StepSeconds = 1 });
        await using var batch = new SmtpTransport(options, new Site { BaseUrl = "https://vieclam.example.vn", MailFrom = "trungtam@example.vn" }).Begin();
        var result = await batch.SendAsync(new Letter("x@vieclam.example.vn", "a@example.vn", new MailContent("s", "t", "<p>t</p>"), new DateTime(2026, 11, 23, 2, 0, 0, DateTimeKind.Utc)), default);
        Assert.Equal(new Delivery(DeliveryKind.Later, code, Fault.Server), result);
        Assert.Empty(server.Taken);
    }

    private static object? Slipping(string what) => int.TryParse(what, System.Globalization.CultureInfo.InvariantCulture, out var code) ? code : Enum.TryParse<Slip>(what, out var slip) ? slip : null;

    private static async Task GivenMails(World world, int count)
    {
        var account = await world.GivenOfficer(); // A mail that leaves at any hour.
        await world.Db(async db =>
        {
            for (var i = 0; i < count; i++)
                db.Outbox.Add(new OutboxMail($"k{i}", MailKinds.PasswordReset, account.Id, $"a{i}@example.vn", world.Now.AddSeconds(i - count)));
            await db.SaveChangesAsync();
        });
    }

    private static Task DeliverAsync(World world) => world.System<DeliverMail>(u => u.RunAsync(default));

    /// <summary>As they were made; and nothing of what the server said but a code or a word of ours.</summary>
    private static async Task<List<OutboxMail>> MailsAsync(World world)
    {
        var mails = await world.Db(db => db.Outbox.AsNoTracking().OrderBy(m => m.Key).ToListAsync());
        Assert.All(mails, m => Assert.Matches("^([0-9]{3}|[a-z-]{2,10})?$", m.LastCode ?? ""));
        return mails;
    }
}
