using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Requests;
using WorkBridge.Staff;

namespace WorkBridge.Returnees;

/// <summary>An open proposal beside what stands now.</summary>
/// <param name="Change">What is proposed.</param>
/// <param name="Stands">What stands now, as a code.</param>
public sealed record OpenChange(ProfileChange Change, string? Stands)
{
    /// <summary>The profile has changed since, to something else than is proposed: to be looked at by itself.</summary>
    public bool IsStale => Change.Topic != ProfileTopic.Other && Stands != Change.Said.Was && !IsSo;

    public bool IsSo => Change.Topic != ProfileTopic.Other && ProfileTopics.IsSo(Stands, Change.Said.Becomes);
}

/// <summary>What waits for an officer's word, of a person of an own commune, and the versions of what it would change.</summary>
public sealed record OpenChanges(Returnee Person, int ProfileVersion, IReadOnlyList<OpenChange> Changes);

/// <summary>Reads what a person proposed; null for unknown or foreign. The page writes the reading down.</summary>
public sealed class ReadChanges(WorkBridgeDb db, CurrentUser user)
{
    public async Task<OpenChanges?> RunAsync(Guid returneeId, CancellationToken ct)
    {
        if (await db.Returnees.Of(user).AsNoTracking().Include(r => r.Periods).SingleOrDefaultAsync(r => r.Id == returneeId, ct) is not { } person)
            return null;
        var profile = await db.SkillProfiles.AsNoTracking().SingleOrDefaultAsync(p => p.ReturneeId == returneeId, ct);
        var kept = profile?.Content ?? new ProfileContent();
        var open = await db.ProfileChanges.AsNoTracking().Where(c => c.ReturneeId == returneeId && c.State == ChangeState.Proposed).OrderBy(c => c.ProposedAt).ToListAsync(ct);
        return new(person, profile?.Version ?? 0, open.ConvertAll(c => new OpenChange(c, ProfileTopics.Standing(c.Topic, c.Said.Subject, kept, person.Details.Phone))));
    }
}

/// <summary>
/// An officer confirms one proposal or several: only now the profile changes, and the index with it before this returns. The profile and
/// the details must still be those that were shown beside them.
/// </summary>
public sealed class ConfirmChanges(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    /// <exception cref="RuleBroken">
    /// Unknown or foreign person, one of the proposals no longer open, profile or details changed since they were shown, somebody who may not be
    /// helped or whose data are restricted, or a change that cannot be made.
    /// </exception>
    public async Task RunAsync(Guid returneeId, IReadOnlyCollection<Guid> ids, int profileVersion, int personVersion, CancellationToken ct)
    {
        var person = await db.PersonAsync(returneeId, user, ct);
        if (!person.MayBeHelped(clock.Today()))
            throw new RuleBroken(Rule.NotInProgramme);
        if (await db.IsRestrictedAsync(returneeId, ct))
            throw new RuleBroken(Rule.HeldBack);
        var changes = await db.ProfileChanges.Where(c => c.ReturneeId == returneeId && ids.Contains(c.Id) && c.State == ChangeState.Proposed).OrderBy(c => c.ProposedAt).ToListAsync(ct);
        if (ids.Count == 0 || changes.Count != ids.Count)
            throw new RuleBroken(Rule.ChangedMeanwhile);
        var now = clock.UtcNow();
        var profile = await db.SkillProfiles.SingleOrDefaultAsync(p => p.ReturneeId == returneeId, ct);
        if ((profile?.Version ?? 0) != profileVersion)
            throw new RuleBroken(Rule.ChangedMeanwhile);
        var before = profile?.Content ?? new ProfileContent();
        var content = before;
        foreach (var change in changes)
        {
            content = ProfileTopics.Apply(change.Topic, change.Said, content);
            change.Confirm(user.Actor, now);
        }

        if (!ReferenceEquals(content, before))
        {
            if (profile is null)
                db.SkillProfiles.Add(new SkillProfile(person.Id, person.CommuneCode, content, now));
            else
                profile.Rewrite(content, now);
        }

        if (changes.FindLast(c => c.Topic == ProfileTopic.Phone) is { } phone)
        {
            db.ReadAt(person, personVersion);
            person.Correct(person.Details with { Phone = phone.Said.Becomes });
        }

        await db.SaveChangesAsync(ct);
    }
}

/// <summary>An officer leaves the profile as it is, for a reason that the person reads.</summary>
public sealed class LeaveAsItIs(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    /// <exception cref="RuleBroken">Unknown or foreign, no longer open, or no reason.</exception>
    public async Task RunAsync(Guid returneeId, Guid changeId, LeftBecause? because, CancellationToken ct)
    {
        await db.PersonAsync(returneeId, user, ct);
        var change = await db.ProfileChanges.SingleOrDefaultAsync(c => c.Id == changeId && c.ReturneeId == returneeId, ct) ?? throw new RuleBroken(Rule.NotFound);
        if (because is not { } said || !Enum.IsDefined(said))
            throw new RuleBroken(Rule.ReasonMissing);
        change.Leave(said, user.Actor, clock.UtcNow());
        await db.SaveChangesAsync(ct);
    }
}
