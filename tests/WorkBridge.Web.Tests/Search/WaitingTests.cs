using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkBridge.Consents;
using WorkBridge.Matching;
using WorkBridge.Search;
using WorkBridge.Web.Tests.Support;
using Evidence = WorkBridge.Matching.Evidence;

namespace WorkBridge.Web.Tests.Search;

/// <summary>Among near-equal people who waited longer comes first, and the page says so.</summary>
public sealed class WaitingTests
{
    private const string Told = "vì chờ giới thiệu lâu hơn";

    [Theory]
    [InlineData(Evidence.TaughtWithoutPaper, true)]
    [InlineData(null, false)]
    public async Task Who_waited_longer_stands_before_a_slightly_better_score_and_it_is_said(Evidence? behind, bool ahead)
    {
        await using var host = await TestHost.StartAsync();
        var (employer, _) = await host.Given.Employer();
        var opening = await host.Given.LiveOpening(employer);
        var waiting = await host.Given.Person("Hà Thị Chờ");
        await host.Given.Consent(waiting, Purpose.Matching);
        await host.Db(async db =>
        {
            var profile = await db.SkillProfiles.SingleAsync(p => p.ReturneeId == waiting.Id);
            profile.Rewrite(profile.Content with { Trades = behind is { } evidence ? [new HeldTrade("may-cong-nghiep", evidence, 14)] : [] }, host.Given.Now);
            await db.SaveChangesAsync();
        });
        host.Clock.Advance(TimeSpan.FromDays(10));
        var newcomer = await host.Given.Person("Vũ Thị Mới");
        await host.Given.Consent(newcomer, Purpose.Matching);
        await host.Services.GetRequiredService<IndexKeeper>().FollowAsync(default);

        using var officer = await host.Given.SignedIn(await host.Given.Officer());
        await officer.GoAsync($"/Openings/{opening.Id}/Matches");
        var matches = officer.Page.QuerySelectorAll("article.wb-match").Select(m => m.TextContent).ToList();
        Assert.Contains(ahead ? "Hà Thị Chờ" : "Vũ Thị Mới", matches[0], StringComparison.Ordinal);
        Assert.Equal(ahead, matches[0].Contains(Told, StringComparison.Ordinal));
        Assert.DoesNotContain(Told, matches[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_score_and_wait_are_the_same_the_lot_of_the_day_decides_and_nobody_stands_ahead()
    {
        await using var host = await TestHost.StartAsync();
        var (employer, _) = await host.Given.Employer();
        var opening = await host.Given.LiveOpening(employer);
        var account = await host.Given.Officer();
        var people = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var name in new[] { "Hà Thị Một", "Vũ Thị Hai", "Lê Thị Ba" })
        {
            var person = await host.Given.Person(name);
            await host.Given.Consent(person, Purpose.Matching);
            people[name] = person.Id;
            host.Clock.Advance(TimeSpan.FromMinutes(20)); // the same day: nobody has waited longer
        }

        await host.Services.GetRequiredService<IndexKeeper>().FollowAsync(default);
        for (var day = 0; day < 4; day++)
        {
            using var officer = await host.Given.SignedIn(account);
            await officer.GoAsync($"/Openings/{opening.Id}/Matches");
            var lot = people.OrderBy(p => FairOrder.Lot(opening.Id, Clock.DayOf(host.Given.Now), p.Value)).Select(p => p.Key);
            Assert.Equal(lot, officer.Page.QuerySelectorAll("article.wb-match h2").Select(h => h.TextContent.Trim()));
            Assert.DoesNotContain(Told, officer.Text, StringComparison.Ordinal);
            host.Clock.Advance(TimeSpan.FromDays(1));
        }
    }
}
