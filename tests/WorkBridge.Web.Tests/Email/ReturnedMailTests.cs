using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Email;
using WorkBridge.Referrals;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Email;

/// <summary>Mail that came back: further mail to that address stops, and the officers are told to ring.</summary>
public sealed class ReturnedMailTests : IAsyncLifetime
{
    private TestHost host = null!;
    private Staff.Account officer = null!;
    private WorkBridge.Employers.Employer employer = null!;

    public async Task InitializeAsync()
    {
        host = await TestHost.StartAsync();
        officer = await host.Given.Officer();
        (employer, _) = await host.Given.Employer();
        await SendReferralAsync("Vũ Thị Thơm");
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_report_of_a_mail_of_ours_stops_what_comes_after_and_the_officer_sees_whom_to_ring_until_it_works_again()
    {
        var sent = await host.Db(db => db.Outbox.SingleAsync(m => m.Kind == MailKinds.ReferralSent));
        using var admin = await host.Given.SignedIn(await host.Given.Administrator());
        await FileAsync(admin, Report("5.1.1", sent.Id, "whoever@elsewhere.example"));
        Assert.Contains("5.1.1", admin.Text, StringComparison.Ordinal);
        await FileAsync(admin, Report("5.1.1", sent.Id, "whoever@elsewhere.example"));
        Assert.Equal(1, await host.Db(db => db.MailStops.CountAsync()));

        await SendReferralAsync("Lê Văn Tám");
        var later = await host.Db(db => db.Outbox.SingleAsync(m => m.Kind == MailKinds.ReferralSent && m.Id != sent.Id));
        Assert.Equal((MailState.Dead, "returned"), (later.State, later.LastCode));

        using var desk = await host.Given.SignedIn(officer);
        await desk.GoAsync("/Home");
        Assert.Contains($"Thư không tới được: {employer.Name}", desk.Text, StringComparison.Ordinal);
        var referral = await host.Db(db => db.Referrals.SingleAsync(r => r.Id == later.SubjectId));
        foreach (var page in new[] { $"/Referrals/{referral.Id}", $"/Returnees/{referral.ReturneeId}", $"/Employers/{employer.Id}" })
        {
            await desk.GoAsync(page);
            var ledger = desk.Page.QuerySelector("[data-wb-letters]")!.TextContent;
            Assert.Contains("Giới thiệu tới nơi tuyển", ledger, StringComparison.Ordinal);
            Assert.Contains("Không gửi được: địa chỉ này trả lại thư", ledger, StringComparison.Ordinal);
            Assert.Equal(page.StartsWith("/Employers", StringComparison.Ordinal), ledger.Contains("Đã gửi", StringComparison.Ordinal));
        }

        // What officers of another commune sent to the same employer is theirs to read.
        var theirs = await host.Given.Officer(Given.NaDuong);
        var visitor = await host.Given.PreparedReferral(await host.Given.LiveOpening(employer), await host.Given.Person("Nông Văn Xa", Given.NaDuong), theirs, consent: true);
        await host.Given.SendAsync(theirs, visitor);
        await host.Use<DeliverMail>(job => job.RunAsync(default));
        using var elsewhere = await host.Given.SignedIn(theirs);
        await elsewhere.GoAsync($"/Referrals/{visitor.Id}");
        Assert.Single(elsewhere.Page.QuerySelectorAll("[data-wb-letters] li"));
        await desk.GoAsync($"/Employers/{employer.Id}");
        Assert.Equal(2, desk.Page.QuerySelectorAll("[data-wb-letters] li").Length);

        await desk.SubmitAsync("form[action$='handler=WorksAgain']");
        await desk.GoAsync("/Home");
        Assert.DoesNotContain("Thư không tới được", desk.Text, StringComparison.Ordinal);

        await admin.GoAsync("/Admin/Mail");
        await admin.SubmitAsync("main table form");
        await host.Use<DeliverMail>(job => job.RunAsync(default));
        Assert.Equal(MailState.Sent, await host.Db(db => db.Outbox.Where(m => m.Id == later.Id).Select(m => m.State).SingleAsync()));
    }

    [Fact]
    public async Task A_delay_a_forged_report_and_a_file_that_is_none_stop_nothing_and_say_why()
    {
        var sent = await host.Db(db => db.Outbox.SingleAsync(m => m.Kind == MailKinds.ReferralSent));
        using var admin = await host.Given.SignedIn(await host.Given.Administrator());
        await FileAsync(admin, Report("4.2.2", sent.Id, employer.Email));
        Assert.Contains("chỉ bị chậm", admin.Text, StringComparison.Ordinal);
        await FileAsync(admin, Report("5.1.1", Guid.CreateVersion7(), "nobody@elsewhere.example"));
        Assert.Contains("không nói về thư nào", admin.Text, StringComparison.Ordinal);
        foreach (var bytes in new[] { "xin chào"u8.ToArray(), [0xFF, 0xFE, 0, 1], Encoding.ASCII.GetBytes("Subject: hello\r\n\r\nStatus: 5.1.1\r\n") })
        {
            await FileAsync(admin, bytes);
            Assert.Contains("không phải thư báo trả lại", admin.Page.QuerySelector(".govuk-error-message")!.TextContent, StringComparison.Ordinal);
        }

        await admin.SubmitAsync("form[action$='handler=Address']", [("Input.Address", "nobody@elsewhere.example")]);
        Assert.Contains("chưa gửi thư nào", admin.Text, StringComparison.Ordinal);
        Assert.Equal("nobody@elsewhere.example", admin.Page.QuerySelector("input[name='Input.Address']")!.GetAttribute("value"));
        Assert.Equal(0, await host.Db(db => db.MailStops.CountAsync()));
    }

    [Fact]
    public async Task By_word_it_stops_too_however_the_address_is_written_and_another_address_has_mail_again()
    {
        using var admin = await host.Given.SignedIn(await host.Given.Administrator());
        await admin.GoAsync("/Admin/Mail/Returned");
        await admin.SubmitAsync("form[action$='handler=Address']", [("Input.Address", employer.Email.ToUpperInvariant())]);
        Assert.NotNull(await host.Db(db => db.StopOfAsync(employer.Email.ToUpperInvariant(), default)));
        Assert.DoesNotContain(employer.Email, admin.Page.DocumentElement.OuterHtml, StringComparison.OrdinalIgnoreCase);

        await host.Db(async db =>
        {
            var row = await db.Employers.SingleAsync();
            row.Describe(row.Name, row.Address, row.Phone, "moi@dong-lach.example");
            await db.SaveChangesAsync();
        });
        await SendReferralAsync("Lê Văn Tám");
        Assert.Equal(MailState.Sent, await host.Db(db => db.Outbox.Where(m => m.To == "moi@dong-lach.example").Select(m => m.State).SingleAsync()));
    }

    private async Task SendReferralAsync(string name)
    {
        var person = await host.Given.Person(name);
        var referral = await host.Given.PreparedReferral(await host.Given.LiveOpening(await host.Db(db => db.Employers.SingleAsync())), person, officer, consent: true);
        await host.Given.SendAsync(officer, referral);
        Assert.Equal(ReferralState.Sent, await host.Db(db => db.Referrals.Where(r => r.Id == referral.Id).Select(r => r.State).SingleAsync()));
        await host.Use<DeliverMail>(job => job.RunAsync(default));
    }

    private static async Task FileAsync(Browser admin, byte[] bytes)
    {
        await admin.GoAsync("/Admin/Mail/Returned");
        await admin.SubmitAsync("form[action$='handler=File']", file: ("Input.File", "bao.eml", bytes));
        Assert.Equal(HttpStatusCode.OK, admin.Status);
    }

    /// <summary>A delivery report as mail servers write it (RFC 3464), with the headers of the mail that came back.</summary>
    internal static byte[] Report(string status, Guid mailId, string recipient) => Encoding.UTF8.GetBytes($"""
        From: MAILER-DAEMON@mx.example
        To: workbridge@centre.example
        Subject: Undelivered Mail Returned to Sender
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

        --b1
        Content-Type: text/plain; charset=utf-8

        The mail system could not deliver your message.

        --b1
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example
        Arrival-Date: Mon, 23 Nov 2026 09:00:00 +0700

        Final-Recipient: rfc822; {recipient}
        Action: failed
        Status: {status}
        Diagnostic-Code: smtp; 550 no such user

        --b1
        Content-Type: text/rfc822-headers

        From: workbridge@centre.example
        To: {recipient}
        Message-ID: <{mailId:N}@localhost>
        Subject: Lời giới thiệu

        --b1--
        """.ReplaceLineEndings("\r\n") + "\r\n");
}
