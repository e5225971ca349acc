using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using WorkBridge.Communes;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Email;
using WorkBridge.Employers;
using WorkBridge.Holidays;
using WorkBridge.Matching;
using WorkBridge.Openings;
using WorkBridge.Referrals;
using WorkBridge.Requests;
using WorkBridge.Returnees;
using WorkBridge.Search;
using WorkBridge.Staff;

namespace WorkBridge.Tests.Support;

/// <summary>The library over a real SQLite file in a folder of its own, without the web. Only the clock is ours: Monday 2026-11-23, 9:00 in Hanoi.</summary>
public sealed class World : IAsyncDisposable
{
    public const string KienAn = "11443";
    public const string NaDuong = "06526";
    private readonly ServiceProvider services;
    private readonly KeyRing keys;
    private readonly IReadOnlyDictionary<string, string?> settings;
    private readonly Action<IServiceCollection>? change;
    private readonly bool guest;
    private int made;

    private World(string folder, IReadOnlyDictionary<string, string?> settings, Action<IServiceCollection>? change, World? host = null)
    {
        Folder = folder;
        Clock = host?.Clock ?? new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 2, 0, 0, TimeSpan.Zero));
        keys = host?.keys ?? KeyRing.Ephemeral();
        this.settings = settings;
        this.change = change;
        guest = host is not null;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var storage = new Storage(folder, null);
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton<IConfiguration>(configuration);
        collection.AddSingleton<TimeProvider>(Clock);
        collection.AddSingleton(keys);
        collection.AddSingleton(new Site { BaseUrl = "https://vieclam.example.vn", Name = "WorkBridge", MailFrom = "trungtam@example.vn" });
        collection.AddSingleton(new ConsentRules());
        collection.AddSingleton(Vocabulary.Default);
        collection.AddSingleton(new MatchSettings());
        collection.AddSingleton<IndexKeeper>();
        collection.AddSingleton<LastingKnown>();
        collection.AddScoped<IndexSource>();
        collection.AddScoped<CurrentUser>();
        collection.AddWorkBridgeData(storage);
        collection.AddAccounts();
        collection.AddUseCases();
        collection.AddHolidays(storage);
        collection.AddRequests(storage);
        collection.AddReferrals(storage);
        collection.AddMail(configuration);
        change?.Invoke(collection);
        services = collection.BuildServiceProvider();
    }

    public string Folder { get; }

    public FakeTimeProvider Clock { get; }

    public DateTime Now => Clock.UtcNow();

    public DateOnly Today => Clock.Today();

    public static async Task<World> BeginAsync(IReadOnlyDictionary<string, string?>? settings = null, Action<IServiceCollection>? change = null)
    {
        var world = new World(Directory.CreateTempSubdirectory("workbridge-lib-").FullName, settings ?? new Dictionary<string, string?>(), change);
        await world.Db(async db =>
        {
            await db.Database.EnsureCreatedAsync();
            foreach (var (code, name, kind) in new[] { (KienAn, "Phường Kiến An", CommuneKind.Ward), (NaDuong, "Xã Na Dương", CommuneKind.Commune) })
            {
                var commune = new Commune(code, name, kind, code == KienAn ? "31" : "20", code == KienAn ? "Hải Phòng" : "Lạng Sơn", new DateOnly(2025, 7, 1));
                commune.Open("0225 000 0000");
                db.Communes.Add(commune);
            }

            await db.SaveChangesAsync();
        });
        return world;
    }

    /// <summary>The library once more over the same folder, as a second process would be; it goes before the first.</summary>
    public World Beside(IReadOnlyDictionary<string, string?>? other = null) => new(Folder, other ?? settings, change, this);

    public async Task<T> Db<T>(Func<WorkBridgeDb, Task<T>> look)
    {
        await using var scope = services.CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<WorkBridgeDb>());
    }

    public Task Db(Func<WorkBridgeDb, Task> change) => Db(async db =>
    {
        await change(db);
        return 0;
    });

    /// <summary>Runs a use case as somebody, in a scope of its own.</summary>
    public async Task<TResult> As<TUseCase, TResult>(Action<CurrentUser> who, Func<TUseCase, Task<TResult>> act)
        where TUseCase : notnull
    {
        await using var scope = services.CreateAsyncScope();
        who(scope.ServiceProvider.GetRequiredService<CurrentUser>());
        return await act(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    public Task As<TUseCase>(Action<CurrentUser> who, Func<TUseCase, Task> act)
        where TUseCase : notnull => As<TUseCase, int>(who, async useCase =>
    {
        await act(useCase);
        return 0;
    });

    public Task System<TUseCase>(Func<TUseCase, Task> act)
        where TUseCase : notnull => As(_ => { }, act);

    public T The<T>()
        where T : notnull => services.GetRequiredService<T>();

    public static Action<CurrentUser> Officer(Account account) =>
        user => user.Is(StaffRole.Officer, account.Id, account.DisplayName, account.Unit, [.. account.Communes.Select(c => c.CommuneCode)], null, null);

    public static Action<CurrentUser> Contact(Employer employer) =>
        user => user.Is(StaffRole.EmployerContact, Guid.CreateVersion7(), "Trần Thị Mai", null, [], null, employer.Id);

    public async Task<Account> GivenOfficer(string commune = KienAn)
    {
        var account = Account.ForOfficer($"canbo{++made}@example.vn", "Lê Thu Hạnh", "Uỷ ban nhân dân", commune);
        await Add(account);
        return account;
    }

    public async Task<Employer> GivenEmployer(string language = "vi")
    {
        var employer = Employer.Register($"HTX May Kiến Phúc {++made} (mẫu)", EmployerKind.HouseholdBusiness, $"031192{made:000000}", KienAn, null, "0225 000 0001", $"htx{made}@example.vn", Now, Actor.System);
        employer.Approve(Actor.Officer(Guid.CreateVersion7()), Now);
        employer.Speak(language);
        await Add(employer);
        return employer;
    }

    public async Task<Opening> GivenOpening(Employer employer, int places = 3)
    {
        var content = new OpeningContent
        {
            Title = "Thợ may công nghiệp",
            TradeCode = Sewing,
            Places = places,
            PlaceText = "Phường Kiến An, Hải Phòng",
            CommuneCode = KienAn,
            ProvinceCode = "31",
        };
        var opening = Opening.Draft(employer.Id, KienAn, content, Now, Actor.Employer(Guid.CreateVersion7()));
        opening.Submit(Actor.Employer(Guid.CreateVersion7()), Now);
        opening.PutLive(Actor.Officer(Guid.CreateVersion7()), Now);
        await Add(opening);
        return opening;
    }

    public static string Sewing { get; } = Vocabulary.Default.FindIn("may công nghiệp").First(m => m.IsTrade).Code;

    public async Task<Returnee> GivenPerson(string name = "Vũ Thị Thơm", string commune = KienAn)
    {
        var person = Returnee.Register(commune, new PersonalDetails { Name = name, BirthYear = 1992, Sex = Sex.Female, Village = "Tổ dân phố Quỳnh Giao", Phone = "+84987654321" }, Now);
        person.EnterProgramme(Today.AddMonths(-3), Today.AddYears(3));
        await Db(async db =>
        {
            db.Returnees.Add(person);
            db.SkillProfiles.Add(new SkillProfile(person.Id, commune, new ProfileContent
            {
                Trades = [new HeldTrade(Sewing, Evidence.Certificate, 14)],
                WantedKinds = [OpeningKind.Job, OpeningKind.Training],
                Shifts = Shifts.Day,
                Transport = Transport.Motorbike,
                Wish = "Muốn làm gần nhà ở Quỳnh Giao",
            }, Now));
            await db.SaveChangesAsync();
        });
        return person;
    }

    public async Task GivenConsent(Returnee person, Guid employerId, bool yes = true) => await Db(async db =>
    {
        var act = new ConsentAct(Now, 1, ConsentWay.KioskCard, null, null, false, null);
        db.Consents.Add(Consent.Answer(person.Id, await db.NextSequenceAsync(person.Id, default), Purpose.Employer, employerId, yes, act, Today.AddMonths(12)));
        await db.SaveChangesAsync();
    });

    /// <summary>A referral that was prepared, agreed to and sent through the use cases.</summary>
    public async Task<Guid> GivenSentReferral(Opening opening, Returnee person, Account officer)
    {
        await GivenConsent(person, opening.EmployerId);
        var id = await As<PrepareReferral, Guid>(Officer(officer), u => u.RunAsync(opening.Id, person.Id, null, default));
        await As<SendReferral>(Officer(officer), u => u.RunAsync(id, default));
        return id;
    }

    public Task<Referral> Referral(Guid id) => Db(db => db.Referrals.Include(r => r.Opening).SingleAsync(r => r.Id == id));

    /// <summary>As whoever holds the link of this referral.</summary>
    public async Task<Action<CurrentUser>> LinkOf(Guid referralId)
    {
        var link = await Db(db => db.OneTimeLinks.SingleAsync(l => l.ReferralId == referralId));
        return user => user.IsLink(link.Id);
    }

    private Task Add(object entity) => Db(async db =>
    {
        db.Add(entity);
        await db.SaveChangesAsync();
    });

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        if (guest)
            return;
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        try
        {
            Directory.Delete(Folder, recursive: true);
        }
        catch (IOException)
        {
            // Still open elsewhere: the system cleans its temporary folder.
        }
    }
}
