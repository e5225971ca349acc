using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using WorkBridge.Consents;
using WorkBridge.Email;
using WorkBridge.Erasures;
using WorkBridge.Referrals;
using WorkBridge.Requests;
using WorkBridge.Returnees;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Email;

/// <summary>Mail to a person: what the person can do with it, and what the officer sees when it comes back.</summary>
public sealed class PersonMailTests : IAsyncLifetime
{
    private const string Address = "thom.vu@nha-minh.example";

    private TestHost host = null!;
    private Staff.Account officer = null!;
    private Returnee person = null!;
    private Referral referral = null!;

    public async Task InitializeAsync()
    {
        host = await TestHost.StartAsync();
        officer = await host.Given.Officer();
        var (employer, _) = await host.Given.Employer();
        person = await host.Given.Person("Vũ Thị Thơm");
        using var desk = await host.Given.SignedIn(officer);
        await desk.GoAsync($"/Returnees/{person.Id}/Edit");
        await desk.SubmitAsync("main form", [("Input.Email", Address)]);
        await AnswerAsync(yes: true);
        referral = await host.Given.PreparedReferral(await host.Given.LiveOpening(employer), person, officer, consent: true);
        await host.Given.SendAsync(officer, referral);
        await desk.GoAsync($"/Referrals/{referral.Id}");
        await desk.SubmitAsync("form[action$='handler=Answer']", [("Input.Kind", "Interview"), ("Input.InterviewAt", "30/11/2026 8:30"), ("Input.InterviewPlace", "Phòng kỹ thuật")]);
        await DeliverAsync();
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task One_click_in_the_mail_takes_the_consent_to_be_reminded_back_and_no_other()
    {
        using var mail = await MailAsync();
        var path = new Uri(mail.Headers[HeaderId.ListUnsubscribe]!.Trim('<', '>')).AbsolutePath;
        var before = await host.Db(db => db.Consents.CountAsync());
        using var reader = host.Browser();
        await reader.GoAsync(path);
        await reader.GoAsync(path);
        Assert.Contains("Dừng thư nhắc?", reader.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Thơm", reader.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal(before, await host.Db(db => db.Consents.CountAsync()));

        using var program = host.Browser();
        using var answer = await program.PostOnceAsync(path, [("List-Unsubscribe", "One-Click")]);
        await program.PostOnceAsync(path, [("List-Unsubscribe", "One-Click")]);
        var acts = await host.Db(db => db.Consents.OrderBy(c => c.Sequence).ToListAsync());
        Assert.Equal(before + 1, acts.Count);
        Assert.Equal((Purpose.Reminders, Decision.Withdrawn, ConsentWay.Mail), (acts[^1].Purpose, acts[^1].Decision, acts[^1].Way));
        var request = await host.Db(db => db.DataRequests.SingleAsync());
        Assert.Equal((RequestKind.Withdraw, RequestWay.Mail, RequestState.Done, Purpose.Reminders), (request.Kind, request.Way, request.State, request.Said.Purpose));

        await reader.GoAsync(path);
        Assert.Contains("Thư nhắc đã dừng", reader.Text, StringComparison.Ordinal);
        Assert.Empty(reader.Page.QuerySelectorAll("main form button"));
        using var again = await program.PostOnceAsync(path + "?handler=Again", []);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);

        host.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 29, 1, 30, 0, TimeSpan.Zero));
        await host.Use<RemindOfInterviews>(job => job.RunAsync(default));
        await DeliverAsync();
        Assert.Single((await host.MailsAsync()), m => m.To.Mailboxes.Single().Address == Address);
        Assert.Contains(await host.Db(db => db.Outbox.ToListAsync()), m => m is { Kind: MailKinds.InterviewReminder, State: MailState.Sent });
    }

    [Fact]
    public async Task A_link_of_somebody_erased_says_that_it_is_stopped()
    {
        using var mail = await MailAsync();
        var path = new Uri(mail.Headers[HeaderId.ListUnsubscribe]!.Trim('<', '>')).AbsolutePath;
        using var admin = await host.Given.SignedIn(await host.Given.Administrator());
        await admin.GoAsync("/Admin/Mail/Eml");
        Assert.Contains("Hẹn phỏng vấn 8:30", admin.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("nha-minh", admin.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        await host.Use<ErasePerson>(act => act.RunAsync([person.Id], true, default));
        using var reader = host.Browser();
        await reader.GoAsync(path);
        Assert.Contains("Thư nhắc đã dừng", reader.Text, StringComparison.Ordinal);
        using var answer = await reader.PostOnceAsync(path, [("List-Unsubscribe", "One-Click")]);
        Assert.NotEqual(HttpStatusCode.InternalServerError, answer.StatusCode);
        await DeliverAsync();
        foreach (var file in Directory.GetFiles(host.Folder, "*", SearchOption.AllDirectories).Where(f => !f.Contains("/nodes/", StringComparison.Ordinal)))
            Assert.DoesNotContain("nha-minh", Encoding.Latin1.GetString(await ReadAsync(file)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_mails_of_an_employer_with_the_same_address_stay_and_it_is_asked_to_delete()
    {
        var employer = await host.Db(db => db.Employers.SingleAsync());
        using var desk = await host.Given.SignedIn(officer);
        await desk.GoAsync($"/Returnees/{person.Id}/Edit");
        await desk.SubmitAsync("main form", [("Input.Email", employer.Email)]);
        var before = await host.Db(db => db.Outbox.CountAsync(m => m.To == employer.Email));
        await host.Use<ErasePerson>(act => act.RunAsync([person.Id], true, default));
        await DeliverAsync();
        Assert.Equal(before + 1, await host.Db(db => db.Outbox.CountAsync(m => m.To == employer.Email)));
        Assert.Equal(MailState.Sent, await host.Db(db => db.Outbox.Where(m => m.Kind == MailKinds.ReferralDelete).Select(m => m.State).SingleAsync()));
    }

    [Fact]
    public async Task A_forged_report_that_names_no_address_stops_nobodys_mail()
    {
        using var admin = await host.Given.SignedIn(await host.Given.Administrator());
        await admin.GoAsync("/Admin/Mail/Returned");
        await admin.SubmitAsync("form[action$='handler=File']", file: ("Input.File", "bao.eml", ReturnedMailTests.Report("5.1.1", Guid.CreateVersion7(), "person")));
        Assert.Contains("không nói về thư nào", admin.Text, StringComparison.Ordinal);
        await admin.SubmitAsync("form[action$='handler=Address']", [("Input.Address", "person")]);
        Assert.Contains("Nhập một địa chỉ thư điện tử", admin.Text, StringComparison.Ordinal);
        Assert.Equal(0, await host.Db(db => db.MailStops.CountAsync()));
    }

    [Fact]
    public async Task A_returned_mail_stops_the_address_of_the_person_and_the_officer_is_told_to_ring()
    {
        var sent = await host.Db(db => db.Outbox.SingleAsync(m => m.Kind == MailKinds.InterviewForPerson));
        using var admin = await host.Given.SignedIn(await host.Given.Administrator());
        await admin.GoAsync("/Admin/Mail/Returned");
        await admin.SubmitAsync("form[action$='handler=File']", file: ("Input.File", "bao.eml", ReturnedMailTests.Report("5.1.1", sent.Id, Address)));
        Assert.DoesNotContain("nha-minh", admin.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.NotNull(await host.Db(db => db.StopOfAsync(Address, default)));
        using var desk = await host.Given.SignedIn(officer);
        await desk.GoAsync("/Home");
        Assert.Contains("Thư không tới được: Vũ Thị Thơm", desk.Text, StringComparison.Ordinal);
        await desk.GoAsync($"/Returnees/{person.Id}");
        Assert.Contains("Hẹn phỏng vấn, gửi người tìm việc", desk.Page.QuerySelector("[data-wb-letters]")!.TextContent, StringComparison.Ordinal);
        await desk.SubmitAsync("form[action$='handler=WorksAgain']");
        Assert.Null(await host.Db(db => db.StopOfAsync(Address, default)));
        await desk.SubmitAsync("form[action$='handler=Returned']");
        Assert.NotNull(await host.Db(db => db.StopOfAsync(Address, default)));

        host.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 29, 1, 30, 0, TimeSpan.Zero));
        await host.Use<RemindOfInterviews>(job => job.RunAsync(default));
        await DeliverAsync();
        Assert.Equal((MailState.Dead, "returned"), await host.Db(async db =>
        {
            var mail = await db.Outbox.SingleAsync(m => m.Kind == MailKinds.InterviewReminderForPerson);
            return (mail.State, mail.LastCode);
        }));
    }

    private Task AnswerAsync(bool yes) => host.Use<AnswerConsent>(act => act.RunAsync(new ConsentAnswer(person.Id, Purpose.Reminders, null, yes, new AnswerSetting(ConsentWay.KioskCard, null, null, false, null)), default));

    private static async Task<byte[]> ReadAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    private Task DeliverAsync() => host.Use<DeliverMail>(job => job.RunAsync(default));

    private async Task<MimeMessage> MailAsync() => (await host.MailsAsync()).Single(m => m.To.Mailboxes.Single().Address == Address);
}
