using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Employers;
using WorkBridge.Matching;
using WorkBridge.Openings;
using WorkBridge.Referrals;
using WorkBridge.Returnees;
using WorkBridge.Staff;

namespace WorkBridge.Benchmarks;

/// <summary>Referrals that were sent, with all that their mails are written from: a person who agreed, an employer, an opening, a link.</summary>
internal static class SentReferrals
{
    private const int Batch = 1000;
    private const int OfOneEmployer = 25;

    /// <summary>Fills the database; each referral was sent as many days ago as <paramref name="daysAgo"/> says, with the mails that <paramref name="mails"/> adds.</summary>
    public static async Task FillAsync(IServiceProvider services, int count, Func<int, int> daysAgo, Action<WorkBridgeDb, Referral, Opening, Employer, DateTime> mails)
    {
        var now = services.GetRequiredService<TimeProvider>().UtcNow();
        var trades = Vocabulary.Default.Trades.Where(t => t.ClosedBy is null).Take(80).ToList();
        var tokens = services.GetRequiredService<LinkTokens>();
        for (var from = 0; from < count; from += Batch)
        {
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<WorkBridgeDb>();
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            var commune = (await db.Communes.OrderBy(c => c.Code).Skip(from / Batch).FirstAsync()).Code;
            var officer = Account.ForOfficer($"canbo{from}@example.vn", "Cán bộ (mẫu)", "Uỷ ban nhân dân", commune);
            db.Users.Add(officer);
            for (var n = from; n < Math.Min(count, from + Batch); n += OfOneEmployer)
            {
                var employer = Employer.Register($"Cơ sở {n} (mẫu)", EmployerKind.HouseholdBusiness, $"031192{n:000000}", commune, null, "0225 000 0001", $"coso{n}@example.vn", now.AddDays(-90), Actor.System);
                employer.Approve(Actor.Officer(officer.Id), now.AddDays(-89));
                db.Employers.Add(employer);
                var opening = Open(employer, commune, trades[n % trades.Count], officer, now);
                db.Openings.Add(opening);
                for (var i = n; i < Math.Min(count, n + OfOneEmployer); i++)
                    Refer(db, tokens, opening, employer, officer, now.AddDays(-daysAgo(i)), mails);
            }

            await db.SaveChangesAsync();
        }

        await using var last = services.CreateAsyncScope();
        await last.ServiceProvider.GetRequiredService<WorkBridgeDb>().Database.ExecuteSqlRawAsync("ANALYZE");
    }

    private static Opening Open(Employer employer, string commune, Trade trade, Account officer, DateTime now)
    {
        var actor = Actor.Employer(Guid.CreateVersion7());
        var opening = Opening.Draft(employer.Id, commune, new OpeningContent { Title = trade.Vi, TradeCode = trade.Code, Places = OfOneEmployer, PlaceText = "Gần chợ", CommuneCode = commune, ProvinceCode = "31" }, now.AddDays(-40), actor);
        opening.Submit(actor, now.AddDays(-40));
        opening.PutLive(Actor.Officer(officer.Id), now.AddDays(-39));
        return opening;
    }

    private static void Refer(WorkBridgeDb db, LinkTokens tokens, Opening opening, Employer employer, Account officer, DateTime at, Action<WorkBridgeDb, Referral, Opening, Employer, DateTime> mails)
    {
        var today = Clock.DayOf(at);
        var person = Returnee.Register(opening.OwnerCommuneCode, new PersonalDetails { Name = "Người mẫu" }, at.AddDays(-30));
        person.EnterProgramme(today.AddMonths(-3), today.AddYears(2));
        db.Returnees.Add(person);
        var consent = Consent.Answer(person.Id, 1, Purpose.Employer, employer.Id, yes: true, new ConsentAct(at.AddDays(-1), 1, ConsentWay.KioskCard, null, null, false, null), today.AddMonths(10));
        db.Consents.Add(consent);
        var referral = Referral.Prepare(opening, person.Id, person.CommuneCode, Actor.Officer(officer.Id), at, null);
        referral.Send(consent, Actor.Officer(officer.Id), at);
        db.Referrals.Add(referral);
        db.OneTimeLinks.Add(tokens.Make(referral.Id, referral.AnswerBy!.Value, at));
        mails(db, referral, opening, employer, at);
    }
}
