using WorkBridge.Data;
using WorkBridge.Staff;

namespace WorkBridge.Referrals;

/// <summary>Keeps the officer's words: those for the person (shown to the person) and those that stay inside.</summary>
public sealed class WriteReferral(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    public async Task RunAsync(Guid referralId, string? toPerson, string? inside, CancellationToken ct)
    {
        var referral = await db.ReachAsync(user, referralId, clock.UtcNow(), ct);
        referral.Write(Tidy(toPerson, "ToPerson"), Tidy(inside, "Inside"));
        await db.SaveChangesAsync(ct);
    }

    private static string? Tidy(string? text, string field)
    {
        text = text?.Trim();
        if (text?.Length > Referral.TextLength)
            throw new RuleBroken(Rule.ReasonMissing, field, new($"Viết ngắn lại, nhiều nhất {Referral.TextLength} chữ cái", $"Shorten it to {Referral.TextLength} characters at most"));
        return string.IsNullOrEmpty(text) ? null : text;
    }
}
