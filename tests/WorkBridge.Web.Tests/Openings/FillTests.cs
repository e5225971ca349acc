using System.Net;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Email;
using WorkBridge.Employers;
using WorkBridge.Openings;
using WorkBridge.Staff;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Openings;

/// <summary>What became of an opening after it was over.</summary>
public sealed class FillTests : IAsyncLifetime
{
    private TestHost host = null!;
    private Account contact = null!;
    private Opening opening = null!;

    public async Task InitializeAsync()
    {
        host = await TestHost.StartAsync();
        Employer employer;
        (employer, contact) = await host.Given.Employer();
        opening = await host.Given.LiveOpening(employer);
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task The_day_after_it_was_closed_the_employer_is_asked_once_and_answers_with_one_touch()
    {
        using var phone = await host.Given.SignedIn(contact);
        await phone.GoAsync($"/Hire/Openings/{opening.Id}");
        Assert.Null(phone.Page.QuerySelector("#filled"));
        await phone.SubmitAsync("form:has(button[formaction$='handler=Close'])", button: "button[formaction$='handler=Close']");
        await SweepAsync();
        Assert.Equal(0, await AskedAsync());
        host.Clock.Advance(TimeSpan.FromDays(1));
        await SweepAsync();
        await SweepAsync();
        host.Clock.Advance(TimeSpan.FromDays(1));
        await SweepAsync();
        Assert.Equal(1, await AskedAsync());

        await host.Given.SignInAsync(phone, contact);
        await phone.GoAsync($"/Hire/Openings/{opening.Id}");
        await phone.SubmitAsync("#filled ~ form", button: "button[value='Partly']");
        Assert.Equal(FillAnswer.Partly, await FillAsync());
        Assert.Equal("Mới đủ một phần", phone.Page.QuerySelector("#filled")!.TextContent);
        await phone.SubmitAsync("#filled ~ form", button: "button[value='Otherwise']");
        Assert.Equal(FillAnswer.Otherwise, await FillAsync());
    }

    [Fact]
    public async Task Whoever_has_answered_a_telephone_call_is_not_mailed_and_one_that_is_live_cannot_be_answered()
    {
        using var desk = await host.Given.SignedIn(await host.Given.Officer());
        await desk.GoAsync($"/Openings/{opening.Id}");
        await desk.PostAsync($"/Openings/{opening.Id}?handler=Fill", [("fill", "Partly"), ("__RequestVerificationToken", desk.Token)]);
        Assert.Null(await FillAsync());
        await desk.GoAsync($"/Openings/{opening.Id}");
        await desk.SubmitAsync("form:has(button[formaction$='handler=Close'])", button: "button[formaction$='handler=Close']");
        foreach (var nothing in new[] { "", "Nonsense", "99" })
        {
            await desk.PostAsync($"/Openings/{opening.Id}?handler=Fill", [("fill", nothing), ("__RequestVerificationToken", desk.Token)]);
            Assert.Equal(HttpStatusCode.OK, desk.Status);
            Assert.Null(await FillAsync());
        }

        await desk.GoAsync($"/Openings/{opening.Id}");
        await desk.SubmitAsync("#filled ~ form", button: "button[value='ByReferral']");
        Assert.Equal(FillAnswer.ByReferral, await FillAsync());
        host.Clock.Advance(TimeSpan.FromDays(2));
        await SweepAsync();
        Assert.Equal(0, await AskedAsync());
    }

    [Fact]
    public async Task One_that_expired_is_asked_about_too_but_not_weeks_later_and_not_in_the_night()
    {
        await host.Db(async db =>
        {
            var row = await db.Openings.SingleAsync();
            row.Expire(host.Given.Now);
            await db.SaveChangesAsync();
        });
        host.Clock.Advance(TimeSpan.FromDays(31));
        await SweepAsync();
        Assert.Equal(0, await AskedAsync());
        await host.Db(async db => await db.Openings.ExecuteUpdateAsync(o => o.SetProperty(x => x.OverAt, host.Given.Now.AddDays(-2))));
        host.Clock.Advance(TimeSpan.FromHours(14));
        await SweepAsync();
        var due = await host.Db(db => db.Outbox.Where(m => m.Kind == MailKinds.OpeningFill).Select(m => m.NextTryAt).SingleAsync());
        Assert.Equal(MailHours.From, TimeOnly.FromDateTime(Clock.Local(due)));
    }

    private Task SweepAsync() => host.Use<SweepOpenings>(job => job.RunAsync(default));

    private Task<int> AskedAsync() => host.Db(db => db.Outbox.CountAsync(m => m.Kind == MailKinds.OpeningFill));

    private Task<FillAnswer?> FillAsync() => host.Db(db => db.Openings.Select(o => o.Fill).SingleAsync());
}
