using System.Net;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Email;
using WorkBridge.Referrals;
using WorkBridge.Staff;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Referrals;

/// <summary>Nobody who goes leaves a referral with no officer.</summary>
public sealed class HandOverTests : IAsyncLifetime
{
    private TestHost host = null!;
    private Account leaving = null!;
    private Referral referral = null!;

    public async Task InitializeAsync()
    {
        host = await TestHost.StartAsync();
        leaving = await host.Given.Officer();
        var (employer, _) = await host.Given.Employer();
        referral = await host.Given.PreparedReferral(await host.Given.LiveOpening(employer), await host.Given.Person(), leaving, consent: true);
        await host.Given.SendAsync(leaving, referral);
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task An_officer_hands_open_referrals_to_a_colleague_of_the_commune_and_to_nobody_else()
    {
        var (colleague, stranger) = (await host.Given.Officer(), await host.Given.Officer(Given.NaDuong));
        using var desk = await host.Given.SignedIn(leaving);
        await desk.GoAsync("/Account");
        Assert.Contains("1 lời giới thiệu đứng tên", desk.Text, StringComparison.Ordinal);
        Assert.Equal([colleague.Id.ToString()], desk.Page.QuerySelectorAll("input[name='Input.Colleague']").Select(i => i.GetAttribute("value")));
        await desk.SubmitAsync("form[action$='handler=HandOver']");
        Assert.Equal("Chọn người nhận.", desk.Page.QuerySelector("#caseload ~ details .govuk-error-message")!.LastChild!.TextContent.Trim());
        foreach (var nobody in new[] { stranger.Id, leaving.Id, Guid.CreateVersion7() })
        {
            await desk.PostAsync("/Account?handler=HandOver", [("Input.Colleague", nobody.ToString()), ("__RequestVerificationToken", desk.Token)]);
            Assert.Equal(leaving.Id, await OfficerAsync());
            Assert.Contains(nobody == stranger.Id ? "không phụ trách xã, phường nào" : "Chọn một đồng nghiệp đang làm việc", desk.Text, StringComparison.Ordinal);
        }

        await desk.SubmitAsync("form[action$='handler=HandOver']", [("Input.Colleague", colleague.Id.ToString())]);
        Assert.Equal(HttpStatusCode.OK, desk.Status);
        Assert.Equal(colleague.Id, await OfficerAsync());
        Assert.Equal([colleague.Email!], await ToldOfAnAnswerAsync());
    }

    [Fact]
    public async Task Switching_an_account_off_gives_its_referrals_to_whoever_of_the_commune_has_the_fewest()
    {
        var (busy, free) = (await host.Given.Officer(), await host.Given.Officer());
        var (employer, _) = await host.Given.Employer();
        await host.Given.PreparedReferral(await host.Given.LiveOpening(employer), await host.Given.Person("Lê Văn Tám"), busy);
        await SwitchOffAsync(leaving);
        Assert.Equal(free.Id, await OfficerAsync());
    }

    [Fact]
    public async Task Where_nobody_was_left_the_administrator_is_told_and_whoever_comes_later_is_told_of_the_answer()
    {
        await SwitchOffAsync(leaving);
        Assert.Equal(leaving.Id, await OfficerAsync());
        using var admin = await host.Given.SignedIn(await host.Given.Administrator());
        await admin.GoAsync("/Admin");
        Assert.Contains("Chưa có cán bộ nào: Phường Kiến An", admin.Text, StringComparison.Ordinal);
        var later = await host.Given.Officer();
        await admin.GoAsync("/Admin");
        Assert.DoesNotContain("Chưa có cán bộ nào", admin.Text, StringComparison.Ordinal);
        Assert.Equal([later.Email!], await ToldOfAnAnswerAsync());
    }

    private async Task SwitchOffAsync(Account account)
    {
        using var admin = await host.Given.SignedIn(await host.Given.Administrator());
        await admin.GoAsync($"/Admin/Accounts/{account.Id}");
        await admin.SubmitAsync("form[action$='handler=Off']");
        Assert.True(await host.Db(db => db.Users.Where(a => a.Id == account.Id).Select(a => a.Disabled).SingleAsync()));
    }

    private Task<Guid> OfficerAsync() => host.Db(db => db.Referrals.Where(r => r.Id == referral.Id).Select(r => r.OfficerId).SingleAsync());

    private async Task<List<string>> ToldOfAnAnswerAsync()
    {
        host.Clock.Advance(TimeSpan.FromDays(15));
        await host.Use<SweepReferrals>(job => job.RunAsync(default));
        Assert.Equal(ReferralState.Lapsed, await host.Db(db => db.Referrals.Where(r => r.Id == referral.Id).Select(r => r.State).SingleAsync()));
        return await host.Db(db => db.Outbox.Where(m => m.Kind == MailKinds.ReferralLapsedOfficer && m.SubjectId == referral.Id).Select(m => m.To).ToListAsync());
    }
}
