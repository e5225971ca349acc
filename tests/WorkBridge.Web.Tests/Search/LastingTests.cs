using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkBridge.Consents;
using WorkBridge.Matching;
using WorkBridge.Openings;
using WorkBridge.Placements;
using WorkBridge.Referrals;
using WorkBridge.Returnees;
using WorkBridge.Search;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Search;

/// <summary>What is known of placements that lasted stands among the reasons, and a referral keeps where the pair stood in the list.</summary>
public sealed class LastingTests : IAsyncLifetime
{
    private TestHost host = null!;

    public async Task InitializeAsync() => host = await TestHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_count_of_placements_that_lasted_moves_the_score_and_says_why_on_both_pages()
    {
        var (person, opening) = await PairAsync();
        using var officer = await host.Given.SignedIn(await host.Given.Officer());
        foreach (var page in new[] { $"/Openings/{opening.Id}/Matches", $"/Returnees/{person.Id}/Matches" })
        {
            await KeepAsync(known: 0, lasted: 0);
            await officer.GoAsync(page);
            var plain = Score(officer);
            Assert.DoesNotContain("Bền lâu", officer.Text, StringComparison.Ordinal);

            await KeepAsync(known: 100, lasted: 95);
            await officer.GoAsync(page);
            Assert.Equal(Math.Min(plain + 5, 100), Score(officer));
            Assert.Contains("thường bền hơn mức chung, theo ít nhất 100 lần nhận việc", Reason(officer), StringComparison.Ordinal);

            await KeepAsync(known: 100, lasted: 5);
            await officer.GoAsync(page);
            Assert.Equal(plain - 5, Score(officer));
            Assert.Contains("nên hỏi thăm sớm", Reason(officer), StringComparison.Ordinal);
            Assert.StartsWith("Bền lâu −5: ", Reason(officer).Trim(), StringComparison.Ordinal);
            Assert.Equal(5, officer.Page.QuerySelectorAll("article.wb-match .wb-reason").Length);
        }
    }

    [Theory]
    [InlineData("", MatchList.People)]
    [InlineData("&from=person", MatchList.Openings)]
    public async Task A_referral_keeps_rank_score_and_reasons_as_the_page_shows_them_and_nothing_of_the_profile(string from, MatchList list)
    {
        var (person, opening) = await PairAsync();
        await KeepAsync(known: 100, lasted: 95);
        await host.Given.Consent(await host.Given.Person("Vũ Thị Khác", trade: "không có"), Purpose.Matching);
        await host.Services.GetRequiredService<IndexKeeper>().FollowAsync(default);
        using var officer = await host.Given.SignedIn(await host.Given.Officer());
        await officer.GoAsync(list == MatchList.People ? $"/Openings/{opening.Id}/Matches" : $"/Returnees/{person.Id}/Matches");
        var score = Score(officer);

        await officer.GoAsync($"/Referrals/Prepare?opening={opening.Id}&person={person.Id}{from}");
        await officer.SubmitAsync("main form[action*='Prepare']");

        var json = await host.Db(db => db.Referrals.Select(r => r.MatchJson).SingleAsync());
        var seen = SeenMatch.Read(json)!;
        Assert.Equal((list, 1, score), (seen.List, seen.Rank, seen.Score));
        Assert.Equal(score, seen.Parts.Sum(p => p.Points));
        Assert.Equal("lasting-more", Assert.Single(seen.Parts[^1].Reasons));
        Assert.DoesNotContain("may-", json, StringComparison.Ordinal);
        Assert.DoesNotContain("7000000", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_consent_to_matching_a_referral_can_be_prepared_and_keeps_no_score()
    {
        var person = await host.Given.Person();
        var (employer, _) = await host.Given.Employer();
        var opening = await host.Given.LiveOpening(employer);
        using var officer = await host.Given.SignedIn(await host.Given.Officer());
        await officer.GoAsync($"/Referrals/Prepare?opening={opening.Id}&person={person.Id}");
        await officer.SubmitAsync("main form[action*='Prepare']");
        Assert.Null((await host.Db(db => db.Referrals.SingleAsync())).MatchJson);
    }

    [Fact]
    public async Task An_officer_writes_down_how_many_work_there()
    {
        var (employer, _) = await host.Given.Employer();
        using var officer = await host.Given.SignedIn(await host.Given.Officer());
        await officer.GoAsync($"/Employers/{employer.Id}");
        Assert.Contains("Chưa rõ", officer.Page.QuerySelector(".wb-facts")!.TextContent, StringComparison.Ordinal);
        await officer.SubmitAsync("form:has(button[formaction*='Size'])", [("Input.Size", "Medium")]);
        Assert.Contains("51 đến 200 người", officer.Page.QuerySelector(".wb-facts")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(EmployerSize.Medium, await host.Db(db => db.Employers.Select(e => e.Size).SingleAsync()));
    }

    private static int Score(Browser browser) =>
        int.Parse(browser.Page.QuerySelector("article.wb-match .wb-match__score .wb-num")!.TextContent, System.Globalization.CultureInfo.InvariantCulture);

    private static string Reason(Browser browser) =>
        browser.Page.QuerySelector("article.wb-match .wb-lasting")!.TextContent;

    private async Task<(Returnee Person, Opening Opening)> PairAsync()
    {
        var (employer, _) = await host.Given.Employer();
        var opening = await host.Given.LiveOpening(employer);
        var person = await host.Given.Person();
        await host.Given.Consent(person, Purpose.Matching);
        await host.Services.GetRequiredService<IndexKeeper>().FollowAsync(default);
        return (person, opening);
    }

    /// <summary>As the nightly count would leave it: so many placements in the trade of the opening beside many in others.</summary>
    private Task KeepAsync(int known, int lasted) => host.Db(async db =>
    {
        var unit = LastingCell.UnitGroup(await db.Openings.Select(o => o.TradeCode).FirstAsync(), Vocabulary.Default);
        var row = await db.LastingCounts.SingleOrDefaultAsync() ?? db.LastingCounts.Add(new LastingCounts()).Entity;
        row.Replace(known == 0 ? [] : [new(LastingCell.All, 1000, 500), new(new(unit, null, null, null), known, lasted)], host.Given.Now);
        await db.SaveChangesAsync();
    });
}
