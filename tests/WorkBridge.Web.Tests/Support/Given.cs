using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkBridge.Communes;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Employers;
using WorkBridge.Matching;
using WorkBridge.Openings;
using WorkBridge.Referrals;
using WorkBridge.Returnees;
using WorkBridge.Staff;

namespace WorkBridge.Web.Tests.Support;

/// <summary>The world before a test begins. Its people and employers are invented; its places are real.</summary>
public sealed class Given(TestHost host)
{
    public const string KienAn = "11443";
    public const string NaDuong = "06526";
    public const string Password = "cầu ngói thanh toàn";

    private int made;

    /// <summary>A commune in use; made once.</summary>
    public async Task<Commune> Commune(string code = KienAn) => await host.Db(async db =>
    {
        var commune = await db.Communes.SingleOrDefaultAsync(c => c.Code == code);
        if (commune is null)
        {
            commune = code == NaDuong
                ? new Commune(NaDuong, "Xã Na Dương", CommuneKind.Commune, "20", "Lạng Sơn", new DateOnly(2025, 7, 1))
                : new Commune(code, "Phường Kiến An", CommuneKind.Ward, "31", "Hải Phòng", new DateOnly(2025, 7, 1));
            db.Communes.Add(commune);
        }

        commune.Open("0225 000 0000");
        await db.SaveChangesAsync();
        return commune;
    });

    public async Task<Account> Officer(string communeCode = KienAn)
    {
        await Commune(communeCode);
        return await Add(Account.ForOfficer($"officer{++made}@example.vn", "Lê Thu Hạnh", "Uỷ ban nhân dân", communeCode));
    }

    public async Task<Account> Mentor(string communeCode = KienAn, string name = "Đỗ Văn Bền")
    {
        await Commune(communeCode);
        return await Add(Account.ForMentor($"mentor{++made}@example.vn", name, "Hội Cựu chiến binh", "+84900001234", communeCode));
    }

    public async Task<Account> Coordinator(string provinceCode = "31") =>
        await Add(Account.ForCoordinator($"coordinator{++made}@example.vn", "Phạm Văn Điều", "Sở Nội vụ", provinceCode));

    public async Task<Account> Administrator() =>
        await Add(new Account(StaffRole.Administrator, $"admin{++made}@example.vn", "Quản Trị"));

    public async Task<(Employer Employer, Account Contact)> Employer(string communeCode = KienAn, bool approved = true, EmployerKind kind = EmployerKind.Cooperative, string? name = null)
    {
        await Commune(communeCode);
        var number = ++made;
        var employer = WorkBridge.Employers.Employer.Register(name ?? $"HTX May Kiến Phúc {number} (mẫu)", kind, kind == EmployerKind.HouseholdBusiness ? HouseholdCode(number) : CompanyCode(number), communeCode, "Số 1 đường Trần Nhân Tông", "0225 000 0001", $"employer{number}@example.vn", Now, Actor.System);
        if (approved)
            employer.Approve(Actor.Officer(Guid.CreateVersion7()), Now);
        await host.Db(async db =>
        {
            db.Employers.Add(employer);
            await db.SaveChangesAsync();
        });
        return (employer, await Add(Account.ForContact($"contact{number}@example.vn", "Trần Thị Mai", employer.Id)));
    }

    public async Task<Opening> LiveOpening(Employer employer, string title = "Thợ may công nghiệp", string? tradeCode = null, OpeningKind kind = OpeningKind.Job, int places = 3, IReadOnlyList<string>? teaches = null)
    {
        var content = new OpeningContent
        {
            Kind = kind,
            Title = title,
            TradeCode = tradeCode ?? Vocabulary.Default.Classify(title, null, 1).FirstOrDefault()?.Code,
            Description = "May quần áo bảo hộ theo chuyền.",
            Requirements = "Biết may máy một kim, làm được ca ngày.",
            Places = places,
            PayMin = 7_000_000,
            PayMax = 9_000_000,
            PlaceText = "Phường Kiến An, Hải Phòng",
            CommuneCode = employer.CommuneCode,
            ProvinceCode = "31",
            Shifts = Shifts.Day,
            ClosesOn = DateOnly.FromDateTime(Now).AddDays(60),
            Teaches = teaches ?? [],
        };
        var opening = Opening.Draft(employer.Id, employer.CommuneCode, content, Now, Actor.Employer(Guid.CreateVersion7()));
        opening.Submit(Actor.Employer(Guid.CreateVersion7()), Now);
        opening.PutLive(Actor.Officer(Guid.CreateVersion7()), Now);
        await host.Db(async db =>
        {
            db.Openings.Add(opening);
            await db.SaveChangesAsync();
        });
        return opening;
    }

    /// <summary>A person in the programme with a sewing profile, who has answered nothing yet.</summary>
    public async Task<Returnee> Person(string name = "Vũ Thị Thơm", string communeCode = KienAn, bool inProgramme = true, string trade = "may công nghiệp", WorkState state = WorkState.None)
    {
        await Commune(communeCode);
        var today = DateOnly.FromDateTime(Now);
        var person = Returnee.Register(communeCode, new PersonalDetails { Name = name, BirthYear = 1992, Sex = Sex.Female, Village = "Tổ dân phố 5", Phone = $"+8490000{++made:0000}" }, Now);
        if (inProgramme)
            person.EnterProgramme(today.AddMonths(-3), today.AddYears(2));
        var code = Vocabulary.Default.FindIn(trade).Where(m => m.IsTrade).Select(m => m.Code).FirstOrDefault();
        await host.Db(async db =>
        {
            db.Returnees.Add(person);
            db.EmploymentStates.Add(new EmploymentState(person.Id, communeCode, today, state, StateSource.Officer, null, Now));
            if (inProgramme)
            {
                db.SkillProfiles.Add(new SkillProfile(person.Id, communeCode, new ProfileContent
                {
                    Trades = code is null ? [] : [new HeldTrade(code, Evidence.Certificate, 14)],
                    WantedTrades = code is null ? [] : [code],
                    Shifts = Shifts.Day,
                    Transport = Transport.Motorbike,
                    PayFrom = 7_000_000,
                }, Now));
            }

            await db.SaveChangesAsync();
        });
        return person;
    }

    /// <summary>An answer to one purpose, as if given at a kiosk.</summary>
    public async Task<Consent> Consent(Returnee person, Purpose purpose, Guid? employerId = null, bool yes = true) => await host.Db(async db =>
    {
        var act = new ConsentAct(Now, WorkBridge.Consents.Notices.Latest, ConsentWay.KioskCard, null, null, false, null);
        var consent = WorkBridge.Consents.Consent.Answer(person.Id, await db.NextSequenceAsync(person.Id, default), purpose, employerId, yes, act, DateOnly.FromDateTime(Now).AddMonths(12));
        db.Consents.Add(consent);
        await db.SaveChangesAsync();
        return consent;
    });

    /// <summary>A referral waiting to be sent; consent for the employer only where asked for.</summary>
    public async Task<Referral> PreparedReferral(Opening opening, Returnee person, Account officer, bool consent = false)
    {
        if (consent)
            await Consent(person, Purpose.Employer, opening.EmployerId);
        var referral = Referral.Prepare(opening, person.Id, person.CommuneCode, Actor.Officer(officer.Id), Now, null);
        await host.Db(async db =>
        {
            db.Attach(opening);
            db.Referrals.Add(referral);
            await db.SaveChangesAsync();
        });
        return referral;
    }

    /// <summary>Sends a prepared referral as its officer does, from the desk.</summary>
    public async Task SendAsync(Account officer, Referral referral)
    {
        using var desk = await SignedIn(officer);
        await desk.GoAsync($"/Referrals/{referral.Id}");
        await desk.SubmitAsync("form[action$='handler=Send']");
    }

    /// <summary>Work that began by a referral that the employer accepted; the person's consent to the employer stands.</summary>
    public async Task<WorkBridge.Placements.Placement> Placement(Employer employer, Returnee person, Account officer, DateOnly startsOn, Opening? opening = null)
    {
        opening ??= await LiveOpening(employer);
        var referral = await PreparedReferral(opening, person, officer, consent: true);
        var placement = await host.Db(async db =>
        {
            var sent = await db.Referrals.SingleAsync(r => r.Id == referral.Id);
            sent.Send(await db.Consents.CurrentAsync(person.Id, Purpose.Employer, employer.Id, default), Actor.Officer(officer.Id), Now);
            sent.Accept(startsOn, Actor.Employer(Guid.CreateVersion7()), Now);
            var begun = WorkBridge.Placements.Placement.Begin(sent, opening, Actor.Officer(officer.Id), Now);
            db.Placements.Add(begun);
            await db.SaveChangesAsync();
            return begun;
        });
        return placement;
    }

    /// <summary>A browser in which this account has signed in through the sign-in page.</summary>
    public async Task<Browser> SignedIn(Account account)
    {
        var browser = host.Browser();
        await SignInAsync(browser, account);
        return browser;
    }

    public async Task SignInAsync(Browser browser, Account account)
    {
        await browser.GoAsync("/SignIn");
        await browser.SubmitAsync("main form", [("Input.Email", account.Email), ("Input.Password", Password)]);
        if (account.IsStaff)
            await browser.SubmitAsync("main form", [("Input.Code", RecoveryCode(account))]);
    }

    public DateTime Now => host.Clock.GetUtcNow().UtcDateTime;

    /// <summary>A company tax code that is valid by its check digit.</summary>
    public static string CompanyCode(int number)
    {
        for (var nine = 100_000_000 + number * 37; ; nine++)
        {
            for (var digit = 0; digit <= 9; digit++)
            {
                var code = $"{nine:000000000}{digit}";
                if (TaxCode.HasCheckDigit(code))
                    return code;
            }
        }
    }

    public static string HouseholdCode(int number) => $"031192{number:000000}";

    /// <summary>A recovery code of a staff account that is still unused; each signs in once, without moving the clock.</summary>
    public string RecoveryCode(Account account) => recoveryCodes[account.Id].Dequeue();

    private static readonly Lazy<string> PasswordHash = new(() =>
        new PasswordHasher<Account>(Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = Passwords.Rounds }))
            .HashPassword(new Account(), PasswordRules.Composed(Password)));

    private readonly Dictionary<Guid, Queue<string>> recoveryCodes = [];

    /// <summary>Staff get their second step, as they would have to at the first sign-in.</summary>
    private async Task<Account> Add(Account account) => await host.Db(async db =>
    {
        account.TakePassword(PasswordHash.Value, provedAddress: true);
        db.Users.Add(account);
        if (account.IsStaff)
        {
            var twoStep = new TwoStep(account.Id, Now);
            recoveryCodes[account.Id] = new Queue<string>(twoStep.Confirm(Now));
            account.TakeTwoStep(on: true);
            db.TwoSteps.Add(twoStep);
        }

        await db.SaveChangesAsync();
        return account;
    });
}
