using Microsoft.EntityFrameworkCore;
using WorkBridge.Audit;
using WorkBridge.Data;
using WorkBridge.Requests;
using WorkBridge.Returnees;
using WorkBridge.Staff;

namespace WorkBridge.Mentors;

/// <summary>
/// An officer gives a person a mentor of the commune for a time; whoever was it before is replaced. Possible before the person
/// agreed: until then the mentor sees nothing. The same once more changes nothing.
/// </summary>
public sealed class AssignMentor(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    /// <exception cref="RuleBroken">Unknown or foreign person, somebody who may not be helped or is restricted, no mentor of this commune, or days that do not fit.</exception>
    public Task RunAsync(Guid returneeId, Guid? mentorId, DateOnly? from, DateOnly? until, CancellationToken ct) =>
        LostRace.RetryAsync(db, () => OnceAsync(returneeId, mentorId, from, until, ct));

    private async Task OnceAsync(Guid returneeId, Guid? mentorId, DateOnly? from, DateOnly? until, CancellationToken ct)
    {
        var (now, today) = (clock.UtcNow(), clock.Today());
        var person = await db.PersonAsync(returneeId, user, ct);
        if (!person.MayBeHelped(today))
            throw new RuleBroken(Rule.NotInProgramme);
        if (await db.IsRestrictedAsync(returneeId, ct))
            throw new RuleBroken(Rule.HeldBack);
        if (mentorId is not { } chosen || !await db.Users.AnyAsync(a => a.Id == chosen && a.Role == StaffRole.Mentor && !a.Disabled && a.Communes.Any(c => c.CommuneCode == person.CommuneCode), ct))
            throw new RuleBroken(Rule.Incomplete, "Mentor", new("Chọn người đồng hành.", "Choose the mentor."));
        var before = await db.Mentorships.SingleOrDefaultAsync(m => m.ReturneeId == returneeId && m.EndedAt == null, ct);
        var first = Days(from, until, before, today);
        if (before is not null && before.MentorId == chosen && before.From == first && before.Until == until)
            return;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await AuditChain.WaitForTurnAsync(db, ct);
        if (before is not null)
        {
            await db.EndMentorshipAsync(before, user.Actor, now, ct);
            await db.SaveChangesAsync(ct); // The place must be free before the next takes it.
        }

        db.Mentorships.Add(Mentorship.Assign(returneeId, person.CommuneCode, chosen, first, until, user.Actor, now));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        await db.CommittedAsync(indexChanged: false, mailAdded: false);
    }

    private static DateOnly Days(DateOnly? from, DateOnly? until, Mentorship? before, DateOnly today)
    {
        if (from is not { } first)
            throw new RuleBroken(Rule.Incomplete, "From", new("Chọn ngày bắt đầu đồng hành.", "Choose the first day."));
        if (first < today.AddYears(-1) || first > today.AddYears(1))
            throw new RuleBroken(Rule.DateTooFar, "From");
        if (first > today && before is not null)
            throw new RuleBroken(Rule.DateTooFar, "From", new("Đang có người đồng hành: người mới bắt đầu muộn nhất hôm nay.", "Somebody is the mentor now: the next one begins today at the latest."));
        if (until < first)
            throw new RuleBroken(Rule.DateBeforeStart, "Until");
        if (until < today)
            throw new RuleBroken(Rule.DateInThePast, "Until");
        if (until > today.AddYears(5))
            throw new RuleBroken(Rule.DateTooFar, "Until");
        return first;
    }
}

/// <summary>An officer ends a mentorship: from now on the mentor finds nothing of the person. A second click changes nothing.</summary>
public sealed class EndMentorship(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    public Task RunAsync(Guid returneeId, CancellationToken ct) => LostRace.RetryAsync(db, async () =>
    {
        if (await db.Mentorships.Of(user).SingleOrDefaultAsync(m => m.ReturneeId == returneeId && m.EndedAt == null, ct) is not { } running)
            return;
        await db.EndMentorshipAsync(running, user.Actor, clock.UtcNow(), ct);
        await db.SaveChangesAsync(ct);
    });
}

internal static class MentorshipEnding
{
    /// <summary>Ends it, and calls off the visit that was still planned. Saved by whoever asked.</summary>
    public static async Task EndMentorshipAsync(this WorkBridgeDb db, Mentorship mentorship, Actor by, DateTime now, CancellationToken ct)
    {
        mentorship.End(by, now);
        foreach (var visit in await db.MentorVisits.Where(v => v.MentorshipId == mentorship.Id && v.State == VisitState.Planned).ToListAsync(ct))
            visit.CallOff(by, now);
    }
}
