using System.Text;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using WorkBridge.Email;
using WorkBridge.Referrals;
using WorkBridge.Staff;
using WorkBridge.Tests.Support;

namespace WorkBridge.Tests.MailOut;

/// <summary>Mail to a real SMTP server that nobody here wrote.</summary>
public sealed class DeliverMailTests
{
    private static readonly string[] Secrets = ["Thơm", "Thom", "Vũ Thị", "Vu Thi", "987654321", "Quỳnh Giao", "Quynh Giao"];
    private static readonly string[] Past = ["án tích", "tiền án", "tiền sự", "phạm nhân", "tù", "tái hoà nhập", "lầm lỗi", "hoàn lương", "chấp hành án", "ex-convict", "prison", "offender"];

    [SmtpSinkFact]
    public async Task A_referral_mail_arrives_once_to_one_recipient_and_carries_no_name_number_or_past()
    {
        using var sink = await SmtpSink.StartAsync();
        await using var world = await World.BeginAsync(sink.Settings);
        var (referralId, _) = await GivenSent(world);
        var outbox = await world.Db(db => db.Outbox.SingleAsync());

        await Deliver(world);
        await Deliver(world);

        var (raw, message) = Assert.Single(sink.Mails());
        Assert.Equal(1, raw.Split('\n').Count(l => l.StartsWith("X-Rcpt-Args:", StringComparison.Ordinal)));
        Assert.Contains($"X-Rcpt-Args: <{outbox.To}>", raw, StringComparison.Ordinal);
        Assert.Equal($"{outbox.Id:N}@vieclam.example.vn", message.MessageId);
        Assert.Equal("auto-generated", message.Headers[HeaderId.AutoSubmitted]);
        Assert.Contains("/R/" + world.The<LinkTokens>().TokenFor(await world.Db(db => db.OneTimeLinks.Select(l => l.Id).SingleAsync())), message.TextBody, StringComparison.Ordinal);
        Assert.Contains("GT-", message.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", message.HtmlBody, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("src=", message.HtmlBody, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("viewport", message.HtmlBody, StringComparison.Ordinal);
        AssertSilent(raw, message);
        Assert.Equal((MailState.Sent, 1), await world.Db(db => db.Outbox.Select(m => ValueTuple.Create(m.State, m.Attempts)).SingleAsync()));
        Assert.Equal(ReferralState.Sent, (await world.Referral(referralId)).State);
    }

    [Fact]
    public void The_searcher_finds_what_is_planted_in_base64_and_quoted_printable()
    {
        foreach (var encoding in new[] { ContentEncoding.Base64, ContentEncoding.QuotedPrintable })
        {
            var message = new MimeMessage { Body = new TextPart("plain") { Text = "Chị Vũ Thị Thơm", ContentTransferEncoding = encoding } };
            Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => AssertSilent(message.ToString(), message));
        }

        var subject = new MimeMessage { Subject = "Giới thiệu chị Thơm", Body = new TextPart("plain") { Text = "x" } };
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => AssertSilent(subject.ToString(), subject));
    }

    [SmtpSinkFact]
    public async Task All_mails_of_a_referrals_life_are_silent_and_an_appointment_has_its_calendar()
    {
        using var sink = await SmtpSink.StartAsync();
        await using var world = await World.BeginAsync(sink.Settings);
        var (id, officer) = await GivenSent(world);
        await Deliver(world);
        world.Clock.Advance(TimeSpan.FromDays(3));
        await world.System<SweepReferrals>(u => u.RunAsync(default));
        await Deliver(world);
        var link = await world.LinkOf(id);
        var at = new DateTime(2026, 11, 30, 1, 30, 0, DateTimeKind.Utc);
        await world.As<AnswerReferral>(link, u => u.RunAsync(id, new EmployerAnswer { Kind = AnswerKind.Interview, InterviewAt = at, InterviewPlace = "Phòng kỹ thuật" }, default));
        await Deliver(world);
        await world.As<WithdrawReferral>(World.Officer(officer), u => u.RunAsync(id, default));
        await Deliver(world);

        var mails = sink.Mails();
        Assert.Equal(await world.Db(db => db.Outbox.CountAsync()), mails.Count);
        Assert.Equal(5, mails.Count);
        foreach (var (raw, message) in mails)
            AssertSilent(raw, message);
        var calendar = mails.Single(m => m.Message.Subject!.StartsWith("Hẹn phỏng vấn", StringComparison.Ordinal)).Message.Attachments.OfType<MimePart>().Single();
        Assert.Equal("application/ics", calendar.ContentType.MimeType);
        var loaded = Ical.Net.Calendar.Load(Decoded(calendar))!;
        Assert.Equal(at, loaded.Events.Single().Start!.AsUtc);
        Assert.Contains(mails, m => m.Message.TextBody!.Contains("8:30 thứ Hai 30/11/2026", StringComparison.Ordinal));
        Assert.Contains(mails, m => m.Message.TextBody!.Contains("xin quý đơn vị xoá", StringComparison.Ordinal));
    }

    [SmtpSinkFact]
    public async Task After_a_4xx_it_is_tried_again_under_the_same_message_id()
    {
        var refusing = await SmtpSink.StartAsync("-r .");
        await using var world = await World.BeginAsync(refusing.Settings);
        await GivenSent(world);
        await Deliver(world);
        var first = Assert.Single(refusing.Mails()).Message.MessageId;
        var port = refusing.Port;
        refusing.Dispose();
        Assert.Equal((MailState.Waiting, "450"), await world.Db(db => db.Outbox.Select(m => ValueTuple.Create(m.State, m.LastCode)).SingleAsync()));

        using var sink = await SmtpSink.StartAsync(port: port);
        await Deliver(world);
        Assert.Empty(sink.Mails());
        world.Clock.Advance(OutboxMail.Waits[0]);
        await Deliver(world);

        Assert.Equal(first, Assert.Single(sink.Mails()).Message.MessageId);
        Assert.Equal((MailState.Sent, 2), await world.Db(db => db.Outbox.Select(m => ValueTuple.Create(m.State, m.Attempts)).SingleAsync()));
    }

    [SmtpSinkFact]
    public async Task A_5xx_stops_it_until_an_administrator_tries_again_and_only_the_code_is_kept()
    {
        var refusing = await SmtpSink.StartAsync("-f RCPT");
        await using var world = await World.BeginAsync(refusing.Settings);
        await GivenSent(world);
        await Deliver(world);
        world.Clock.Advance(TimeSpan.FromDays(10));
        await Deliver(world);
        var port = refusing.Port;
        refusing.Dispose();
        var dead = await world.Db(db => db.Outbox.SingleAsync());
        Assert.Equal((MailState.Dead, 1, "500"), (dead.State, dead.Attempts, dead.LastCode));

        using var sink = await SmtpSink.StartAsync(port: port);
        await world.System<ReviveMail>(u => u.RunAsync(dead.Id, default));
        await Deliver(world);
        Assert.Single(sink.Mails());
    }

    [SmtpSinkFact]
    public async Task Two_workers_at_once_send_each_mail_once()
    {
        using var sink = await SmtpSink.StartAsync();
        await using var world = await World.BeginAsync(sink.Settings);
        var officer = await world.GivenOfficer();
        var opening = await world.GivenOpening(await world.GivenEmployer());
        foreach (var name in Enumerable.Range(1, 12).Select(i => $"Người Thứ {i}"))
            await world.GivenSentReferral(opening, await world.GivenPerson(name), officer);

        await using var second = world.Beside();
        await using var third = world.Beside();
        await Task.WhenAll(new[] { world, second, third, world }.Select(Deliver));

        var ids = sink.Mails().Select(m => m.Message.MessageId).ToList();
        Assert.Equal(12, ids.Count);
        Assert.Equal(12, ids.Distinct().Count());
        Assert.Equal(12, await world.Db(db => db.Outbox.CountAsync(m => m.State == MailState.Sent && m.Attempts == 1)));
    }

    [SmtpSinkFact]
    public async Task A_line_cut_after_the_mail_is_tried_again_under_the_same_message_id()
    {
        var cutting = await SmtpSink.StartAsync("-q .");
        await using var world = await World.BeginAsync(cutting.Settings);
        await GivenSent(world);
        await Deliver(world);
        var port = cutting.Port;
        cutting.Dispose();
        Assert.Equal((MailState.Waiting, "cut"), await world.Db(db => db.Outbox.Select(m => ValueTuple.Create(m.State, m.LastCode)).SingleAsync()));
        using var sink = await SmtpSink.StartAsync(port: port);
        world.Clock.Advance(OutboxMail.Waits[0]);
        await Deliver(world);
        var outbox = await world.Db(db => db.Outbox.SingleAsync());
        Assert.Equal($"{outbox.Id:N}@vieclam.example.vn", Assert.Single(sink.Mails()).Message.MessageId);
    }

    [SmtpSinkFact]
    public async Task A_server_that_does_not_offer_encryption_gets_nothing()
    {
        using var sink = await SmtpSink.StartAsync();
        var settings = sink.Settings;
        settings["Mail:Smtp:Security"] = "StartTls";
        await using var world = await World.BeginAsync(settings);
        await GivenSent(world);
        await Deliver(world);
        Assert.Empty(sink.Mails());
        Assert.Equal((MailState.Waiting, "tls"), await world.Db(db => db.Outbox.Select(m => ValueTuple.Create(m.State, m.LastCode)).SingleAsync()));
    }

    [Fact]
    public async Task A_server_that_is_down_keeps_every_mail_and_costs_none_of_them_a_try()
    {
        await using var world = await World.BeginAsync(new Dictionary<string, string?> { ["Mail:Smtp:Host"] = "127.0.0.1", ["Mail:Smtp:Port"] = "9", ["Mail:Smtp:Security"] = "None", ["Mail:Smtp:StepSeconds"] = "3" });
        var officer = await world.GivenOfficer();
        var opening = await world.GivenOpening(await world.GivenEmployer());
        await world.GivenSentReferral(opening, await world.GivenPerson(), officer);
        await world.GivenSentReferral(opening, await world.GivenPerson("Lê Văn Bình"), officer);
        await Deliver(world);
        await Deliver(world);
        Assert.Equal(["", "connect"], await world.Db(db => db.Outbox.Select(m => m.LastCode ?? "").OrderBy(c => c).ToListAsync()));
        world.Clock.Advance(TimeSpan.FromDays(10));
        await Deliver(world);
        Assert.Equal(2, await world.Db(db => db.Outbox.CountAsync(m => m.State == MailState.Waiting && m.Attempts == 0 && m.ClaimedBy == null)));
    }

    [Fact]
    public async Task A_mail_that_is_no_longer_due_is_cancelled_and_the_request_to_delete_with_it()
    {
        await using var world = await World.BeginAsync();
        var (id, officer) = await GivenSent(world);
        await world.As<WithdrawReferral>(World.Officer(officer), u => u.RunAsync(id, default));
        await Deliver(world);
        Assert.Empty(Eml(world));
        Assert.Equal(2, await world.Db(db => db.Outbox.CountAsync(m => m.State == MailState.Cancelled)));
    }

    [Theory]
    [InlineData("a@x.vn,b@y.vn")]
    [InlineData("Ông A <a@x.vn>")]
    [InlineData("a@x.vn\r\nBcc: b@y.vn")]
    [InlineData("a b@x.vn")]
    [InlineData("a@x")]
    [InlineData("tuyển@x.vn")]
    [InlineData("")]
    public async Task What_is_not_one_address_is_never_sent(string address)
    {
        Assert.False(MailAddressText.IsOne(address));
        await using var world = await World.BeginAsync();
        await world.Db(async db =>
        {
            db.Outbox.Add(new OutboxMail("k", MailKinds.ReferralSent, Guid.CreateVersion7(), address, world.Now));
            await db.SaveChangesAsync();
        });
        await Deliver(world);
        Assert.Equal((MailState.Dead, "address"), await world.Db(db => db.Outbox.Select(m => ValueTuple.Create(m.State, m.LastCode)).SingleAsync()));
    }

    [Fact]
    public void Waits_grow_and_after_the_last_the_mail_is_dead()
    {
        var now = new DateTime(2026, 11, 23, 2, 0, 0, DateTimeKind.Utc);
        var mail = new OutboxMail("k", MailKinds.ReferralSent, Guid.CreateVersion7(), "a@x.vn", now);
        foreach (var wait in OutboxMail.Waits)
        {
            mail.Begin(now);
            mail.Failed("450", permanent: false, now);
            Assert.Equal(now + wait, mail.NextTryAt);
            Assert.False(mail.IsDue(now));
            now += wait;
        }

        mail.Begin(now);
        mail.Failed("450", permanent: false, now);
        Assert.Equal(MailState.Dead, mail.State);
    }

    [Fact]
    public void What_is_put_into_a_mail_is_encoded()
    {
        var page = new MailLayout("vi", new Site());
        var content = page.Paragraph("Chỗ “<script>alert(1)</script>”", "").Button("Mở", "", "https://x.vn/?a=\"><b>").Content("Tin\r\nBcc: a@x.vn", "");
        Assert.DoesNotContain("<script", content.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("\"><b>", content.Html, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', content.Subject);
        Assert.Contains("Chỗ", content.Html, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Eml(World world) =>
        Directory.Exists(Path.Combine(world.Folder, "mail")) ? Directory.EnumerateFiles(Path.Combine(world.Folder, "mail"), "*.eml") : [];

    private static async Task<(Guid ReferralId, Account Officer)> GivenSent(World world)
    {
        var officer = await world.GivenOfficer();
        return (await world.GivenSentReferral(await world.GivenOpening(await world.GivenEmployer()), await world.GivenPerson(), officer), officer);
    }

    private static Task Deliver(World world) => world.System<DeliverMail>(u => u.RunAsync(default));

    /// <summary>Looks through the raw bytes, every decoded header and every decoded part.</summary>
    private static void AssertSilent(string raw, MimeMessage message)
    {
        var texts = new List<string> { raw };
        texts.AddRange(message.Headers.Select(h => h.Value));
        texts.AddRange(message.BodyParts.OfType<MimePart>().Select(Decoded).Select(System.Net.WebUtility.HtmlDecode)!);
        foreach (var text in texts)
        {
            foreach (var secret in Secrets)
                Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase);
            // A Message-ID is random and may well hold four digits in a row: these are looked for where they stand free.
            Assert.DoesNotMatch(@"(?<![0-9A-Za-z])(0987|1992)(?![A-Za-z])", text);
            foreach (var word in Past)
                Assert.DoesNotMatch($@"(?i)(?<!\p{{L}}){word}(?!\p{{L}})", text);
        }
    }

    private static string Decoded(MimePart part)
    {
        using var bytes = new MemoryStream();
        part.Content!.DecodeTo(bytes);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
