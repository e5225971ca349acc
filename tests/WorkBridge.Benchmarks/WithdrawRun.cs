using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Openings;
using WorkBridge.Search;
using WorkBridge.Staff;
using WorkBridge.Web.Start;

namespace WorkBridge.Benchmarks;

/// <summary>
/// How long it takes from the moment somebody takes consent to matching back until no search shows that person, while officers ask
/// for match pages fifty times a second. The time ends when the use case returns, which is before the page answers; whether the person
/// is gone is then asked of the index and of the very next search.
/// </summary>
public sealed class WithdrawRun(Sizes sizes)
{
    private const int SearchesASecond = 50;
    private const int WithdrawalsASecond = 10;
    private static readonly AnswerSetting AtKiosk = new(ConsentWay.KioskCard, null, null, false, null);

    public async Task RunAsync()
    {
        Console.WriteLine($"{Environment.ProcessorCount} cores, .NET {Environment.Version}, {sizes.People} people, {sizes.Openings} openings, {sizes.Seconds} s");
        await using (var app = Service.Build(new StartOptions(false, Path.Combine(sizes.Folder, "data"), Path.Combine(sizes.Folder, "keys"), "a secret of the benchmark alone", ["--Jobs:Enabled=false", "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Warning"]), _ => { }))
        {
            await Service.PrepareAsync(app);
            var after = app.Services.GetRequiredService<AfterCommit>();
            (after.FollowIndex, var follow) = (null, after.FollowIndex);
            await using (var scope = app.Services.CreateAsyncScope())
                await new Province(scope.ServiceProvider.GetRequiredService<WorkBridgeDb>(), sizes).FillAsync();
            await app.Services.GetRequiredService<IndexKeeper>().RebuildAsync();
            after.FollowIndex = follow;
            await MeasureAsync(app.Services);
        }

        Directory.Delete(sizes.Folder, recursive: true);
    }

    private async Task MeasureAsync(IServiceProvider services)
    {
        List<(Guid Id, string CommuneCode)> openings, people;
        await using (var scope = services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<WorkBridgeDb>();
            var today = TimeProvider.System.Today();
            openings = (await db.Openings.Where(o => o.State == OpeningState.Live).Select(o => new { o.Id, o.OwnerCommuneCode }).ToListAsync()).ConvertAll(o => (o.Id, o.OwnerCommuneCode));
            people = (await db.Returnees.MayBeMatched(db, today).Select(r => new { r.Id, r.CommuneCode }).ToListAsync()).ConvertAll(r => (r.Id, r.CommuneCode));
        }

        new Random(1).Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(people));
        using var stop = new CancellationTokenSource();
        var (searches, shown) = (0, 0);
        var searching = Repeat(SearchesASecond, stop.Token, async n =>
        {
            Interlocked.Add(ref shown, (await SearchAsync(services, openings[n % openings.Count])).Count);
            Interlocked.Increment(ref searches);
        });
        await Task.Delay(TimeSpan.FromSeconds(5)); // Whatever is done for the first time is done.
        var (times, still) = (new List<double>(), 0);
        var (from, clock) = (searches, Stopwatch.StartNew());
        for (var n = 0; n < Math.Min(people.Count, sizes.Seconds * WithdrawalsASecond); n++)
        {
            var begun = Stopwatch.GetTimestamp();
            await using (var scope = services.CreateAsyncScope())
                await scope.ServiceProvider.GetRequiredService<WithdrawConsent>().RunAsync(people[n].Id, Purpose.Matching, null, AtKiosk, default);
            times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            var near = openings.Where(o => o.CommuneCode == people[n].CommuneCode).ElementAt(n % 5);
            if (services.GetRequiredService<IndexKeeper>().Index.Contains(people[n].Id) || (await SearchAsync(services, near)).Contains(people[n].Id))
                still++;
            var next = TimeSpan.FromSeconds((n + 1.0) / WithdrawalsASecond);
            if (next > clock.Elapsed)
                await Task.Delay(next - clock.Elapsed);
        }

        var rate = (searches - from) / clock.Elapsed.TotalSeconds;
        await stop.CancelAsync();
        await searching;
        times.Sort();
        double At(double share) => times[Math.Min(times.Count - 1, (int)Math.Ceiling(share * times.Count) - 1)];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{times.Count} withdrawals under {rate:0} searches a second ({shown / Math.Max(1, searches)} people a search): until gone p50 {At(.5):0.0} ms, p95 {At(.95):0.0}, p99 {At(.99):0.0}, most {times[^1]:0.0}; still found afterwards: {still}"));
    }

    private static async Task<HashSet<Guid>> SearchAsync(IServiceProvider services, (Guid Id, string CommuneCode) opening)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Is(StaffRole.Officer, Guid.Empty, "", null, [opening.CommuneCode], null, null);
        return [.. (await scope.ServiceProvider.GetRequiredService<MatchPeople>().RunAsync(opening.Id, default)).Matches.Select(m => m.Person.Id)];
    }

    /// <summary>Begins one every so often, whether the one before is done or not.</summary>
    private static async Task Repeat(int aSecond, CancellationToken stop, Func<int, Task> act)
    {
        var (clock, running) = (Stopwatch.StartNew(), new List<Task>());
        for (var n = 0; !stop.IsCancellationRequested; n++)
        {
            var next = TimeSpan.FromSeconds(n / (double)aSecond);
            if (next > clock.Elapsed)
                await Task.Delay(next - clock.Elapsed, CancellationToken.None);
            var turn = n;
            running.Add(Task.Run(() => act(turn), CancellationToken.None));
        }

        await Task.WhenAll(running);
    }
}
