using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using WorkBridge.Consents;
using WorkBridge.Matching;
using WorkBridge.Openings;
using WorkBridge.Returnees;
using WorkBridge.Search;
using WorkBridge.Staff;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Search;

/// <summary>
/// Consent given and taken back, the index followed, checked, rebuilt and started again, and searches, all at random and at
/// once: whoever had taken consent back before a search began is in no result of it. WORKBRIDGE_INTERLEAVINGS sets how
/// many acts are drawn (docs/operations.md); the seed is in the message of a failure.
/// </summary>
public sealed class WithdrawalRaceTests
{
    private const int People = 8;
    private const int Workers = 4;
    private const int Restarts = 3;

    private static readonly AnswerSetting AtKiosk = new(ConsentWay.KioskCard, null, null, false, null);
    private static readonly int Acts = int.Parse(Environment.GetEnvironmentVariable("WORKBRIDGE_INTERLEAVINGS") ?? "900", CultureInfo.InvariantCulture);

    private readonly SemaphoreSlim[] _turns = [.. Enumerable.Range(0, People).Select(_ => new SemaphoreSlim(1, 1))];
    private readonly Said[] _said = [.. Enumerable.Repeat(new Said(0, Out: true), People)];
    private int _searches;
    private int _found;

    [Fact]
    public async Task Whoever_took_consent_back_before_a_search_began_is_in_no_result_of_it()
    {
        var seed = Environment.TickCount;
        var host = await TestHost.StartAsync();
        var officer = await host.Given.Officer();
        var (employer, _) = await host.Given.Employer();
        var opening = await host.Given.LiveOpening(employer);
        var people = new List<Returnee>();
        for (var i = 0; i < People; i++)
            people.Add(await host.Given.Person($"Người mẫu {i}"));

        for (var start = 0; start <= Restarts; start++)
        {
            var keeper = host.Services.GetRequiredService<IndexKeeper>();
            for (var i = 0; i < People; i++)
                Assert.True(keeper.Index.Contains(people[i].Id) != _said[i].Out, $"after start {start}, seed {seed}");
            var round = start;
            await Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => Task.Run(async () =>
            {
                var random = new Random(seed + (100 * round) + worker);
                for (var act = 0; act < Acts / Workers / (Restarts + 1); act++)
                    await Act(host, officer, people, opening, random, seed);
            })));
            var folder = host.Folder;
            if (start < Restarts)
            {
                await host.StopAsync();
                host = await TestHost.StartAsync(folder: folder);
            }
        }
        await host.DisposeAsync();
        Assert.True(_found > _searches / 2, "the searches found nobody, so they showed nothing");
    }

    private async Task Act(TestHost host, Account officer, List<Returnee> people, Opening opening, Random random, int seed)
    {
        var keeper = host.Services.GetRequiredService<IndexKeeper>();
        switch (random.Next(20))
        {
            case < 9:
                await Answer(host, people, random.Next(People), random.Next(2) == 0);
                break;
            case < 17:
                var outBefore = _said.ToArray();
                var proposed = keeper.Index.PeopleFor(new OpeningFacts { Id = opening.Id, Title = "Phụ việc" }, new Scope([people[0].CommuneCode]), People).Select(c => c.Id).ToList();
                var shown = random.Next(3) == 0 ? await Shown(host, officer, opening) : [];
                Interlocked.Increment(ref _searches);
                Interlocked.Add(ref _found, Math.Min(1, proposed.Count));
                for (var i = 0; i < People; i++)
                {
                    if (!outBefore[i].Out || _said[i] != outBefore[i])
                        continue;
                    Assert.False(proposed.Contains(people[i].Id), $"proposed by the index, seed {seed}");
                    Assert.False(shown.Contains(people[i].Id), $"shown to an officer, seed {seed}");
                }
                break;
            case 17:
                await keeper.CheckAsync();
                break;
            case 18:
                await keeper.FlushAsync();
                break;
            default:
                await keeper.RebuildAsync();
                break;
        }
    }

    private async Task Answer(TestHost host, List<Returnee> people, int i, bool byWithdrawal)
    {
        await _turns[i].WaitAsync();
        try
        {
            if (_said[i].Out)
            {
                _said[i] = new Said(_said[i].Times + 1, Out: false);
                await host.Use<AnswerConsent>(u => u.RunAsync(new ConsentAnswer(people[i].Id, Purpose.Matching, null, true, AtKiosk), default));
                return;
            }
            if (byWithdrawal)
                await host.Use<WithdrawConsent>(u => u.RunAsync(people[i].Id, Purpose.Matching, null, AtKiosk, default));
            else
                await host.Use<AnswerConsent>(u => u.RunAsync(new ConsentAnswer(people[i].Id, Purpose.Matching, null, false, AtKiosk), default));
            _said[i] = new Said(_said[i].Times + 1, Out: true);
        }
        finally
        {
            _turns[i].Release();
        }
    }

    private static async Task<List<Guid>> Shown(TestHost host, Account officer, Opening opening)
    {
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Is(StaffRole.Officer, officer.Id, "Cán bộ", null, [opening.OwnerCommuneCode], null, null);
        var found = await scope.ServiceProvider.GetRequiredService<MatchPeople>().RunAsync(opening.Id, default);
        return [.. found.Matches.Select(m => m.Person.Id)];
    }

    /// <summary>What somebody said last; the number tells whether it was said anew meanwhile.</summary>
    private sealed record Said(int Times, bool Out);
}
