using WorkBridge.Data;
using WorkBridge.Referrals;
using WorkBridge.Staff;

namespace WorkBridge.Openings;

/// <summary>Pauses a live opening: nobody new is referred, running referrals go on.</summary>
public sealed class PauseOpening(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    public async Task RunAsync(Guid id, CancellationToken ct)
    {
        (await db.OwnOpeningAsync(id, user, ct)).Pause(user.Actor, clock.UtcNow());
        await db.SaveChangesAsync(ct);
    }
}

/// <summary>Takes a paused opening up again and counts as confirmed, while its employer is approved and its last day has not passed.</summary>
public sealed class ResumeOpening(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    public async Task RunAsync(Guid id, CancellationToken ct)
    {
        var opening = await db.OwnOpeningAsync(id, user, ct);
        await db.RequireApprovedAsync(opening.EmployerId, ct);
        if (opening.ClosesOn < clock.Today())
        {
            throw new RuleBroken(Rule.DateInThePast, words: new(
                "Hạn nhận người đã qua. Chép tin này thành tin mới và chọn hạn mới.",
                "The last day for taking people has passed. Copy this opening and choose a new day."));
        }

        opening.Resume(user.Actor, clock.UtcNow());
        await db.SaveChangesAsync(ct);
    }
}

/// <summary>The employer says that a live opening still stands: the sixty days begin again.</summary>
public sealed class ConfirmOpening(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    public async Task RunAsync(Guid id, CancellationToken ct)
    {
        (await db.OwnOpeningAsync(id, user, ct)).Confirm(clock.UtcNow());
        await db.SaveChangesAsync(ct);
    }
}

/// <summary>Closes an opening for good: its open referrals end as "opening closed" in the same save.</summary>
public sealed class CloseOpening(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    public async Task RunAsync(Guid id, CancellationToken ct)
    {
        var now = clock.UtcNow();
        (await db.OwnOpeningAsync(id, user, ct)).Close(user.Actor, now);
        await db.EndReferralsOfOpeningAsync(id, null, now, ct);
        await db.SaveChangesAsync(ct);
    }
}

/// <summary>Keeps whether an opening that is over was filled and how: said by the employer, or told to an officer. Throws <see cref="RuleBroken"/> with ReasonMissing without an answer.</summary>
public sealed class TellFill(WorkBridgeDb db, CurrentUser user)
{
    public async Task RunAsync(Guid id, FillAnswer? answer, CancellationToken ct)
    {
        var opening = await db.OwnOpeningAsync(id, user, ct);
        opening.TellFill(answer ?? throw new RuleBroken(Rule.ReasonMissing));
        await db.SaveChangesAsync(ct);
    }
}

/// <summary>Begins a new draft with the words of an old opening; days that have passed are left out. Answers the new id.</summary>
public sealed class CopyOpening(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    public async Task<Guid> RunAsync(Guid id, CancellationToken ct)
    {
        var (old, today) = (await db.OwnOpeningAsync(id, user, ct), clock.Today());
        var content = old.Content with
        {
            StartsOn = old.StartsOn < today ? null : old.StartsOn,
            ClosesOn = old.ClosesOn < today ? null : old.ClosesOn,
        };
        var copy = Opening.Draft(old.EmployerId, old.OwnerCommuneCode, content, clock.UtcNow(), user.Actor);
        db.Openings.Add(copy);
        await db.SaveChangesAsync(ct);
        return copy.Id;
    }
}
