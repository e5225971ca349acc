using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Email;

namespace WorkBridge.Openings;

/// <summary>
/// The daily sweep: openings past their last day expire, those not confirmed for 60 days are warned about once, those not
/// confirmed for 90 are paused, and the day after one is over without being filled here the employer is asked what became of it. May run twice: the second run finds nothing due. A batch that meets another save is left for
/// the next run. Referrals that an employer already has go on after an opening expired. Answers how many openings it touched.
/// </summary>
public sealed class SweepOpenings(WorkBridgeDb db, TimeProvider clock)
{
    private const int Batch = 200;

    public async Task<int> RunAsync(CancellationToken ct)
    {
        var (now, today) = (clock.UtcNow(), clock.Today());
        var touched = 0;
        for (var after = Guid.Empty; ;)
        {
            var batch = await DueAsync(after, today, ct);
            foreach (var opening in batch)
            {
                if (await StepAsync(opening, now, today, ct))
                    touched++;
            }

            try
            {
                await db.SaveChangesAsync(ct);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Somebody moved one of them while we looked; the next run sees how it stands.
            }

            db.ChangeTracker.Clear();
            if (batch.Count < Batch)
                return touched + await AskFillAsync(now, today, ct);
            after = batch[^1].Id;
        }
    }

    private async Task<int> AskFillAsync(DateTime now, DateOnly today, CancellationToken ct)
    {
        var since = now.AddDays(-OpeningSweep.AskFillForDays - 1);
        var over = await db.Openings.AsNoTracking()
            .Where(o => (o.State == OpeningState.Closed || o.State == OpeningState.Expired) && o.Fill == null && o.OverAt > since)
            .Where(o => !db.Outbox.Any(m => m.SubjectId == o.Id && m.Kind == MailKinds.OpeningFill))
            .OrderBy(o => o.OverAt).Take(Batch).ToListAsync(ct);
        var asked = over.FindAll(o => OpeningSweep.AsksFill(o, today));
        foreach (var opening in asked)
            await db.TellContactsAsync(opening, MailKinds.OpeningFill, "", now, ct, MailHours.NotBefore(now));
        await db.SaveChangesAsync(ct);
        return asked.Count;
    }

    private Task<List<Opening>> DueAsync(Guid after, DateOnly today, CancellationToken ct)
    {
        var silentSince = Clock.Utc(today.AddDays(1 - OpeningSweep.WarnAfterDays), TimeOnly.MinValue);
        return db.Openings
            .Where(o => (o.State == OpeningState.Live || o.State == OpeningState.Paused) && o.Id > after)
            .Where(o => o.ClosesOn < today || (o.State == OpeningState.Live && o.ConfirmedAt < silentSince))
            .OrderBy(o => o.Id).Take(Batch).ToListAsync(ct);
    }

    private async Task<bool> StepAsync(Opening opening, DateTime now, DateOnly today, CancellationToken ct)
    {
        switch (OpeningSweep.Due(opening.State, Clock.DayOf(opening.ConfirmedAt), opening.ClosesOn, today))
        {
            case SweepStep.Expire:
                opening.Expire(now);
                return true;
            case SweepStep.Pause:
                opening.Pause(Actor.System, now);
                return true;
            case SweepStep.Warn:
                var about = opening.ConfirmedAt.ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture);
                var key = $"{MailKinds.OpeningStale}:{opening.Id}:{about}:";
                if (await db.Outbox.AnyAsync(m => m.SubjectId == opening.Id && m.Kind == MailKinds.OpeningStale && m.Key.StartsWith(key), ct))
                    return false;
                await db.TellContactsAsync(opening, MailKinds.OpeningStale, about, now, ct, MailHours.NotBefore(now));
                return true;
            default:
                return false;
        }
    }
}
