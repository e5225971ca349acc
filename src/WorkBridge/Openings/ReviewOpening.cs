using WorkBridge.Data;
using WorkBridge.Email;
using WorkBridge.Referrals;
using WorkBridge.Staff;

namespace WorkBridge.Openings;

/// <summary>
/// Puts a reviewed opening live; its contacts are told. Checked once more, because days pass and lists of law change. Only the
/// version that was read goes live: a change in between is refused with ChangedMeanwhile.
/// </summary>
public sealed class PutOpeningLive(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    public async Task RunAsync(Guid id, int? version, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var opening = await db.OwnOpeningAsync(id, user, ct);
        db.ReadAt(opening, version);
        await db.RequireApprovedAsync(opening.EmployerId, ct);
        opening.RequireComplete(clock.Today());
        opening.PutLive(user.Actor, now);
        await db.TellContactsAsync(opening, MailKinds.OpeningLive, $"{opening.Version}", now, ct);
        await db.SaveChangesAsync(ct);
    }
}

/// <summary>Gives an opening back with words about what to change; its contacts are told.</summary>
public sealed class AskOpeningChanges(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    public async Task RunAsync(Guid id, int? version, string? words, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var opening = await db.OwnOpeningAsync(id, user, ct);
        db.ReadAt(opening, version);
        opening.AskChanges(ReviewWords.Checked(words), user.Actor, now);
        await db.TellContactsAsync(opening, MailKinds.OpeningChangesAsked, $"{opening.Version}", now, ct);
        await db.SaveChangesAsync(ct);
    }
}

/// <summary>Takes an opening down for good, with words: its referrals end, its contacts are told.</summary>
public sealed class TakeDownOpening(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    public async Task RunAsync(Guid id, int? version, string? words, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var opening = await db.OwnOpeningAsync(id, user, ct);
        db.ReadAt(opening, version);
        opening.TakeDown(ReviewWords.Checked(words), user.Actor, now);
        await db.EndReferralsOfOpeningAsync(id, null, now, ct);
        await db.TellContactsAsync(opening, MailKinds.OpeningTakenDown, $"{opening.Version}", now, ct);
        await db.SaveChangesAsync(ct);
    }
}

internal static class ReviewWords
{
    /// <summary>Words to an employer: short enough to keep, and silent about anybody's past.</summary>
    public static string Checked(string? words)
    {
        var tidy = Matching.Vietnamese.Tidy(words);
        if (tidy.Length > Opening.ReviewLength)
            throw new RuleBroken(Rule.Incomplete, "Words", new($"Viết ngắn lại, tối đa {Opening.ReviewLength} ký tự", $"Make it shorter: at most {Opening.ReviewLength} characters"));
        if (Wording.AdvertisesThePast(tidy) is { Count: > 0 } found && Wording.DemandsOfRecord(tidy).Count == 0)
            throw new RuleBroken(Rule.WordingTellsPast, "Words", WordingText.NoteTellsPast(found));
        return tidy;
    }
}
