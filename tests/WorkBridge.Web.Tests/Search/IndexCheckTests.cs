using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Returnees;
using WorkBridge.Search;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Search;

/// <summary>The nightly comparison of the index with the database.</summary>
public sealed class IndexCheckTests
{
    [Fact]
    public async Task What_is_missing_or_too_many_is_told_and_put_right_and_the_administrator_reads_it()
    {
        await using var host = await TestHost.StartAsync();
        var (agreed, silent) = (await host.Given.Person(), await host.Given.Person("Hà Văn Bình"));
        await host.Given.Consent(agreed, Purpose.Matching);
        var (employer, _) = await host.Given.Employer();
        var opening = await host.Given.LiveOpening(employer);
        var keeper = host.Services.GetRequiredService<IndexKeeper>();
        await keeper.FollowAsync(default);
        Assert.Equal((0, 0, 2), Found(await keeper.CheckAsync()));

        keeper.Index.Remove(opening.Id);
        keeper.Index.PutProfile(await FactsOf(host, silent));
        Assert.Equal((1, 1, 2), Found(await keeper.CheckAsync()));
        Assert.Equal(new[] { agreed.Id, opening.Id }.Order(), keeper.Index.Ids().Order());

        using var admin = await host.Given.SignedIn(await host.Given.Administrator());
        await admin.GoAsync("/Admin/Health");
        Assert.Contains("thiếu 1, thừa 1; đã sửa", admin.Text, StringComparison.Ordinal);
        Assert.Equal((0, 0, 2), Found(await keeper.CheckAsync()));
    }

    [Fact]
    public async Task A_check_that_runs_meanwhile_never_brings_back_who_took_consent_back()
    {
        await using var host = await TestHost.StartAsync();
        var person = await host.Given.Person();
        var keeper = host.Services.GetRequiredService<IndexKeeper>();
        var moment = new Random(1);
        for (var round = 0; round < 120; round++)
        {
            await host.Given.Consent(person, Purpose.Matching);
            keeper.Index.Remove(person.Id); // lost, so that the check has somebody to put back
            var check = Task.Run(() => keeper.CheckAsync());
            await Task.Delay(moment.Next(12));
            await host.Given.Consent(person, Purpose.Matching, yes: false);
            Assert.False(keeper.Index.Contains(person.Id));
            await check;
            Assert.False(keeper.Index.Contains(person.Id), $"brought back in round {round}");
        }
    }

    [Fact]
    public async Task Nothing_of_the_index_can_be_read_from_its_folder()
    {
        await using var host = await TestHost.StartAsync();
        var person = await host.Given.Person();
        await host.Given.Consent(person, Purpose.Matching);
        var (employer, _) = await host.Given.Employer();
        var opening = await host.Given.LiveOpening(employer);
        var keeper = host.Services.GetRequiredService<IndexKeeper>();
        await keeper.FollowAsync(default);
        await keeper.FlushAsync();
        Assert.True(keeper.Index.Contains(person.Id));

        var files = Directory.EnumerateFiles(host.Services.GetRequiredService<Storage>().IndexFolder, "*", SearchOption.AllDirectories).Select(File.ReadAllBytes).ToList();
        Assert.True(files.Sum(f => f.Length) > 1000);
        foreach (var word in new[] { person.Id.ToString("N"), opening.Id.ToString("N"), person.CommuneCode, "Lucene" })
            Assert.All(files, f => Assert.True(f.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(word)) < 0, word));
    }

    private static (int, int, int) Found(IndexCheck check) => (check.Missing, check.Extra, check.Expected);

    /// <summary>As the index would hold somebody who has agreed.</summary>
    private static async Task<Matching.ProfileFacts> FactsOf(TestHost host, Returnee person) => await host.Db(async db =>
    {
        var profile = await db.SkillProfiles.SingleAsync(p => p.ReturneeId == person.Id);
        var commune = await db.Communes.SingleAsync(c => c.Code == person.CommuneCode);
        return MatchFacts.Of(profile, commune);
    });
}
