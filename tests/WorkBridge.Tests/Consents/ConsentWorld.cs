using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using WorkBridge.Communes;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Employers;
using WorkBridge.Holidays;
using WorkBridge.Kiosks;
using WorkBridge.Matching;
using WorkBridge.Openings;
using WorkBridge.Referrals;
using WorkBridge.Requests;
using WorkBridge.Returnees;
using WorkBridge.Staff;

namespace WorkBridge.Tests.Consents;

/// <summary>A ward with an officer, people, an employer and screens, on a real SQLite file. Only the clock is ours.</summary>
public sealed class ConsentWorld : IAsyncLifetime
{
    public const string Ward = "11443";
    public const string OtherWard = "06526";
    private readonly string folder = Directory.CreateTempSubdirectory("wb-consent").FullName;
    private readonly ServiceProvider services;

    public ConsentWorld()
        : this(null)
    {
    }

    internal ConsentWorld(ConsentRules? rules)
    {
        var registered = new ServiceCollection();
        if (rules is not null)
            registered.AddSingleton(rules);
        registered.AddSingleton(KeyRing.Ephemeral());
        registered.AddSingleton<TimeProvider>(Clock);
        registered.AddScoped<CurrentUser>();
        var storage = new Storage(folder, null);
        registered.AddWorkBridgeData(storage);
        registered.AddHolidays(storage);
        registered.AddRequests(storage);
        registered.AddUseCases();
        services = registered.BuildServiceProvider();
    }

    /// <summary>Monday 23 November 2026, 9:00 in Vietnam.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 2, 0, 0, TimeSpan.Zero));

    public Account Officer { get; } = Account.ForOfficer("officer@example.vn", "Trần Thị Hoa", "Hội Phụ nữ phường", Ward);

    public DateTime Now => Clock.UtcNow();

    public DateOnly Today => Clock.Today();

    public async Task InitializeAsync() => await DoAsync(async db =>
    {
        await db.Database.EnsureCreatedAsync();
        db.Communes.Add(new Commune(Ward, "Phường Kiến An", CommuneKind.Ward, "31", "Thành phố Hải Phòng", new DateOnly(2025, 7, 1)));
        db.Communes.Add(new Commune(OtherWard, "Xã Na Dương", CommuneKind.Commune, "20", "Tỉnh Lạng Sơn", new DateOnly(2025, 7, 1)));
        db.Users.Add(Officer);
        await db.SaveChangesAsync();
    });

    public async Task DisposeAsync()
    {
        await services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>One request: a scope of its own with nobody signed in.</summary>
    public Task<T> AskAsync<TCase, T>(Func<TCase, Task<T>> act)
        where TCase : notnull => AskAsync<TCase, T>(asOfficer: false, act);

    public Task AskAsync<TCase>(Func<TCase, Task> act)
        where TCase : notnull => AskAsync<TCase, bool>(async use =>
    {
        await act(use);
        return true;
    });

    public Task<T> AsOfficerAsync<TCase, T>(Func<TCase, Task<T>> act)
        where TCase : notnull => AskAsync(asOfficer: true, act);

    public Task AsOfficerAsync<TCase>(Func<TCase, Task> act)
        where TCase : notnull => AsOfficerAsync<TCase, bool>(async use =>
    {
        await act(use);
        return true;
    });

    public Task<T> ReadAsync<T>(Func<WorkBridgeDb, Task<T>> read) => AskAsync(read);

    public Task DoAsync(Func<WorkBridgeDb, Task> act) => AskAsync(act);

    public Task<bool> StandsAsync(Guid returneeId) => ReadAsync(db => db.Returnees.MayBeMatched(db, Today).AnyAsync(r => r.Id == returneeId));

    public async Task<Guid> PersonAsync(DateOnly? plannedEnd = null, string commune = Ward)
    {
        var person = Returnee.Register(commune, new PersonalDetails { Name = "Lê Văn Thơm", Sex = Sex.Male }, Now);
        person.EnterProgramme(Today.AddDays(-30), plannedEnd);
        await DoAsync(async db =>
        {
            db.Returnees.Add(person);
            db.SkillProfiles.Add(new SkillProfile(person.Id, commune, new ProfileContent(), Now));
            await db.SaveChangesAsync();
        });
        return person.Id;
    }

    public async Task<Opening> LiveOpeningAsync(string email = "tuyen.dung@example.vn")
    {
        var by = Actor.Officer(Officer.Id);
        var employer = Employer.Register("HTX May Kiến Phúc", EmployerKind.HouseholdBusiness, "031192" + System.Security.Cryptography.RandomNumberGenerator.GetString("0123456789", 6), Ward, null, null, email, Now, by);
        employer.Approve(by, Now);
        var opening = Opening.Draft(employer.Id, Ward, new OpeningContent { Kind = OpeningKind.Job, Title = "Thợ may", Places = 3 }, Now, by);
        opening.Submit(by, Now);
        opening.PutLive(by, Now);
        await DoAsync(async db =>
        {
            db.Employers.Add(employer);
            db.Openings.Add(opening);
            await db.SaveChangesAsync();
        });
        return opening;
    }

    /// <summary>A referral in a state that the employer may have reached, with an open link where it was sent.</summary>
    public async Task<Referral> ReferralAsync(Guid returneeId, ReferralState state, Opening? opening = null)
    {
        opening ??= await LiveOpeningAsync();
        var by = Actor.Officer(Officer.Id);
        var referral = Referral.Prepare(opening, returneeId, Ward, by, Now, null);
        if (state != ReferralState.Prepared)
        {
            var agreed = Consent.Answer(returneeId, 1, Purpose.Employer, opening.EmployerId, true, new ConsentAct(Now, 1, ConsentWay.KioskCard, null, null, false, null), Today.AddDays(30));
            referral.Send(agreed, by, Now);
        }

        if (state == ReferralState.Trial)
            referral.StartTrial(Today.AddDays(1), by, Now);
        if (state == ReferralState.Accepted)
            referral.Accept(Today.AddDays(1), by, Now);
        await DoAsync(async db =>
        {
            db.Attach(opening);
            db.Referrals.Add(referral);
            if (state != ReferralState.Prepared)
            {
                var link = new OneTimeLink(referral.Id, Now, Now.AddDays(14));
                link.Keep(VisitKeys.Digest(link.Id.ToString()));
                db.OneTimeLinks.Add(link);
                db.Outbox.Add(new Email.OutboxMail($"referral-sent:{referral.Id}", Email.MailKinds.ReferralSent, referral.Id, "tuyen.dung@example.vn", Now));
            }

            await db.SaveChangesAsync();
        });
        return referral;
    }

    public async Task<Guid> DeviceAsync(string commune = Ward)
    {
        var device = new KioskDevice(commune, "Màn hình số 1", VisitKeys.Digest(Guid.NewGuid().ToString()), Officer.Id, Now);
        device.Enrol(VisitKeys.Digest(VisitKeys.New()), Now);
        await DoAsync(async db =>
        {
            db.KioskDevices.Add(device);
            await db.SaveChangesAsync();
        });
        return device.Id;
    }

    public Task AnswerAsync(Guid person, Purpose purpose, bool yes, Guid? employer = null) => AskAsync<AnswerConsent>(use =>
        use.RunAsync(new ConsentAnswer(person, purpose, employer, yes, new AnswerSetting(ConsentWay.KioskCard, null, null, false, null)), default));

    public Task WithdrawAsync(Guid person, Purpose purpose, Guid? employer = null) => AskAsync<WithdrawConsent>(use =>
        use.RunAsync(person, purpose, employer, new AnswerSetting(ConsentWay.KioskCard, null, null, false, null), default));

    public static async Task<Rule> RefusedAsync(Func<Task> act) => (await Assert.ThrowsAsync<RuleBroken>(act)).Rule;

    private async Task<T> AskAsync<TCase, T>(bool asOfficer, Func<TCase, Task<T>> act)
        where TCase : notnull
    {
        await using var scope = services.CreateAsyncScope();
        if (asOfficer)
            scope.ServiceProvider.GetRequiredService<CurrentUser>().Is(StaffRole.Officer, Officer.Id, Officer.DisplayName, Officer.Unit, [Ward], null, null);
        return await act(scope.ServiceProvider.GetRequiredService<TCase>());
    }
}
