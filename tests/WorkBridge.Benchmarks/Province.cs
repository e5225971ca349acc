using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Communes;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Employers;
using WorkBridge.Matching;
using Evidence = WorkBridge.Matching.Evidence;
using WorkBridge.Openings;
using WorkBridge.Placements;
using WorkBridge.Referrals;
using WorkBridge.Returnees;
using WorkBridge.Staff;

namespace WorkBridge.Benchmarks;

/// <summary>A way in for one officer: what was seeded for the run, kept beside the data. A recovery code signs in once; the next run takes the next.</summary>
public sealed record Way(string Email, IReadOnlyList<string> Codes, string CommuneCode, IReadOnlyList<Guid> People, IReadOnlyList<Guid> Openings, IReadOnlyList<Pair> ToRefer);

/// <summary>A person who agreed to the employer of an opening: a referral that can be prepared and sent.</summary>
public sealed record Pair(Guid Person, Guid Opening);

/// <summary>
/// Fills a database with a province, through the product's own entities so that what is sealed is sealed. Everybody is invented;
/// the same seed gives the same province. Trades follow a Zipf law: a few are common.
/// </summary>
public sealed class Province(WorkBridgeDb db, Sizes sizes)
{
    public const string Password = "cầu ngói thanh toàn";
    private const int Batch = 500;
    private static readonly string[] Families = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Nông"];
    private static readonly string[] Middles = ["Văn", "Thị", "Đức", "Minh", "Thanh", "Hữu"];
    private static readonly string[] Given = ["An", "Bình", "Cường", "Dung", "Giang", "Hạnh", "Khánh", "Lan", "Mai", "Nam", "Oanh", "Phúc", "Quân", "Sơn", "Thơm", "Tuấn", "Vân", "Yến"];

    private readonly Random random = new(20261126);
    private readonly DateTime now = TimeProvider.System.GetUtcNow().UtcDateTime;
    private readonly Trade[] trades = [.. Vocabulary.Default.Trades.Where(t => t.ClosedBy is null).Take(80)];

    public async Task<IReadOnlyList<Way>> FillAsync()
    {
        var communes = await db.Communes.Where(c => c.ProvinceCode == "31").OrderBy(c => c.Code).Take(Sizes.Communes).ToListAsync();
        communes.ForEach(c => c.Open("0225 000 0000"));
        await db.SaveChangesAsync();
        var ways = new List<Way>();
        foreach (var (commune, at) in communes.Select((c, i) => (c, i)))
        {
            ways.AddRange(await FillAsync(commune, at, communes.Count));
            db.ChangeTracker.Clear();
        }

        return ways;
    }

    private async Task<IReadOnlyList<Way>> FillAsync(Commune commune, int at, int communes)
    {
        var officers = new[] { AddOfficer(commune, at, 0), AddOfficer(commune, at, 1) };
        var employers = Enumerable.Range(0, 10).Select(i => AddEmployer(commune, (at * 10) + i)).ToList();
        await db.SaveChangesAsync();
        var openings = Enumerable.Range(0, Share(sizes.Openings, at, communes)).Select(i => AddOpening(commune, employers[i % employers.Count])).ToList();
        await db.SaveChangesAsync();
        var people = new List<Returnee>();
        var agreed = new List<Pair>();
        for (var i = 0; i < Share(sizes.People, at, communes); i++)
        {
            var person = AddPerson(commune);
            people.Add(person);
            var sequence = 0;
            if (random.Next(10) < 7)
                Agree(person, ++sequence, Purpose.Matching, null);
            var opening = openings[random.Next(openings.Count)];
            switch (random.Next(10))
            {
                case < 2:
                    Agree(person, ++sequence, Purpose.Employer, opening.EmployerId);
                    Refer(person, opening, officers[0].Account, random.Next(6));
                    break;
                case < 4 when opening.IsLive:
                    Agree(person, ++sequence, Purpose.Employer, opening.EmployerId);
                    agreed.Add(new Pair(person.Id, opening.Id));
                    break;
                case < 6:
                    AddWork(person, officers[0].Account);
                    break;
            }

            if (i % Batch == Batch - 1)
                await db.SaveChangesAsync();
        }

        await db.SaveChangesAsync();
        var live = openings.Where(o => o.IsLive).Select(o => o.Id).Take(40).ToList();
        return [.. officers.Select((o, i) => new Way(o.Account.Email!, o.Codes, commune.Code, [.. people.Take(60).Select(p => p.Id)], live, [.. agreed.Where((_, n) => n % 2 == i)]))];
    }

    private static int Share(int all, int at, int communes) => (all / communes) + (at < all % communes ? 1 : 0);

    private (Account Account, IReadOnlyList<string> Codes) AddOfficer(Commune commune, int at, int which)
    {
        var account = Account.ForOfficer($"canbo{at}-{which}@example.vn", "Cán bộ (mẫu)", "Uỷ ban nhân dân", commune.Code);
        account.TakePassword(Hash.Value, provedAddress: true);
        var twoStep = new TwoStep(account.Id, now);
        var codes = twoStep.Confirm(now);
        account.TakeTwoStep(on: true);
        db.Users.Add(account);
        db.TwoSteps.Add(twoStep);
        return (account, codes);
    }

    private Employer AddEmployer(Commune commune, int number)
    {
        var employer = Employer.Register($"Cơ sở {number} (mẫu)", EmployerKind.HouseholdBusiness, $"031192{number:000000}", commune.Code, null, "0225 000 0001", $"coso{number}@example.vn", now.AddDays(-90), Actor.System);
        employer.Approve(Actor.Officer(Guid.CreateVersion7()), now.AddDays(-89));
        db.Employers.Add(employer);
        return employer;
    }

    private Opening AddOpening(Commune commune, Employer employer)
    {
        var trade = AnyTrade();
        var actor = Actor.Employer(Guid.CreateVersion7());
        var opening = Opening.Draft(employer.Id, commune.Code, new OpeningContent
        {
            Kind = random.Next(5) == 0 ? OpeningKind.Training : OpeningKind.Job,
            Title = trade.Vi,
            TradeCode = trade.Code,
            Teaches = [trade.Code],
            Description = $"Tuyển {trade.Vi.ToLowerInvariant()}, làm giờ hành chính, có xe đưa đón, nghỉ Chủ nhật, ăn trưa tại chỗ.",
            Requirements = "Chăm chỉ, có thể học việc tại chỗ, ưu tiên người ở gần.",
            Places = 50,
            PayMin = 6_000_000 + (random.Next(4) * 500_000),
            PayMax = 9_000_000,
            PlaceText = commune.Name,
            CommuneCode = commune.Code,
            ProvinceCode = commune.ProvinceCode,
            Shifts = Shifts.Day,
            ClosesOn = DateOnly.FromDateTime(now).AddDays(60),
        }, now.AddDays(-20), actor);
        opening.Submit(actor, now.AddDays(-20));
        if (random.Next(10) > 0)
            opening.PutLive(Actor.Officer(Guid.CreateVersion7()), now.AddDays(-19));
        db.Openings.Add(opening);
        return opening;
    }

    private Returnee AddPerson(Commune commune)
    {
        var today = DateOnly.FromDateTime(now);
        var person = Returnee.Register(commune.Code, new PersonalDetails
        {
            Name = $"{Families[random.Next(Families.Length)]} {Middles[random.Next(Middles.Length)]} {Given[random.Next(Given.Length)]}",
            BirthYear = 1965 + random.Next(40),
            Sex = random.Next(4) == 0 ? Sex.Female : Sex.Male,
            Village = $"Tổ dân phố {random.Next(20)}",
            Phone = $"+8490{random.Next(10_000_000):0000000}",
        }, now.AddDays(-100));
        person.EnterProgramme(today.AddMonths(-3), today.AddYears(2));
        db.Returnees.Add(person);
        for (var i = 0; i <= random.Next(3); i++)
            db.EmploymentStates.Add(new EmploymentState(person.Id, commune.Code, today.AddDays(-90 + (30 * i)), (WorkState)random.Next(4), StateSource.Officer, null, now.AddDays(-90 + (30 * i))));
        var trade = AnyTrade();
        db.SkillProfiles.Add(new SkillProfile(person.Id, commune.Code, new ProfileContent
        {
            Trades = [new HeldTrade(trade.Code, (Evidence)random.Next(3), random.Next(120)), new HeldTrade(AnyTrade().Code, Evidence.SelfTaught, null)],
            WantedTrades = [trade.Code, AnyTrade().Code],
            Shifts = Shifts.Day,
            Transport = Transport.Motorbike,
            PayFrom = 6_000_000,
            Papers = ["id"],
        }, now.AddDays(-90)));
        return person;
    }

    private void Agree(Returnee person, int sequence, Purpose purpose, Guid? employerId) =>
        db.Consents.Add(Consent.Answer(person.Id, sequence, purpose, employerId, yes: true, new ConsentAct(now.AddDays(-60), 1, ConsentWay.KioskCard, null, null, false, null), DateOnly.FromDateTime(now).AddMonths(10)));

    private void Refer(Returnee person, Opening opening, Account officer, int stage)
    {
        if (!opening.IsLive)
            return;
        var (by, employer) = (Actor.Officer(officer.Id), Actor.Employer(Guid.CreateVersion7()));
        var referral = Referral.Prepare(opening, person.Id, person.CommuneCode, by, now.AddDays(-12), null);
        db.Referrals.Add(referral);
        if (stage == 0)
            return;
        var consent = Consent.Answer(person.Id, 9, Purpose.Employer, opening.EmployerId, yes: true, new ConsentAct(now.AddDays(-60), 1, ConsentWay.KioskCard, null, null, false, null), DateOnly.FromDateTime(now).AddMonths(10));
        referral.Send(consent, by, now.AddDays(-10));
        person.Referred(now.AddDays(-10));
        if (stage == 2)
            referral.MarkSeen(employer, now.AddDays(-9));
        if (stage == 3)
            referral.SetInterview(now.AddDays(2), null, employer, now.AddDays(-8));
        if (stage == 4)
            referral.Decline(DeclineReason.TooFar, null, employer, now.AddDays(-8));
        if (stage == 5)
        {
            referral.Accept(DateOnly.FromDateTime(now).AddDays(-5), employer, now.AddDays(-8));
            opening.TakePlace(now.AddDays(-8));
            db.Placements.Add(Placement.Begin(referral, opening, employer, now.AddDays(-8)));
        }
    }

    private void AddWork(Returnee person, Account officer)
    {
        var by = Actor.Officer(officer.Id);
        var start = DateOnly.FromDateTime(now).AddDays(-random.Next(10, 300));
        var placement = Placement.FoundAlone(person.Id, person.CommuneCode, AnyTrade().Code, start, by, now.AddDays(-5));
        db.Placements.Add(placement);
        foreach (var step in FollowUp.Ladder.Where(step => start.AddDays(step) < DateOnly.FromDateTime(now) && random.Next(10) < 9))
            db.FollowUps.Add(new FollowUp(placement.Id, new FollowUpFacts { Step = step, On = start.AddDays(step), Working = Answer.Yes, SameEmployer = Answer.Yes, DaysPerMonth = 22, PayPerMonth = 7_000_000, Note = "Làm đều, đi làm bằng xe máy." }, by, now.AddDays(-4)));
    }

    private Trade AnyTrade()
    {
        // Zipf with exponent 1 over the list: rank r is drawn as often as 1/r.
        var rank = (int)Math.Exp(random.NextDouble() * Math.Log(trades.Length));
        return trades[Math.Min(rank, trades.Length) - 1];
    }

    private static readonly Lazy<string> Hash = new(() =>
        new PasswordHasher<Account>(Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = Passwords.Rounds }))
            .HashPassword(new Account(), PasswordRules.Composed(Password)));

    public static Task WriteAsync(string folder, IReadOnlyList<Way> ways) => File.WriteAllTextAsync(Path.Combine(folder, "ways.json"), JsonSerializer.Serialize(ways));

    public static async Task<IReadOnlyList<Way>> ReadAsync(string folder) => JsonSerializer.Deserialize<List<Way>>(await File.ReadAllTextAsync(Path.Combine(folder, "ways.json")))!;
}
