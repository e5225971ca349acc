using WorkBridge.Mentors;
using WorkBridge.Placements;

namespace WorkBridge.Web.Demo;

/// <summary>Two people with a mentor: one visited and to be visited again, one whom nobody met.</summary>
internal static class DemoMentors
{
    public static void Add(DemoWorld world)
    {
        var thuan = Assign(world, "thuan", 120);
        var visited = Plan(world, thuan, world.Time.Day(20), 26);
        visited.Done(world.Time.Day(20), Going.Fairly, "Đang chờ xưởng mộc hẹn. Nhờ hỏi giúp giờ xe buýt.", MentorOf(world), world.Time.Ago(20, 17));
        Plan(world, thuan, world.Time.Today.AddDays(5), 2);

        var huy = Assign(world, "huy", 60);
        var missed = Plan(world, huy, world.Time.Day(4), 9);
        missed.Fail(world.Time.Day(4), VisitFailure.NotAtHome, "Hàng xóm bảo đi làm ca chiều.", MentorOf(world), world.Time.Ago(4, 17));
    }

    private static Actor MentorOf(DemoWorld world) => Actor.Mentor(world.Accounts[DemoAccounts.Mentor].Id);

    private static Mentorship Assign(DemoWorld world, string key, int daysAgo)
    {
        var person = world.People[key];
        var mentorship = Mentorship.Assign(person.Id, person.CommuneCode, world.Accounts[DemoAccounts.Mentor].Id, world.Time.Day(daysAgo), null, world.Officer(person.CommuneCode), world.Time.Ago(daysAgo, 9));
        world.Db.Mentorships.Add(mentorship);
        return mentorship;
    }

    private static MentorVisit Plan(DemoWorld world, Mentorship mentorship, DateOnly day, int plannedDaysAgo)
    {
        var visit = MentorVisit.Plan(mentorship, day, MentorOf(world), world.Time.Ago(plannedDaysAgo, 18));
        world.Db.MentorVisits.Add(visit);
        return visit;
    }
}
