using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Email;
using WorkBridge.Employers;
using WorkBridge.Openings;
using WorkBridge.Referrals;
using WorkBridge.Returnees;
using WorkBridge.Staff;
using WorkBridge.Tests.Support;

namespace WorkBridge.Tests.Simulation;

/// <summary>How large a simulated year is.</summary>
public sealed record YearSize(int People, int Openings, int Referrals, int Days);

/// <summary>
/// Drives a province through its days: people agree and take back, officers refer, employers look, answer or are silent, nights are slept
/// through, processes start anew. Everything goes through the use cases and the jobs on a real database; the <see cref="Oracle"/> is told
/// the same and says what has to leave and how everything has to stand. The first difference ends it, with the seed and the history.
/// </summary>
public sealed partial class Year(World world, YearSize size, int seed) : IAsyncDisposable
{
    private static readonly AnswerSetting AtKiosk = new(ConsentWay.KioskCard, null, null, false, null);

    private readonly Random random = new(seed);
    private readonly Oracle oracle = new();
    private readonly List<Guid> people = [];
    private readonly List<Guid> openings = [];
    private readonly List<Guid> employers = [];
    private readonly Dictionary<Guid, List<string>> told = [];
    private Account officer = null!;
    private World? started;

    public int Mails { get; private set; }

    public int Placements { get; private set; }

    public int Lapses => oracle.Referrals.Values.Count(r => r.State == "Lapsed");

    public int Referrals => oracle.Referrals.Count;

    /// <summary>The process that runs now.</summary>
    private World Now => started ?? world;

    private DateTime At => world.Now;

    public async Task RunAsync()
    {
        await SettleAsync();
        var (sleeps, dead) = (false, false);
        for (var day = 0; day < size.Days; day++)
        {
            var (today, slept) = (world.Today, dead);
            sleeps = random.Next(4) == 0;
            dead = random.Next(25) == 0;
            if (random.Next(15) == 0 || slept)
                await RestartAsync();
            if (!sleeps && !dead)
                await SweepAsync(Clock.Utc(today, new TimeOnly(0, 25)), all: true);
            if (!dead)
                await DeliverAsync(Clock.Utc(today, new TimeOnly(6, random.Next(60))));
            foreach (var hour in new[] { 7, 9, 11, 14, 16, 19, 21 })
            {
                await MoveToAsync(Clock.Utc(today, new TimeOnly(hour, hour == 7 ? 30 : random.Next(60), random.Next(60))));
                if (hour != 7)
                    await ActAsync(hour);
                if (dead)
                    continue;
                if (random.Next(4) == 0)
                    await SweepAsync(At, all: false);
                await DeliverAsync(At);
            }

            await CompareAsync(everything: day % 30 == 29 || day == size.Days - 1);
            await MoveToAsync(Clock.Utc(today.AddDays(1), TimeOnly.MinValue));
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (started is not null)
            await started.DisposeAsync();
    }

    private async Task SettleAsync()
    {
        officer = await world.GivenOfficer();
        await world.Db(async db =>
        {
            for (var i = 0; i < Math.Max(3, size.Openings / 5); i++)
            {
                var employer = Employer.Register($"Cơ sở {i} (mẫu)", EmployerKind.HouseholdBusiness, $"031192{i:000000}", World.KienAn, null, "0225 000 0001", $"coso{i}@example.vn", At, Actor.System);
                employer.Approve(Actor.Officer(officer.Id), At);
                db.Employers.Add(employer);
                employers.Add(employer.Id);
            }

            for (var i = 0; i < size.People; i++)
            {
                var person = Returnee.Register(World.KienAn, new PersonalDetails { Name = "Người mẫu" }, At);
                DateOnly? ends = random.Next(2) == 0 ? world.Today.AddDays(random.Next(10, size.Days + 100)) : random.Next(4) == 0 ? null : world.Today.AddYears(2);
                person.EnterProgramme(world.Today.AddMonths(-2), ends);
                db.Returnees.Add(person);
                oracle.AddPerson(person.Id, ends);
                people.Add(person.Id);
            }

            for (var i = 0; i < size.Openings; i++)
            {
                var employer = employers[i % employers.Count];
                DateOnly? closes = random.Next(2) == 0 ? world.Today.AddDays(random.Next(20, size.Days + 60)) : null;
                var content = new OpeningContent { Title = "Thợ may công nghiệp", TradeCode = World.Sewing, Places = random.Next(1, 9), PlaceText = "Kiến An", CommuneCode = World.KienAn, ProvinceCode = "31", ClosesOn = closes };
                var opening = Opening.Draft(employer, World.KienAn, content, At, Actor.Employer(Guid.CreateVersion7()));
                opening.Submit(Actor.Employer(Guid.CreateVersion7()), At);
                opening.PutLive(Actor.Officer(officer.Id), At);
                db.Openings.Add(opening);
                oracle.AddOpening(opening.Id, employer, content.Places, closes, At);
                openings.Add(opening.Id);
            }

            await db.SaveChangesAsync();
        });
    }

    /// <summary>What people do in an hour of a day.</summary>
    private async Task ActAsync(int hour)
    {
        const double slots = 6;
        if (hour is > 8 and < 18)
        {
            for (var n = Times(size.Referrals / (double)size.Days / 4); n > 0; n--)
                await ReferAsync();
            for (var n = Times(size.Openings / 60.0 / slots); n > 0; n--)
                await KeepOpeningAsync(openings[random.Next(openings.Count)]);
        }

        foreach (var r in oracle.Referrals.Values.Where(r => r.IsWithEmployer && random.NextDouble() < 0.22 / slots).ToList())
            await TouchAsync(r, hour);
        foreach (var r in oracle.Referrals.Values.Where(r => r is { State: "Prepared" } && random.NextDouble() < 0.3 / slots).ToList())
            await SendAsync(r);
        for (var n = Times(size.People / 400.0 / slots); n > 0; n--)
            await ChangeMindAsync(people[random.Next(people.Count)]);
        foreach (var person in oracle.Referrals.Values.Where(r => r.IsWithEmployer && random.NextDouble() < 0.04 / slots).Select(r => r.Person).ToList())
            await ChangeMindAsync(person);
    }

    private async Task SweepAsync(DateTime at, bool all)
    {
        await MoveToAsync(at);
        if (all || random.Next(2) == 0)
        {
            await Now.System<SweepReferrals>(u => u.RunAsync(default));
            oracle.SweptReferrals(At);
        }

        if (all || random.Next(2) == 0)
        {
            await Now.System<SweepOpenings>(u => u.RunAsync(default));
            oracle.SweptOpenings(At);
        }

        if (all || random.Next(2) == 0)
        {
            await Now.System<ExpireConsents>(u => u.RunAsync(default));
            oracle.SweptConsents(At);
        }
    }

    private async Task DeliverAsync(DateTime at)
    {
        await MoveToAsync(at);
        await Now.System<DeliverMail>(u => u.RunAsync(default));
        var left = Now.The<Letterbox>().Empty();
        var ids = left.ConvertAll(id => Guid.ParseExact(id.Split('@')[0], "N"));
        var mails = await world.Db(db => db.Outbox.AsNoTracking().Where(m => ids.Contains(m.Id)).ToListAsync());
        var actual = mails.ConvertAll(m => new Promise(m.Kind, m.SubjectId, m.Kind == MailKinds.ReferralReminder ? int.Parse(m.Key.Split(':')[^1], CultureInfo.InvariantCulture) : 0));
        var due = oracle.Delivered(At);
        foreach (var mail in actual)
            Tell(mail.About, $"mail {mail.Kind} {mail.Which}");
        Assert.True(left.Count == mails.Count, Where(Guid.Empty, $"{left.Count} mails left, of {mails.Count} rows"));
        var (missing, extra) = (Without(due, actual), Without(actual, due));
        Assert.True(missing.Count + extra.Count == 0, Where(missing.Concat(extra).FirstOrDefault().About, $"missing: {string.Join(", ", missing)}; extra: {string.Join(", ", extra)}"));
        Mails += actual.Count;
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

    private Task MoveToAsync(DateTime at)
    {
        if (at > At)
            world.Clock.Advance(at - At);
        return Task.CompletedTask;
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
            lines.Add($"person: programme to {p.ProgrammeEnds:yyyy-MM-dd}, left {p.Left:yyyy-MM-dd}, consents {string.Join(' ', p.Consents.Select(c => $"{(c.Key == r.Employer ? "this employer" : c.Key == Guid.Empty ? "matching" : "another")} to {c.Value:yyyy-MM-dd}"))}");
            lines.AddRange(told.GetValueOrDefault(r.Person, []).Select(l => "person: " + l));
            lines.Add($"oracle: {r.State}, answer by {r.AnswerBy:yyyy-MM-dd}");
        }

        return $"seed {seed}, {Clock.Local(At):yyyy-MM-dd HH:mm}, {about}: {what}\n{string.Join('\n', lines)}";
    }

    private static List<Promise> Without(IEnumerable<Promise> these, IEnumerable<Promise> those)
    {
        var rest = those.ToList();
        return [.. these.Where(p => !rest.Remove(p))];
    }
}
