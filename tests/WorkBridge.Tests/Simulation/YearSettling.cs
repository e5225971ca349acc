using Microsoft.EntityFrameworkCore;
using WorkBridge.Communes;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Digests;
using WorkBridge.Employers;
using WorkBridge.Openings;
using WorkBridge.Returnees;
using WorkBridge.Staff;
using WorkBridge.Tests.Support;

namespace WorkBridge.Tests.Simulation;

/// <summary>The province as it stands on the first day.</summary>
public sealed partial class Year
{
    private const int QuietPeople = 2;

    private async Task SettleAsync()
    {
        await world.Db(async db =>
        {
            AddStaff(db);
            AddEmployers(db);
            AddPeople(db);
            AddOpenings(db);
            await db.SaveChangesAsync();
        });
    }

    /// <summary>Communes of people, one of hardly anybody and one of nobody, each with an officer; and two coordinators.</summary>
    private void AddStaff(WorkBridgeDb db)
    {
        for (var i = 0; i < Math.Clamp(size.People / 200, 2, 100) + 2; i++)
        {
            var code = i == 0 ? World.KienAn : $"9{i:0000}";
            if (i > 0)
            {
                var commune = new Commune(code, $"Xã Mẫu {i}", CommuneKind.Commune, "31", "Hải Phòng", new DateOnly(2025, 7, 1));
                commune.Open("0225 000 0000");
                db.Communes.Add(commune);
            }

            communes.Add(code);
            var account = Account.ForOfficer($"canbo-{i}@example.vn", "Lê Thu Hạnh", "Uỷ ban nhân dân", code);
            // Of many officers most read what there is to do at the desk alone.
            var daily = size.People < 4000 || i % 5 == 0;
            account.Receive(daily ? DigestRhythm.Daily : DigestRhythm.Never, tellAtOnce: true);
            Add(account, new OOfficer { Address = account.Email!, Commune = code, Rhythm = daily ? "Daily" : "Never" });
            officers.Add(account);
        }

        foreach (var province in new[] { "31", "20" })
        {
            var account = Account.ForCoordinator($"dieuphoi-{province}@example.vn", "Trần Văn Hoà", "Sở Nội vụ", province);
            Add(account, new OOfficer { Address = account.Email! });
            coordinators.Add(account);
        }

        void Add(Account account, OOfficer known)
        {
            account.TakePassword("-");
            db.Users.Add(account);
            oracle.AddOfficer(account.Id, known);
        }
    }

    private void AddEmployers(WorkBridgeDb db)
    {
        for (var i = 0; i < Math.Max(3, size.Openings / 5); i++)
        {
            var employer = Employer.Register($"Cơ sở {i} (mẫu)", EmployerKind.HouseholdBusiness, $"031192{i:000000}", World.KienAn, null, "0225 000 0001", $"coso{i}@example.vn", At, Actor.System);
            employer.Approve(Actor.Officer(officers[0].Id), At);
            db.Employers.Add(employer);
            employers.Add(employer.Id);
            oracle.AddEmployer(employer.Id, employer.Email);
        }
    }

    private void AddPeople(WorkBridgeDb db)
    {
        for (var i = 0; i < size.People; i++)
        {
            var address = random.Next(5) > 0 ? $"nguoi{i}@example.vn" : null;
            var commune = communes[i < QuietPeople ? ^2 : random.Next(communes.Count - 2)];
            var person = Returnee.Register(commune, new PersonalDetails { Name = "Người mẫu", Email = address }, At);
            DateOnly? ends = random.Next(2) == 0 ? world.Today.AddDays(random.Next(10, size.Days + 40)) : random.Next(4) == 0 ? null : world.Today.AddYears(2);
            person.EnterProgramme(world.Today.AddMonths(-2), ends);
            db.Returnees.Add(person);
            people.Add(person.Id);
            oracle.AddPerson(person.Id, new OPerson { Commune = commune, Address = address, ProgrammeEnds = ends });
            var sequence = 1;
            foreach (var (purpose, id) in new[] { (Purpose.Matching, Oracle.Matching), (Purpose.Reminders, Oracle.Reminders) })
            {
                if (random.Next(10) >= 8)
                    continue;
                var at = At.AddDays(size.ConsentMonths < 12 ? -random.Next(50) : 0);
                oracle.Agreed(person.Id, id, at);
                var act = new ConsentAct(at, Notices.Latest, ConsentWay.KioskCard, null, null, false, null);
                db.Consents.Add(Consent.Answer(person.Id, sequence++, purpose, null, yes: true, act, oracle.People[person.Id].Consents[id]));
            }
        }
    }

    private void AddOpenings(WorkBridgeDb db)
    {
        for (var i = 0; i < size.Openings; i++)
        {
            var employer = employers[i % employers.Count];
            DateOnly? closes = random.Next(2) == 0 ? world.Today.AddDays(random.Next(20, size.Days + 60)) : null;
            var content = new OpeningContent { Title = "Thợ may công nghiệp", TradeCode = World.Sewing, Places = random.Next(1, 9), PlaceText = "Kiến An", CommuneCode = World.KienAn, ProvinceCode = "31", ClosesOn = closes };
            var opening = Opening.Draft(employer, World.KienAn, content, At, Actor.Employer(Guid.CreateVersion7()));
            opening.Submit(Actor.Employer(Guid.CreateVersion7()), At);
            opening.PutLive(Actor.Officer(officers[0].Id), At);
            db.Openings.Add(opening);
            oracle.AddOpening(opening.Id, employer, content.Places, closes, At);
            openings.Add(opening.Id);
        }
    }
}
