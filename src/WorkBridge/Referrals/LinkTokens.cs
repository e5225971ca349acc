using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;

namespace WorkBridge.Referrals;

/// <summary>
/// Tokens of one-time links: the link's id and 160 bits of an HMAC of it under a key outside the database, in base64url.
/// Only the SHA-256 of a token is stored, and the token is worked out again whenever its mail is written.
/// </summary>
public sealed class LinkTokens(KeyRing keys)
{
    /// <summary>Days after the last day for an answer on which a link still opens.</summary>
    public const int DaysAfterAnswerBy = 7;

    /// <summary>Length of a token in characters.</summary>
    public const int Length = 48;

    public string TokenFor(Guid linkId) => SignedToken.Make(keys, "link", linkId.ToByteArray(bigEndian: true));

    /// <summary>Makes the link of a referral; it opens until the end of the seventh day after the last day for an answer.</summary>
    public OneTimeLink Make(Guid referralId, DateOnly answerBy, DateTime now)
    {
        var link = new OneTimeLink(referralId, now, EndFor(answerBy.AddDays(DaysAfterAnswerBy)));
        link.Keep(HashOf(TokenFor(link.Id)));
        return link;
    }

    /// <summary>Makes the link that answers one step of a placement; it opens until the end of a day.</summary>
    public OneTimeLink Make(Guid referralId, Guid placementId, int step, DateOnly lastDay, DateTime now)
    {
        var link = new OneTimeLink(referralId, placementId, step, now, EndFor(lastDay));
        link.Keep(HashOf(TokenFor(link.Id)));
        return link;
    }

    /// <summary>The instant at which a link ends that opens on a day for the last time.</summary>
    public static DateTime EndFor(DateOnly lastDay) => Clock.Utc(lastDay.AddDays(1), TimeOnly.MinValue);

    /// <summary>The last day on which a link opens.</summary>
    public static DateOnly LastDayOf(OneTimeLink link) => Clock.DayOf(link.ExpiresAt.AddTicks(-1));

    /// <summary>The link of a token, open or not; null for everything that was never a token. Reads only.</summary>
    public async Task<OneTimeLink?> FindAsync(WorkBridgeDb db, string? token, CancellationToken ct)
    {
        if (token is not { Length: Length })
            return null;
        var hash = HashOf(token);
        var link = await db.OneTimeLinks.SingleOrDefaultAsync(l => l.TokenHash == hash, ct);
        return link is not null && SignedToken.Is(token, TokenFor(link.Id)) ? link : null;
    }

    private static byte[] HashOf(string token) => SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(token));
}
