using WorkBridge.Audit;
using WorkBridge.Consents;
using WorkBridge.Returnees;

namespace WorkBridge.Web.Demo;

/// <summary>The people of both communes, their employment over time, their profiles and what they answered when they were first asked.</summary>
internal static class DemoPeople
{
    public static void Add(DemoWorld world)
    {
        foreach (var (communeCode, invented) in DemoData.People())
        {
            var states = StatesOf(invented);
            var person = Register(world.Time, communeCode, invented, states[0].DaysAgo);
            world.People.Add(invented.Key, person);
            world.Db.Returnees.Add(person);
            for (var i = 0; i < states.Count; i++)
            {
                var source = i == 0 ? StateSource.Survey : StateSource.Officer;
                world.Db.EmploymentStates.Add(new EmploymentState(person.Id, communeCode, world.Time.Day(states[i].DaysAgo), states[i].State, source, null, world.Time.Ago(states[i].DaysAgo, 10)));
            }

            if (invented.Profile is { } profile)
                world.Db.SkillProfiles.Add(new SkillProfile(person.Id, communeCode, profile, world.Time.Ago(invented.Asked ?? invented.Programme!.Value, 10)));
            if (invented.Asked is { } asked)
                Ask(world, person, invented, world.Time.Ago(asked, 14));
        }
    }

    /// <summary>So that "who looked" has something to show: the officer opened files before talking to people.</summary>
    public static void AddReadings(DemoWorld world)
    {
        foreach (var (_, invented) in DemoData.People().Where(p => p.Person.Contact is not null))
        {
            var person = world.People[invented.Key];
            var officer = world.OfficerOf(person.CommuneCode);
            world.Db.Readings.Add(new Reading(world.Time.Ago(invented.Contact!.Value, 8, 40), ReadingKind.Opened, Actor.Officer(officer.Id), officer.Unit, "Returnees/Show", [person.Id]));
        }
    }

    private static Returnee Register(DemoTime time, string communeCode, InventedPerson invented, int since)
    {
        var person = Returnee.Register(
            communeCode,
            new PersonalDetails
            {
                Name = invented.Name,
                BirthYear = time.Today.Year - invented.Age,
                Sex = invented.Sex,
                Village = invented.Village,
                Phone = invented.Phone,
                Email = invented.Email,
                HomeSince = time.Day(invented.Home),
                Companion = invented.Companion,
                Note = invented.Note,
            },
            time.Ago(since, 8));
        if (invented.Programme is { } began)
        {
            var ends = invented.Ends is { } ahead ? time.Today.AddDays(ahead) : time.Day(invented.Left!.Value);
            person.EnterProgramme(time.Day(began), ends);
            if (invented.Left is { } left)
                person.LeaveProgramme(time.Day(left), invented.Ending);
        }

        if (invented.Contact is { } contact)
            person.Contacted(time.Ago(contact, 15));
        return person;
    }

    private static void Ask(DemoWorld world, Returnee person, InventedPerson invented, DateTime at)
    {
        foreach (var purpose in invented.Yes.Concat(invented.No).Order())
        {
            at = at.AddMinutes(1);
            world.Answer(person, purpose, null, invented.Yes.Contains(purpose), at);
        }
    }

    private static List<(WorkState State, int DaysAgo)> StatesOf(InventedPerson person) =>
        [.. person.States.Split(' ').Select(word => word.Split('@')).Select(parts => (Enum.Parse<WorkState>(parts[0]), int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture)))];
}
