using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Matching;
using WorkBridge.Staff;

namespace WorkBridge.Returnees;

/// <summary>
/// The person proposes at a screen to have one thing changed; the profile stays as it is until an officer confirms. Of one thing the last
/// proposal is open: the same again stays the one, another takes its place.
/// </summary>
public sealed class ProposeChange(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    private static readonly Words IsSo = new("Hồ sơ đã ghi như vậy rồi.", "The profile says so already.");
    private static readonly Words Unclear = new("Chọn hoặc nhập lại câu trả lời.", "Choose or type the answer again.");
    private static readonly Words Enough = new("Đã có nhiều điều chờ cán bộ xem. Mời anh/chị chờ hoặc gặp cán bộ.", "Many things wait for an officer already. Please wait, or see an officer.");

    /// <exception cref="RuleBroken">Not the person, no answer to this topic, so already, too many open, somebody who may not be helped, or words about the past.</exception>
    public async Task RunAsync(Guid returneeId, ProfileTopic topic, string? subject, string? said, CancellationToken ct)
    {
        if (user.Actor != Actor.Person(returneeId))
            throw new RuleBroken(Rule.NotFound);
        var person = await db.PersonForAsync(returneeId, user, ct);
        if (!person.MayBeHelped(clock.Today()))
            throw new RuleBroken(Rule.NotInProgramme);
        var kept = (await db.SkillProfiles.AsNoTracking().SingleOrDefaultAsync(p => p.ReturneeId == returneeId, ct))?.Content ?? new ProfileContent();
        var was = ProfileTopics.Standing(topic, subject, kept, person.Details.Phone);
        if (topic == ProfileTopic.Other)
            said = PersonWords.Check("Said", said, ProfileChange.TextLength);
        var becomes = ProfileTopics.Read(topic, subject, said, was is not null, clock.Today()) ?? throw new RuleBroken(Rule.Incomplete, "Said", Unclear);
        if (ProfileTopics.IsSo(was, becomes))
            throw new RuleBroken(Rule.AlreadyAnswered, words: IsSo);

        var now = clock.UtcNow();
        var open = await db.ProfileChanges.Where(c => c.ReturneeId == returneeId && c.State == ChangeState.Proposed).ToListAsync(ct);
        if (topic != ProfileTopic.Other && open.Find(c => c.Topic == topic && c.Said.Subject == subject) is { } before)
        {
            if (before.Said.Becomes == becomes)
                return;
            before.Withdraw(user.Actor, now);
        }
        else if (topic == ProfileTopic.Other && open.Exists(c => c.Topic == topic && c.Said.Becomes == becomes))
        {
            return;
        }
        else if (open.Count >= ProfileChange.Most)
        {
            throw new RuleBroken(Rule.TooManyTries, words: Enough);
        }

        db.ProfileChanges.Add(ProfileChange.Propose(person.Id, person.CommuneCode, topic, new ProposedChange { Subject = subject, Was = was, Becomes = becomes }, user.Actor, now));
        await db.SaveChangesAsync(ct);
    }
}

/// <summary>The person takes a proposal back. A second touch changes nothing.</summary>
public sealed class WithdrawChange(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    public async Task RunAsync(Guid returneeId, Guid changeId, CancellationToken ct)
    {
        if (await db.ProfileChanges.SingleOrDefaultAsync(c => c.Id == changeId && c.ReturneeId == returneeId && c.State == ChangeState.Proposed, ct) is not { } change)
            return;
        change.Withdraw(user.Actor, clock.UtcNow());
        await db.SaveChangesAsync(ct);
    }
}
