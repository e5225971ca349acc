using Microsoft.EntityFrameworkCore;
using WorkBridge.Consents;
using WorkBridge.Data;

namespace WorkBridge.Kiosks;

/// <summary>
/// Opens a person's part with card code and PIN. Five wrong PINs lock the card for 15 minutes; wrong codes are counted for the device
/// and for all; an unknown code costs the same time as a wrong PIN and gets the same words.
/// </summary>
public sealed class SignInWithCard(WorkBridgeDb db, CardSecrets secrets, KioskTries tries, StartVisit visits, TimeProvider clock)
{
    /// <exception cref="RuleBroken"><see cref="Rule.CodeWrong"/> or <see cref="Rule.CodeLocked"/>.</exception>
    public async Task<StartedVisit> RunAsync(Guid deviceId, string? typedCode, string? pin, CancellationToken ct)
    {
        await tries.EnsureAllowedAsync(TryKind.Card, deviceId, ct);
        var code = CheckedCode.Read(typedCode, IssuedCard.CodeLength);
        var digest = secrets.Digest(code ?? "");
        var found = await db.PersonCards.AsNoTracking().SingleOrDefaultAsync(c => c.CodeHash == digest && c.RevokedAt == null, ct);
        var fits = secrets.Fits(found, pin ?? "");
        if (found is null)
        {
            await tries.FailedAsync(TryKind.Card, deviceId, ct);
            throw new RuleBroken(Rule.CodeWrong);
        }

        // The outcome is written under the card's version: of many tries at once each is counted before the next one can be believed.
        var started = await LostRace.RetryAsync(db, () => DecideAsync(deviceId, found.Id, fits, ct));
        if (started is not null)
            return started;
        await tries.FailedAsync(TryKind.Card, deviceId, ct);
        throw new RuleBroken(Rule.CodeWrong);
    }

    private async Task<StartedVisit?> DecideAsync(Guid deviceId, Guid cardId, bool fits, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var card = await db.PersonCards.SingleAsync(c => c.Id == cardId, ct);
        if (card.IsLocked(now))
            throw new RuleBroken(Rule.CodeLocked);
        var person = await db.Returnees.Include(r => r.Periods).SingleAsync(r => r.Id == card.ReturneeId, ct);
        StartedVisit? started = null;
        if (!fits)
        {
            card.Failed(now);
        }
        else if (card.RevokedAt is null && person.MayBeHelped(Clock.DayOf(now)))
        {
            card.Succeeded();
            started = await visits.BeginAsync(deviceId, person.Id, VisitWay.Card, null, null, ct);
        }

        await db.SaveChangesAsync(ct);
        return started;
    }
}
