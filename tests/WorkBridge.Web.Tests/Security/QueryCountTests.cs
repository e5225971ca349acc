using Microsoft.EntityFrameworkCore;
using WorkBridge.Audit;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Email;
using WorkBridge.Kiosks;
using WorkBridge.Mentors;
using WorkBridge.Openings;
using WorkBridge.Placements;
using WorkBridge.Referrals;
using WorkBridge.Returnees;
using WorkBridge.Staff;
using WorkBridge.Support;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Security;

/// <summary>What a page asks of the database does not grow with the number of rows. The pages come from the service's own table.</summary>
public sealed class QueryCountTests
{
    /// <summary>Commands a page may take, its session, its second step and what it writes down among them.</summary>
    private const int Most = 12;

    /// <summary>Pages that take more, and why.</summary>
    private static readonly Dictionary<string, int> More = new(StringComparer.Ordinal)
    {
        ["GET /Home"] = 29, // Nineteen kinds of work from as many tables, the figures of both cuts, and the link of the audit.
        ["GET /Returnees/{id:guid}"] = 16, // The whole file of a person, that it was read, whether mail comes back, and the mentor with the visits.
        ["GET /Placements/{id:guid}/Training"] = 14, // A placement with its follow-ups, the register, the assessment and the answer, and that it was read.
        ["GET /Placements/{id:guid}/Assessment"] = 15, // The same, for paper.
        ["GET /Returnees/{id:guid}/Readings"] = 14, // Who looked, and that this look is written down, with its link.
        ["GET /Returnees/{id:guid}/Copy"] = 34, // One for each table that holds something of a person.
    };

    [Fact]
    public async Task Every_page_asks_as_often_for_many_rows_as_for_few()
    {
        await using var street = await Street.BuildAsync(new Dictionary<string, string?>(StringComparer.Ordinal) { ["Logging:LogLevel:Microsoft.EntityFrameworkCore.Database.Command"] = "Information" });
        var pages = (await EndpointTable.OfAsync(street.Host)).Where(a => a is { Method: "GET", Handler: "" } && a.Route is not ("Kiosk" or "Kiosk/Index" or "Kiosk/Leave" or "Kiosk/Wiped" or "Kiosk/Fault")).ToList();
        string[] who = ["admin", "coordinator", "officer", "contact", "person", "mentor"];
        await street.BeginVisitAsync();
        foreach (var one in who)
            await CountAsync(street, one, pages); // What is read once and kept is read here.

        var few = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var one in who)
        {
            foreach (var (page, count) in await CountAsync(street, one, pages))
                few[$"{one} {page}"] = count;
        }

        await GrowAsync(street);
        var grown = new List<string>();
        var costly = new List<string>();
        foreach (var one in who)
        {
            foreach (var (page, count) in await CountAsync(street, one, pages))
            {
                if (count > few[$"{one} {page}"])
                    grown.Add($"{one} {page}: {few[$"{one} {page}"]} → {count}");
                if (count > More.GetValueOrDefault(page, Most))
                    costly.Add($"{one} {page}: {count}");
            }
        }

        Strict.None(grown);
        Strict.None(costly);
        Assert.True(few.Values.Count(count => count > 0) > 100);
    }

    private static async Task<List<(string Page, int Count)>> CountAsync(Street street, string who, IReadOnlyList<Asked> pages)
    {
        var counts = new List<(string, int)>();
        foreach (var page in pages)
        {
            lock (street.Host.Log)
                street.Host.Log.Clear();
            using var answer = await street.As(who).OnceAsync(new HttpRequestMessage(HttpMethod.Get, street.Address(page)));
            lock (street.Host.Log)
                counts.Add((page.Name, street.Host.Log.Count(line => IsQuery(line))));
        }

        return counts;
    }

    /// <summary>Who looked is written with a row for each person shown, in one transaction; SQLite's provider sends one command a row.</summary>
    private static bool IsQuery(string line) =>
        line.Contains("Executed DbCommand", StringComparison.Ordinal) && !line.Contains("INSERT INTO \"Read", StringComparison.Ordinal);

    /// <summary>Thirty more of everything, in the same commune and of the same employer.</summary>
    private static async Task GrowAsync(Street street)
    {
        var given = street.Host.Given;
        var officer = await given.Officer();
        var (employer, contact) = await given.Employer();
        var today = DateOnly.FromDateTime(given.Now);
        for (var i = 0; i < 30; i++)
        {
            var opening = await given.LiveOpening(street.Employer, $"Thợ may chuyền {i}");
            var other = await given.LiveOpening(employer, $"Thợ may xưởng {i}");
            await given.Employer(approved: i % 2 == 0);
            var person = await given.Person($"Vũ Thị Thơm {i}");
            await given.Consent(person, Purpose.Matching);
            await given.PreparedReferral(opening, person, officer, consent: i % 2 == 0);
            await given.PreparedReferral(other, street.Person, officer);
            var agreed = await given.PreparedReferral(other, person, officer, consent: true);
            await street.AsOfficerAsync<SendReferral>(officer, send => send.RunAsync(agreed.Id, default));
            var theirs = await given.LiveOpening(street.Employer, $"Thợ may ca {i}");
            var sent = await given.PreparedReferral(theirs, person, officer, consent: true);
            await street.AsOfficerAsync<SendReferral>(officer, send => send.RunAsync(sent.Id, default));
            var placement = Placement.FoundAlone(person.Id, person.CommuneCode, null, today.AddDays(-40 - i), Actor.Officer(officer.Id), given.Now);
            var submitted = Opening.Draft(street.Employer.Id, street.Employer.CommuneCode, opening.Content with { Title = $"Thợ may mũ {i}" }, given.Now, Actor.Employer(contact.Id));
            submitted.Submit(Actor.Employer(contact.Id), given.Now);
            await street.Host.Db(async db =>
            {
                var device = new KioskDevice(Given.KienAn, $"Màn hình {i}", [2, (byte)i], officer.Id, given.Now);
                var mail = new OutboxMail($"dead {i}", MailKinds.ReferralSent, Guid.CreateVersion7(), contact.Email!, given.Now);
                mail.Begin(given.Now);
                mail.Failed("550", permanent: true, given.Now);
                await GrowMentorAsync(db, street, person, officer, i);
                db.AddRange(placement, submitted, device, mail, SupportRequest.Ask(person.Id, person.CommuneCode, SupportKind.Loan, Actor.Person(person.Id), given.Now), ProfileChange.Propose(person.Id, person.CommuneCode, ProfileTopic.Other, new ProposedChange { Becomes = $"Điều {i}" }, Actor.Person(person.Id), given.Now), new HelpCall(device.Id, Given.KienAn, given.Now), new Interest(opening.Id, person.Id, Given.KienAn, given.Now), new Interest(opening.Id, null, Given.KienAn, given.Now));
                db.Users.Add(Account.ForContact($"colleague{i}@example.vn", "Trần Thị Đào", street.Employer.Id));
                db.Readings.Add(new Reading(given.Now, ReadingKind.Opened, Actor.Officer(officer.Id), "Hội Phụ nữ", "Returnees/Show", [street.Person.Id]));
                db.FollowUps.Add(new FollowUp(street.Placement, new FollowUpFacts { On = today, Working = Answer.Yes }, Actor.Officer(officer.Id), given.Now));
                db.EmploymentStates.Add(new EmploymentState(street.Person.Id, street.Person.CommuneCode, today.AddDays(-i), WorkState.Unstable, StateSource.Officer, null, given.Now));
                await db.SaveChangesAsync();
            });
        }
    }

    /// <summary>One more person and one more mentor, and one more visit of the person of the street.</summary>
    private static async Task GrowMentorAsync(WorkBridgeDb db, Street street, Returnee person, Account officer, int i)
    {
        var given = street.Host.Given;
        var day = DateOnly.FromDateTime(given.Now).AddDays(-40);
        var mentorship = Mentorship.Assign(person.Id, person.CommuneCode, street.Mentor.Id, day, null, Actor.Officer(officer.Id), given.Now.AddDays(-40));
        var before = await db.Mentorships.SingleAsync(m => m.ReturneeId == street.Person.Id && m.EndedAt == null);
        var visit = MentorVisit.Plan(before, day, Actor.Mentor(street.Mentor.Id), given.Now);
        visit.Done(day, Going.Well, null, Actor.Mentor(street.Mentor.Id), given.Now);
        db.AddRange(mentorship, visit, MentorVisit.Plan(mentorship, day.AddDays(50), Actor.Mentor(street.Mentor.Id), given.Now), Account.ForMentor($"mentor-more{i}@example.vn", "Đỗ Văn Bền", "Đoàn Thanh niên", null, Given.KienAn));
        await db.Consents.AddAsync(Consent.Answer(person.Id, 9, Purpose.Mentor, null, true, new ConsentAct(given.Now, WorkBridge.Consents.Notices.Latest, ConsentWay.KioskCard, null, null, false, null), day.AddMonths(12)));
    }
}
