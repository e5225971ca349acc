using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Returnees;
using WorkBridge.Support;

namespace WorkBridge.Consents;

/// <summary>What ends by a date. Changes rows and saves nothing.</summary>
public sealed class EndOfHelp(WorkBridgeDb db, ConsentEffects effects, ConsentRules rules)
{
    /// <summary>Writes down as expired what has passed its last day, as superseded what was given under a notice that no longer counts; when the person may not be helped today, everything, and cards, visits, desk codes, open requests for support and proposals with it.</summary>
    public async Task ExpireAsync(Returnee person, DateTime now, CancellationToken ct)
    {
        var today = Clock.DayOf(now);
        var helped = person.MayBeHelped(today);
        var sequence = await db.NextSequenceAsync(person.Id, ct);
        var given = await db.Consents.Where(c => c.ReturneeId == person.Id && (c.Decision == Decision.Given || c.Decision == Decision.Superseded)).Last(db).ToListAsync(ct);
        foreach (var consent in given.OrderBy(c => c.Sequence))
        {
            if (!helped || consent.ExpiresOn < today)
            {
                db.Consents.Add(Consent.Expire(consent, sequence++, now));
                await effects.ExpiredAsync(consent, now, ct);
            }
            else if (consent.Decision == Decision.Given && consent.NoticeVersion < rules.OldestNotice)
            {
                db.Consents.Add(Consent.Supersede(consent, sequence++, now));
            }
        }

        if (helped)
            return;
        await effects.HelpEndedAsync(person.Id, now, ct);
        foreach (var card in await db.PersonCards.Where(c => c.ReturneeId == person.Id && c.RevokedAt == null).ToListAsync(ct))
            card.Revoke(now);
        foreach (var visit in await db.KioskVisits.Where(v => v.ReturneeId == person.Id && v.EndedAt == null).ToListAsync(ct))
            visit.End(now);
        foreach (var opening in await db.DeskOpenings.Where(o => o.ReturneeId == person.Id && o.UsedAt == null).ToListAsync(ct))
            opening.Close(now);
        foreach (var request in await db.SupportRequests.Where(r => r.ReturneeId == person.Id && r.EndedAt == null).ToListAsync(ct))
            request.Move(SupportState.Withdrawn, null, Actor.System, now);
        foreach (var change in await db.ProfileChanges.Where(c => c.ReturneeId == person.Id && c.State == ChangeState.Proposed).ToListAsync(ct))
        {
            if (change.State == ChangeState.Proposed)
                change.Lapse(Actor.System, now);
        }
    }
}
