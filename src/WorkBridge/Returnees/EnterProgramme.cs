using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Staff;

namespace WorkBridge.Returnees;

/// <summary>Takes somebody who is here into the programme; an empty skill profile comes with it. Leaving is <see cref="Consents.StopForProgrammeEnd"/>.</summary>
public sealed class EnterProgramme(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    public async Task RunAsync(Guid id, int version, DateOnly? start, DateOnly? plannedEnd, CancellationToken ct)
    {
        var person = await db.PersonAsync(id, user, ct);
        db.ReadAt(person, version);
        var today = clock.Today();
        // A period whose planned end has passed is over; it is closed on that day before the next begins.
        if (person.Periods.SingleOrDefault(p => p.End is null && p.PlannedEnd < today) is { } over)
            person.LeaveProgramme(over.PlannedEnd!.Value, ProgrammeEnding.PlannedEnd);
        var period = person.EnterProgramme(PersonDays.Start(start, today), PersonDays.PlannedEnd(plannedEnd, today));
        db.Entry(period).State = EntityState.Added;
        await db.ProfileForAsync(person, clock.UtcNow(), ct);
        await db.SaveChangesAsync(ct);
    }
}

/// <summary>Sets or takes away the planned last day of the running period.</summary>
public sealed class PlanProgrammeEnd(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    public async Task RunAsync(Guid id, int version, DateOnly? plannedEnd, CancellationToken ct)
    {
        var person = await db.PersonAsync(id, user, ct);
        db.ReadAt(person, version);
        person.PlanEnd(PersonDays.PlannedEnd(plannedEnd, clock.Today()));
        await db.SaveChangesAsync(ct);
    }
}

/// <summary>Notes that somebody outside the programme came and asked for help: from now on consent alone carries a profile.</summary>
public sealed class AskForHelp(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    public async Task RunAsync(Guid id, CancellationToken ct)
    {
        var person = await db.PersonAsync(id, user, ct);
        person.AskForHelp(clock.UtcNow());
        await db.ProfileForAsync(person, clock.UtcNow(), ct);
        await db.SaveChangesAsync(ct);
    }
}

internal static class ProfileQueries
{
    public static async Task ProfileForAsync(this WorkBridgeDb db, Returnee person, DateTime now, CancellationToken ct)
    {
        if (!await db.SkillProfiles.AnyAsync(p => p.ReturneeId == person.Id, ct))
            db.SkillProfiles.Add(new SkillProfile(person.Id, person.CommuneCode, new ProfileContent(), now));
    }
}
