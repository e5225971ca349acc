using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Requests;
using WorkBridge.Staff;

namespace WorkBridge.Returnees;

/// <summary>
/// Puts a person's details right. The version the form was filled in from must still be the one kept, or ChangedMeanwhile (in the
/// last moment <see cref="DbUpdateConcurrencyException"/>) tells that somebody else was first.
/// </summary>
public sealed class CorrectDetails(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    public async Task RunAsync(Guid id, int version, PersonalDetails typed, CancellationToken ct)
    {
        var person = await db.PersonAsync(id, user, ct);
        db.ReadAt(person, version);
        person.Correct(PersonWords.Check(typed, person.MayBeHelped(clock.Today()), clock.Today()));
        await db.SaveChangesAsync(ct);
    }
}

/// <summary>Writes a person's skills, wishes and limits anew; under the version of the form, as <see cref="CorrectDetails"/>. Only of somebody who is helped.</summary>
public sealed class RewriteSkills(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    public async Task RunAsync(Guid id, int version, ProfileContent content, CancellationToken ct)
    {
        var person = await db.PersonAsync(id, user, ct);
        if (!person.MayBeHelped(clock.Today()))
            throw new RuleBroken(Rule.NotInProgramme);
        if (await db.IsRestrictedAsync(id, ct))
            throw new RuleBroken(Rule.HeldBack);
        var now = clock.UtcNow();
        var kept = content with { Wish = PersonWords.Check("Wish", content.Wish, SkillProfile.WishLength) };
        var profile = await db.SkillProfiles.SingleOrDefaultAsync(p => p.ReturneeId == id, ct);
        if (profile is null)
        {
            db.SkillProfiles.Add(new SkillProfile(id, person.CommuneCode, kept, now));
        }
        else
        {
            db.ReadAt(profile, version);
            profile.Rewrite(kept, now);
        }

        await db.SaveChangesAsync(ct);
    }
}

/// <summary>
/// Records what an officer knows of a person's work on a day; earlier records stay. The form showed so many of them: a further one
/// since is told first (ChangedMeanwhile).
/// </summary>
public sealed class RecordState(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    public async Task RunAsync(Guid id, int shown, DateOnly? on, WorkState? state, CancellationToken ct)
    {
        var person = await db.PersonAsync(id, user, ct);
        if (state is not { } said)
            throw new RuleBroken(Rule.Incomplete, "State", new("Chọn tình trạng việc làm.", "Choose the employment state."));
        var day = on ?? throw new RuleBroken(Rule.Incomplete, "On", new("Nhập ngày.", "Enter the day."));
        if (day > clock.Today())
            throw new RuleBroken(Rule.DateTooFar, "On", new("Ngày này chưa tới.", "That day has not come."));
        if (day < clock.Today().AddYears(-10))
            throw new RuleBroken(Rule.DateTooFar, "On");
        if (await db.EmploymentStates.CountAsync(s => s.ReturneeId == id, ct) != shown)
            throw new RuleBroken(Rule.ChangedMeanwhile);
        db.EmploymentStates.Add(new EmploymentState(id, person.CommuneCode, day, said, StateSource.Officer, null, clock.UtcNow()));
        await db.SaveChangesAsync(ct);
    }
}

internal static class PersonQueries
{
    /// <summary>The person with the programme periods, if that person asks at a screen, or an officer of the commune.</summary>
    public static async Task<Returnee> PersonForAsync(this WorkBridgeDb db, Guid id, CurrentUser user, CancellationToken ct) =>
        user.Actor == Actor.Person(id)
            ? await db.Returnees.Include(r => r.Periods).SingleOrDefaultAsync(r => r.Id == id && r.ErasedOn == null, ct) ?? throw new RuleBroken(Rule.NotFound)
            : await db.PersonAsync(id, user, ct);

    /// <summary>The person with the programme periods, if an officer of the commune asks.</summary>
    public static async Task<Returnee> PersonAsync(this WorkBridgeDb db, Guid id, CurrentUser user, CancellationToken ct) =>
        await db.Returnees.Of(user).Include(r => r.Periods).SingleOrDefaultAsync(r => r.Id == id, ct) ?? throw new RuleBroken(Rule.NotFound);
}
