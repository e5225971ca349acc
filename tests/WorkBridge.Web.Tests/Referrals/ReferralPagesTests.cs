using System.Net;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Audit;
using WorkBridge.Consents;
using WorkBridge.Referrals;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Referrals;

public sealed class ReferralPagesTests : IAsyncLifetime
{
    private TestHost host = null!;

    public async Task InitializeAsync() => host = await TestHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task Prepared_without_consent_it_says_what_is_missing_and_leads_to_the_kiosk_then_it_can_be_sent()
    {
        var officer = await host.Given.Officer();
        var person = await host.Given.Person();
        var (employer, _) = await host.Given.Employer();
        var opening = await host.Given.LiveOpening(employer);
        using var desk = await host.Given.SignedIn(officer);

        await desk.GoAsync($"/Referrals/Prepare?opening={opening.Id}&person={person.Id}");
        await desk.SubmitAsync("main form[action*='Prepare']");
        var id = await host.Db(db => db.Referrals.Select(r => r.Id).SingleAsync());
        Assert.Equal($"/Referrals/{id}", desk.At);
        Assert.Contains("Còn thiếu sự đồng ý", desk.Text, StringComparison.Ordinal);
        Assert.NotNull(desk.Page.QuerySelector($"main a[href='/Returnees/{person.Id}/OpenKiosk']"));
        Assert.Null(desk.Page.QuerySelector("form[action$='handler=Send']"));

        await desk.PostAsync($"/Referrals/{id}?handler=Send", [("__RequestVerificationToken", desk.Token)]);
        Assert.Contains("Chưa có sự đồng ý", desk.Text, StringComparison.Ordinal);
        Assert.Equal(ReferralState.Prepared, await host.Db(db => db.Referrals.Select(r => r.State).SingleAsync()));

        await host.Given.Consent(person, Purpose.Employer, employer.Id);
        await desk.GoAsync($"/Referrals/{id}");
        await desk.SubmitAsync("form[action$='handler=Send']");
        Assert.Equal(ReferralState.Sent, await host.Db(db => db.Referrals.Select(r => r.State).SingleAsync()));
        Assert.Contains("Đã gửi", desk.Page.QuerySelector(".wb-tag")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_employer_said_on_the_telephone_is_recorded_by_the_officer()
    {
        var (officer, referral, _) = await SentAsync();
        using var desk = await host.Given.SignedIn(officer);
        await desk.GoAsync($"/Referrals/{referral.Id}");
        await desk.SubmitAsync("form[action$='handler=Answer']", [("Input.Kind", "Accept"), ("Input.StartsOn", "30/11/2026")]);
        var placement = await host.Db(db => db.Placements.SingleAsync());
        Assert.NotNull(desk.Page.QuerySelector($"main a[href='/Placements/{placement.Id}']"));
        Assert.Equal(ActorKind.Officer, await host.Db(db => db.StateMoves.Where(m => m.To == "Accepted").Select(m => m.ByKind).SingleAsync()));
    }

    [Fact]
    public async Task A_mistake_comes_back_beside_its_field_with_what_was_typed()
    {
        var (officer, referral, _) = await SentAsync();
        using var desk = await host.Given.SignedIn(officer);
        await desk.GoAsync($"/Referrals/{referral.Id}");
        await desk.SubmitAsync("form[action$='handler=Extend']", [("Edit.AnswerBy", "24/11/2026")]);
        Assert.NotNull(desk.Page.QuerySelector("#Edit_AnswerBy-error"));
        Assert.Equal("24/11/2026", desk.Page.QuerySelector("#Edit_AnswerBy")!.GetAttribute("value"));

        await desk.SubmitAsync("form[action$='handler=Write']", [("Edit.Inside", "Nơi làm biết chị ấy từng đi tù")]);
        Assert.Contains("đi tù", desk.Page.QuerySelector("#Edit_Inside-error")!.TextContent, StringComparison.Ordinal);
        Assert.Null(await host.Db(db => db.Referrals.Select(r => r.InternalText).SingleAsync()));
    }

    [Fact]
    public async Task The_list_shows_own_people_once_read_and_writes_one_entry_for_them()
    {
        var (officer, _, person) = await SentAsync();
        using var desk = await host.Given.SignedIn(officer);
        await desk.GoAsync("/Referrals");
        Assert.Contains("Vũ Thị Thơm", desk.Text, StringComparison.Ordinal);
        var reading = await host.Db(db => db.Readings.Include(r => r.People).Where(r => r.Kind == ReadingKind.Listed && r.Page == "Referrals/Index").SingleAsync());
        Assert.Equal(person.Id, Assert.Single(reading.People).ReturneeId);
    }

    [Theory]
    [InlineData("/Referrals/{0}")]
    [InlineData("/Placements/{1}")]
    [InlineData("/Placements/{1}/FollowUp")]
    [InlineData("/Placements/{1}/Sheet")]
    public async Task Another_commune_finds_nothing(string path)
    {
        var (officer, referral, _) = await SentAsync();
        using (var desk = await host.Given.SignedIn(officer))
        {
            await desk.GoAsync($"/Referrals/{referral.Id}");
            await desk.SubmitAsync("form[action$='handler=Answer']", [("Input.Kind", "Accept"), ("Input.StartsOn", "30/11/2026")]);
        }

        var placement = await host.Db(db => db.Placements.Select(p => p.Id).SingleAsync());
        using var other = await host.Given.SignedIn(await host.Given.Officer(Given.NaDuong));
        await other.GoAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, path, referral.Id, placement));
        Assert.Equal(HttpStatusCode.NotFound, other.Status);
    }

    [Fact]
    public async Task The_signed_in_contact_answers_the_own_referral_and_nobody_elses()
    {
        var officer = await host.Given.Officer();
        var person = await host.Given.Person();
        var (employer, contact) = await host.Given.Employer();
        var (_, stranger) = await host.Given.Employer();
        var referral = await SendAsync(officer, person, employer);

        using var other = await host.Given.SignedIn(stranger);
        await other.GoAsync($"/Hire/Referrals/{referral.Id}");
        Assert.Equal(HttpStatusCode.NotFound, other.Status);

        using var own = await host.Given.SignedIn(contact);
        await own.GoAsync($"/Hire/Referrals/{referral.Id}");
        Assert.DoesNotContain("V.T.T.", own.Text, StringComparison.Ordinal);
        await own.SubmitAsync("main form[action$='handler=View']");
        Assert.Contains("V.T.T.", own.Text, StringComparison.Ordinal);
        await own.SubmitAsync("form.wb-answer", [("Input.Kind", "Decline"), ("Input.Reason", "NoPlaceLeft")]);
        Assert.Equal(ReferralState.Declined, await host.Db(db => db.Referrals.Select(r => r.State).SingleAsync()));
    }

    private async Task<(WorkBridge.Staff.Account Officer, Referral Referral, WorkBridge.Returnees.Returnee Person)> SentAsync()
    {
        var officer = await host.Given.Officer();
        var person = await host.Given.Person();
        var (employer, _) = await host.Given.Employer();
        return (officer, await SendAsync(officer, person, employer), person);
    }

    private async Task<Referral> SendAsync(WorkBridge.Staff.Account officer, WorkBridge.Returnees.Returnee person, WorkBridge.Employers.Employer employer)
    {
        var referral = await host.Given.PreparedReferral(await host.Given.LiveOpening(employer), person, officer, consent: true);
        using var desk = await host.Given.SignedIn(officer);
        await desk.GoAsync($"/Referrals/{referral.Id}");
        await desk.SubmitAsync("form[action$='handler=Send']");
        return referral;
    }
}
