using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Referrals;
using WorkBridge.Staff;
using WorkBridge.Tests.Support;

namespace WorkBridge.Tests.Simulation;

/// <summary>How large a simulated year is.</summary>
public sealed record YearSize(int People, int Openings, int Referrals, int Days)
{
    /// <summary>How long a consent lasts in it: in a time shorter than a year so short that many end.</summary>
    public int ConsentMonths => Days < 365 ? 2 : 12;
}

/// <summary>
/// Drives a province through its days: people agree and take back, officers refer, employers look, answer or are silent, nights are slept
/// through, processes start anew. Everything goes through the use cases and the jobs on a real database; the <see cref="Oracle"/> is told
/// the same and says what has to leave and how everything has to stand. The first difference ends it, with the seed and the history.
/// </summary>
public sealed partial class Year(World world, YearSize size, int seed) : IAsyncDisposable
{
    private static readonly AnswerSetting AtKiosk = new(ConsentWay.KioskCard, null, null, false, null);

    private readonly Random random = new(seed);
    private readonly Oracle oracle = new(size.ConsentMonths);
    private readonly List<Guid> people = [];
    private readonly List<Guid> openings = [];
    private readonly List<Guid> employers = [];
    private readonly Dictionary<Guid, List<string>> told = [];
    private readonly List<string> communes = [];
    private readonly List<Account> officers = [];
    private readonly List<Account> coordinators = [];

    /// <summary>Placements by their referral, and back.</summary>
    private readonly Dictionary<Guid, Guid> placements = [];
    private readonly Dictionary<Guid, Guid> works = [];
    private readonly List<OReferral> working = [];
    private World? started;

    public int Mails { get; private set; }

    public Dictionary<string, int> ByKind { get; } = [];

    public int Placements => placements.Count;

    public int Lapses => oracle.Referrals.Values.Count(r => r.State == "Lapsed");

    public int Referrals => oracle.Referrals.Count;

    /// <summary>The process that runs now.</summary>
    private World Now => started ?? world;

    private DateTime At => world.Now;

    public async Task RunAsync()
    {
        await SettleAsync();
        var dead = false;
        for (var day = 0; day < size.Days; day++)
        {
            var (today, slept) = (world.Today, dead);
            DrawOutages();
            var sleeps = random.Next(4) == 0;
            dead = IsOut("service");
            if (random.Next(15) == 0 || (slept && !dead))
                await RestartAsync();
            if (!sleeps && !dead)
            {
                MoveTo(Clock.Utc(today, new TimeOnly(0, 25)));
                await SweepAsync(all: true);
            }

            if (!dead)
            {
                MoveTo(Clock.Utc(today, new TimeOnly(6, random.Next(60))));
                await DeliverAsync();
            }

            foreach (var hour in new[] { 7, 9, 11, 14, 16, 19, 21 })
                await HourAsync(today, hour, dead);
            await CompareAsync(everything: day % 30 == 29 || day == size.Days - 1);
            MoveTo(Clock.Utc(today.AddDays(1), TimeOnly.MinValue));
        }
    }

    private async Task HourAsync(DateOnly today, int hour, bool dead)
    {
        MoveTo(Clock.Utc(today, new TimeOnly(hour, hour == 7 ? 30 : random.Next(60), random.Next(60))));
        if (hour != 7)
            await ActAsync(hour);
        if (dead)
            return;
        if (random.Next(size.Days < 365 ? 4 : 8) == 0)
            await SweepAsync(all: false);
        else
            await SweepAsync(all: hour == 7, "digests", "interviews");
        if (hour != 7)
            await DisturbAsync(hour);
        await DeliverAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (started is not null)
            await started.DisposeAsync();
    }

    /// <summary>What people do in an hour of a day.</summary>
    private async Task ActAsync(int hour)
    {
        if (hour is > 8 and < 18)
        {
            for (var n = Times(size.Referrals / (double)size.Days / 4); n > 0; n--)
                await ReferAsync();
            if (hour == 9)
                await ChooseMailsAsync();
            for (var n = Times(size.Openings / 60.0 / Slots); n > 0; n--)
                await KeepOpeningAsync(openings[random.Next(openings.Count)]);
        }

        foreach (var r in oracle.Referrals.Values.Where(r => r.IsWithEmployer && random.NextDouble() < 0.28 / Slots).ToList())
            await TouchAsync(r, hour);
        foreach (var r in oracle.Referrals.Values.Where(r => r is { State: "Prepared" } && random.NextDouble() < 0.3 / Slots).ToList())
            await SendAsync(r);
        for (var n = Times(Math.Min(size.People / 400.0, 10) / Slots); n > 0; n--)
            await ChangeMindAsync(people[random.Next(people.Count)]);
        foreach (var person in oracle.Referrals.Values.Where(r => r.IsWithEmployer && random.NextDouble() < 0.04 / Slots).Select(r => r.Person).ToList())
            await ChangeMindAsync(person);
        await WorkAsync(hour);
    }

    private async Task CompareAsync(bool everything)
    {
        var referrals = await world.Db(db => db.Referrals.AsNoTracking().Where(r => everything || ReferralMoves.Open.Contains(r.State)).Select(r => new { r.Id, r.State }).ToDictionaryAsync(r => r.Id, r => r.State.ToString()));
        foreach (var r in oracle.Referrals.Values.Where(r => everything || r.IsOpen || referrals.ContainsKey(r.Id)))
            Assert.True(referrals.GetValueOrDefault(r.Id) == r.State, Where(r.Id, $"stands at {referrals.GetValueOrDefault(r.Id) ?? "an end"} instead of {r.State}"));
        var states = await world.Db(db => db.Openings.AsNoTracking().Select(o => new { o.Id, o.State }).ToDictionaryAsync(o => o.Id, o => o.State.ToString()));
        foreach (var (id, o) in oracle.Openings)
            Assert.True(states[id] == o.State, Where(id, $"opening stands at {states[id]} instead of {o.State}"));
    }

    private async Task RestartAsync()
    {
        if (started is not null)
            await started.DisposeAsync();
        started = world.Beside();
    }

    private async Task<bool> TryAsync<T>(Action<CurrentUser> who, Func<T, Task> act)
        where T : notnull
    {
        try
        {
            await Now.As(who, act);
            return true;
        }
        catch (RuleBroken)
        {
            return false;
        }
    }

    private void MoveTo(DateTime at)
    {
        if (at > At)
            world.Clock.Advance(at - At);
    }

    private int Times(double mean) => (int)mean + (random.NextDouble() < mean - (int)mean ? 1 : 0);

    private void Same(bool may, bool did, Guid about, string what) => Assert.True(may == did, Where(about, $"{what} was {(did ? "allowed" : "refused")}"));

    private void Tell(Guid about, string what)
    {
        if (!told.TryGetValue(about, out var lines))
            told[about] = lines = [];
        lines.Add($"{Clock.Local(At):yyyy-MM-dd HH:mm} {what}");
    }

    private string Where(Guid about, string what)
    {
        var lines = told.GetValueOrDefault(about, []).ToList();
        if (oracle.Referrals.TryGetValue(about, out var r))
        {
            var p = oracle.People[r.Person];
            lines.Add($"person: programme to {p.ProgrammeEnds:yyyy-MM-dd}, left {p.Left:yyyy-MM-dd}, consents {string.Join(' ', p.Consents.Select(c => $"{(c.Key == r.Employer ? "this employer" : NameOf(c.Key))} to {c.Value:yyyy-MM-dd}"))}");
            lines.AddRange(told.GetValueOrDefault(r.Person, []).Select(l => "person: " + l));
            lines.Add($"oracle: {r.State}, answer by {r.AnswerBy:yyyy-MM-dd}, interview {r.InterviewAt:yyyy-MM-dd HH:mm} UTC");
            if (r.Work is { } work)
                lines.Add($"work from {work.StartsOn:yyyy-MM-dd}{(work.Ended ? ", ended" : "")}, answered {work.Answered}, asked {work.Asked} on {work.AskedOn:yyyy-MM-dd}");
        }

        lines.AddRange(outUntil.Where(o => IsOut(o.Key)).Select(o => $"out: {o.Key} until {o.Value:yyyy-MM-dd}"));

        return $"seed {seed}, {Clock.Local(At):yyyy-MM-dd HH:mm}, {about}: {what}\n{string.Join('\n', lines)}";
    }
}
