using Microsoft.EntityFrameworkCore;
using WorkBridge.Audit;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Email;
using WorkBridge.Placements;
using WorkBridge.Returnees;
using WorkBridge.Search;

namespace WorkBridge.Erasures;

/// <summary>
/// Takes everything of a person out of the database, in one transaction: what is personal is removed, what the commune counts stays under a
/// new random id without a name, with months for days. Employers who were sent something are told to delete. What was open ends
/// as if every consent had been withdrawn; running work ends as well, as nobody is left to ask. That it was done is kept
/// (<see cref="Erasure"/>), beside the database too. The log of who looked stays: it names the old random id, which leads nowhere.
/// </summary>
public sealed class ErasePerson(WorkBridgeDb db, ConsentEffects effects, CountedRows counted, ErasureList list, Storage storage, TimeProvider clock)
{
    /// <summary>Days of erasures for which the files are wiped again at night, so that a night that was slept through is made up for.</summary>
    private const int DaysWipedAgain = 7;

    /// <summary>Somebody asked for it.</summary>
    /// <param name="first">What is saved in the same transaction before anything is removed.</param>
    public async Task RunAsync(Guid returneeId, Func<Task> first, CancellationToken ct)
    {
        await EraseAsync(returneeId, asked: true, first, ct);
        // Whoever asked may be gone by now: what is erased is wiped all the same, and what cannot be now is at night.
        await Wiped.FromFilesAsync(db, Wiped.AtOnce, CancellationToken.None);
    }

    /// <summary>Several people, one after the other, each in a transaction of its own.</summary>
    /// <param name="returneeIds">Who.</param>
    /// <param name="asked">
    /// Employers who took one of them on are told to delete as well: true where it may be that the person asked for it, false where a date has passed.
    /// </param>
    /// <param name="ct">Stops waiting; whoever is erased already stays so.</param>
    public async Task RunAsync(IReadOnlyCollection<Guid> returneeIds, bool asked, CancellationToken ct)
    {
        foreach (var id in returneeIds)
            await EraseAsync(id, asked, null, ct);
        if (returneeIds.Count > 0)
            await Wiped.FromFilesAsync(db, Wiped.AtOnce, CancellationToken.None);
    }

    /// <summary>At night: whatever the erasures of the last days left in the files is wiped, however large they are.</summary>
    /// <returns>False where somebody held the database too long; the next night does it.</returns>
    public async Task<bool> WipeAsync(CancellationToken ct)
    {
        var since = clock.Today().AddDays(-DaysWipedAgain);
        return !await db.Erasures.AnyAsync(e => e.On >= since, ct) || await Wiped.FromFilesAsync(db, long.MaxValue, ct);
    }

    private async Task EraseAsync(Guid returneeId, bool asked, Func<Task>? first, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var erasure = new Erasure(returneeId, Clock.DayOf(now));
        var mails = await db.Outbox.Where(m => m.To == OutboxMail.ThePerson && db.Referrals.Any(r => r.Id == m.SubjectId && r.ReturneeId == returneeId)).Select(m => m.Id).ToListAsync(ct);
        await using (var transaction = await db.Database.BeginTransactionAsync(ct))
        {
            await AuditChain.WaitForTurnAsync(db, ct); // Before any row is locked: two who wait for each other's would wait for ever.
            if (first is not null)
                await first();
            var person = await db.Returnees.Include(r => r.Periods).SingleAsync(r => r.Id == returneeId, ct);
            await EndAsync(person, asked, now, ct);
            var stays = Returnee.CountedAfter(person, Clock.DayOf(now));
            db.ChangeTracker.Clear();
            db.Returnees.Add(stays);
            if (!await db.Erasures.AnyAsync(e => e.Id == returneeId, ct))
                db.Erasures.Add(erasure);
            db.IndexChanges.Add(new IndexChange(IndexKind.Profile, returneeId, now));
            await db.SaveChangesAsync(ct);
            var audited = await counted.AuditedAsync(returneeId, ct);
            await counted.MoveAsync(returneeId, stays.Id, Clock.DayOf(now), ct);
            await RemoveAsync(returneeId, person.CommuneCode, ct);
            await db.RewrittenAsync(audited, ct);
            await transaction.CommitAsync(ct);
        }

        db.ChangeTracker.Clear();
        foreach (var mail in mails)
            FolderTransport.Remove(storage, mail);
        list.Add([erasure]);
        await db.CommittedAsync(indexChanged: true, mailAdded: true);
    }

    private async Task EndAsync(Returnee person, bool asked, DateTime now, CancellationToken ct)
    {
        await effects.ErasedAsync(person.Id, asked, now, ct);
        var today = Clock.DayOf(now);
        foreach (var placement in await db.Placements.Where(p => p.ReturneeId == person.Id && p.State != PlacementState.Ended).ToListAsync(ct))
        {
            var neverBegan = placement.StartsOn > today;
            placement.Finish(today, neverBegan ? EndReason.NeverBegan : EndReason.Unknown, Actor.System, now);
            if (neverBegan && placement is { ReferralId: not null, OpeningId: { } opening })
                (await db.Openings.SingleAsync(o => o.Id == opening, ct)).GiveBackPlace();
        }

        await db.SaveChangesAsync(ct);
    }

    private async Task RemoveAsync(Guid id, string communeCode, CancellationToken ct)
    {
        await db.OneTimeLinks.Where(l => l.Referral.ErasedOn != null).ExecuteDeleteAsync(ct);
        await db.SkillProfiles.Where(p => p.ReturneeId == id).ExecuteDeleteAsync(ct);
        await db.ConsentReceipts.Where(r => r.ReturneeId == id).ExecuteDeleteAsync(ct);
        await db.PersonCards.Where(c => c.ReturneeId == id).ExecuteDeleteAsync(ct);
        await db.KioskVisits.Where(v => v.ReturneeId == id).ExecuteDeleteAsync(ct);
        await db.DeskOpenings.Where(o => o.ReturneeId == id).ExecuteDeleteAsync(ct);
        await db.Interests.Where(i => i.ReturneeId == id).ExecuteDeleteAsync(ct);
        await db.ProfileChanges.Where(c => c.ReturneeId == id).ExecuteDeleteAsync(ct);
        await db.Restrictions.Where(x => x.ReturneeId == id).ExecuteDeleteAsync(ct);
        await db.SupportRequests.Where(r => r.ReturneeId == id).ExecuteDeleteAsync(ct);
        await db.MentorVisits.Where(v => v.ReturneeId == id).ExecuteDeleteAsync(ct);
        await db.Mentorships.Where(m => m.ReturneeId == id).ExecuteDeleteAsync(ct);
        // A survey between preview and saving may hold the person and would bring it back.
        await db.PendingImports.Where(p => p.Kind == Files.ImportKind.People && db.AccountCommunes.Any(a => a.AccountId == p.AccountId && a.CommuneCode == communeCode)).ExecuteDeleteAsync(ct);
        // The acts of consent go with the row of the person: the database lets them go in no other way.
        await db.Returnees.Where(r => r.Id == id).ExecuteDeleteAsync(ct);
    }
}
