using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkBridge.Consents;
using WorkBridge.Search;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Returnees;

/// <summary>An officer types in what a signed paper says, line by line.</summary>
public sealed class PaperConsentTests
{
    [Fact]
    public async Task A_paper_is_recorded_as_it_says_gives_a_slip_and_a_second_paper_takes_it_back()
    {
        await using var host = await TestHost.StartAsync();
        var person = await host.Given.Person();
        using var desk = await host.Given.SignedIn(await host.Given.Officer());
        await desk.GoAsync($"/Returnees/{person.Id}/Consent");
        Assert.Empty(desk.Page.QuerySelectorAll("main input[type=radio][checked]"));

        await desk.SubmitAsync("main form", [("Input.Answers[0]", "yes")]);
        Assert.StartsWith("Lỗi:", desk.Page.Title, StringComparison.Ordinal);
        Assert.Equal("yes", desk.Page.QuerySelector("input[name='Input.Answers[0]'][checked]")!.GetAttribute("value"));
        Assert.Equal(0, await host.Db(db => db.Consents.CountAsync()));

        await desk.SubmitAsync("main form", [("Input.Answers[0]", "yes"), ("Input.Answers[1]", "no"), ("Input.Answers[2]", "none"), ("Input.Answers[3]", "none"), ("Input.Signed", "true")]);
        var acts = await host.Db(db => db.Consents.OrderBy(c => c.Sequence).ToListAsync());
        Assert.Equal([(Purpose.Matching, Decision.Given), (Purpose.Reminders, Decision.Refused)], acts.Select(c => (c.Purpose, c.Decision)));
        Assert.All(acts, c => Assert.Equal((ConsentWay.Paper, true), (c.Way, c.OfficerId is not null)));
        Assert.True(host.Services.GetRequiredService<IndexKeeper>().Index.Contains(person.Id));

        await desk.GoAsync($"/Returnees/{person.Id}/Consent");
        await desk.SubmitAsync("main form", [("Input.Answers[0]", "no"), ("Input.Answers[1]", "none"), ("Input.Answers[2]", "none"), ("Input.Answers[3]", "none"), ("Input.Signed", "true")]);
        Assert.Equal(Decision.Withdrawn, await host.Db(db => db.Consents.OrderBy(c => c.Sequence).Select(c => c.Decision).LastAsync()));
        Assert.False(host.Services.GetRequiredService<IndexKeeper>().Index.Contains(person.Id));
    }

    [Fact]
    public async Task A_yes_for_somebody_who_may_not_be_helped_is_refused_with_all_else_on_the_paper()
    {
        await using var host = await TestHost.StartAsync();
        var person = await host.Given.Person(inProgramme: false);
        using var desk = await host.Given.SignedIn(await host.Given.Officer());
        await desk.GoAsync($"/Returnees/{person.Id}/Consent");

        await desk.SubmitAsync("main form", [("Input.Answers[0]", "no"), ("Input.Answers[1]", "yes"), ("Input.Answers[2]", "none"), ("Input.Answers[3]", "none"), ("Input.Signed", "true")]);

        Assert.Contains("không còn trong mô hình", desk.Text, StringComparison.Ordinal);
        Assert.Equal(0, await host.Db(db => db.Consents.CountAsync()));
    }
}
