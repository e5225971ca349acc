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
}
