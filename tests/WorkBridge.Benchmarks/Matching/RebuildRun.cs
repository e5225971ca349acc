using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkBridge.Communes;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Matching;
using WorkBridge.Returnees;
using WorkBridge.Search;
using WorkBridge.Tests.Data;
using WorkBridge.Web.Start;

namespace WorkBridge.Benchmarks.Matching;

/// <summary>
/// How long the index takes to be built from the database of the product: profiles that are sealed, consents that stand.
/// Filled through the product's own entities with an invented population.
/// </summary>
public sealed class RebuildRun(int people, bool postgres)
{
    private const int Batch = 2000;
    private const string Secret = "secret of an invented population";

    public async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("workbridge-rebuild-").FullName;
        using var server = postgres ? new PostgresServer() : null;
        string[] settings = ["--Jobs:Enabled=false", "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Warning", .. server is null ? [] : new[] { $"--ConnectionStrings:Postgres={server.NewDatabase().Replace("Pooling=false", "Command Timeout=600", StringComparison.Ordinal)}" }];
        await using (var app = Service.Build(new StartOptions(false, Path.Combine(folder, "data"), Path.Combine(folder, "keys"), Secret, settings), _ => { }))
        {
            await Service.PrepareAsync(app);
            app.Services.GetRequiredService<AfterCommit>().FollowIndex = null;
            var watch = Stopwatch.StartNew();
            await FillAsync(app.Services);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(postgres ? "PostgreSQL" : "SQLite")} filled with {people} people in {watch.Elapsed.TotalSeconds:0} s"));
            var keeper = app.Services.GetRequiredService<IndexKeeper>();
            for (var time = 0; time < 3; time++)
            {
                watch.Restart();
                await keeper.RebuildAsync();
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"index of {keeper.Index.Count()} built in {watch.Elapsed.TotalSeconds:0.0} s"));
            }
            using var self = Process.GetCurrentProcess();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"memory: {self.PeakWorkingSet64 / 1e6:0} MB at most"));
        }
        Directory.Delete(folder, recursive: true);
    }

    private async Task FillAsync(IServiceProvider services)
    {
        var population = new Population(people);
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var today = DateOnly.FromDateTime(now);
        foreach (var batch in population.All().Chunk(Batch))
        {
            for (var left = 3; !await WriteAsync(services, batch, now, today, left); left--)
            {
                // Two of a million drew the same file number: the batch is drawn again.
            }
        }
        await using var last = services.CreateAsyncScope();
        await last.ServiceProvider.GetRequiredService<WorkBridgeDb>().Database.ExecuteSqlRawAsync("ANALYZE");
    }

    private static async Task<bool> WriteAsync(IServiceProvider services, IReadOnlyList<ProfileFacts> batch, DateTime now, DateOnly today, int left)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkBridgeDb>();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        foreach (var facts in batch)
        {
            var person = Returnee.Register(facts.CommuneCode, new PersonalDetails { Name = "Người mẫu" }, now.AddDays(-100));
            person.EnterProgramme(today.AddMonths(-3), today.AddYears(2));
            db.Returnees.Add(person);
            db.SkillProfiles.Add(new SkillProfile(person.Id, facts.CommuneCode, Content(facts), now.AddDays(-90)));
            db.Consents.Add(Consent.Answer(person.Id, 1, Purpose.Matching, null, yes: true, new ConsentAct(now.AddDays(-60), 1, ConsentWay.KioskCard, null, null, false, null), today.AddMonths(10)));
        }
        try
        {
            await db.SaveChangesAsync();
            return true;
        }
        catch (DbUpdateException) when (left > 0)
        {
            return false;
        }
    }

    private static ProfileContent Content(ProfileFacts facts) => new()
    {
        Trades = facts.Trades,
        Skills = facts.Skills,
        WantedTrades = facts.WantedTrades,
        WantedKinds = facts.WantedKinds,
        WantsAway = facts.WantsAway,
        Limits = facts.Limits,
        PayFrom = facts.PayFrom,
        Shifts = facts.Shifts,
        AvailableFrom = facts.AvailableFrom,
        Licences = facts.Licences,
        Transport = facts.Transport,
        MaxKilometres = facts.MaxKilometres,
        NeedsLodging = facts.NeedsLodging,
        Papers = facts.Papers,
    };
}
