using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Email;
using WorkBridge.Placements;
using WorkBridge.Referrals;
using WorkBridge.Returnees;

namespace WorkBridge.Consents;

/// <summary>
/// What stops when a consent ends (product brief, section 5). Changes rows and saves nothing: whoever ends the consent saves
/// both together. The index follows the consent row itself; reminders, mentor and statistics ask for a standing consent each time.
/// </summary>
public sealed class ConsentEffects(WorkBridgeDb db)
{
    /// <summary>Somebody took the consent back: what it carried ends, and every employer who was sent something is told to delete it.</summary>
    public async Task WithdrawnAsync(Consent given, Actor by, DateTime now, CancellationToken ct)
    {
        if (given.Purpose is not (Purpose.Matching or Purpose.Employer))
            return;
        await LapseAsync(given, by, now, ct);
        var ended = await EndOpenAsync(given, by, now, ct);
        var tell = given.Purpose == Purpose.Employer
            ? await db.Referrals.Where(r => r.ReturneeId == given.ReturneeId && r.EmployerId == given.EmployerId && r.SentAt != null).ToListAsync(ct)
            : ended;
        await TellToDeleteAsync(tell, now, ct);
    }

    /// <summary>A date passed: acts as a withdrawal, without a notice to an employer for whom the person works; who agreed to be reminded is told of an interview that falls away.</summary>
    public async Task ExpiredAsync(Consent given, DateTime now, CancellationToken ct)
    {
        if (given.Purpose is not (Purpose.Matching or Purpose.Employer))
            return;
        await LapseAsync(given, Actor.System, now, ct);
        var ended = await EndOpenAsync(given, Actor.System, now, ct);
        foreach (var referral in ended.Where(r => r.InterviewAt > now && r.NewMoves.Exists(m => m.From == nameof(ReferralState.InterviewSet))))
            await db.TellPersonInterviewIsOffAsync(referral, now, ct);
        await TellUnlessAtWorkAsync(given.ReturneeId, ended, now, ct);
    }

    /// <summary>The person may not be helped any more: what is still open ends, whatever was agreed or never asked.</summary>
    public async Task HelpEndedAsync(Guid returneeId, DateTime now, CancellationToken ct) =>
        await TellUnlessAtWorkAsync(returneeId, await EndOpenAsync(returneeId, null, Actor.System, now, ct), now, ct);

    private async Task TellUnlessAtWorkAsync(Guid returneeId, List<Referral> ended, DateTime now, CancellationToken ct)
    {
        var works = await db.Placements.Where(p => p.ReturneeId == returneeId && p.State != PlacementState.Ended).Select(p => p.EmployerId).ToListAsync(ct);
        await TellToDeleteAsync(ended.Where(r => !works.Contains(r.EmployerId)).ToList(), now, ct);
    }

    /// <summary>A no to one employer where nothing was agreed before: what was prepared for it ends, and nothing was ever sent.</summary>
    public async Task RefusedEmployerAsync(Guid returneeId, Guid employerId, Actor by, DateTime now, CancellationToken ct)
    {
        foreach (var referral in await db.Referrals.Where(r => r.ReturneeId == returneeId && r.EmployerId == employerId && r.State == ReferralState.Prepared).ToListAsync(ct))
            referral.Withdraw(by, now);
    }

    /// <summary>Everything of the person goes: what is open ends, every link closes, and every employer that was ever sent something is told to delete.</summary>
    /// <param name="asked">The person asked for it; otherwise a date passed, and employers who took the person on are told nothing.</param>
    public async Task ErasedAsync(Guid returneeId, bool asked, DateTime now, CancellationToken ct)
    {
        var all = await db.Referrals.Where(r => r.ReturneeId == returneeId).ToListAsync(ct);
        foreach (var referral in all.Where(r => r.IsOpen))
            referral.Withdraw(Actor.System, now);
        var ids = all.ConvertAll(r => r.Id);
        foreach (var mail in await db.Outbox.Where(m => ids.Contains(m.SubjectId) && m.State == MailState.Waiting && m.Kind != MailKinds.ReferralDelete).ToListAsync(ct))
            mail.Cancel();
        // Whoever took the person on keeps what an employer must keep of its people, unless the person asks.
        await TellToDeleteAsync(asked ? all : all.Where(r => r.State != ReferralState.Accepted).ToList(), now, ct);
    }

    /// <summary>What the person proposed for the profile that is not matched any more; the telephone and free text are not for that alone.</summary>
    private async Task LapseAsync(Consent given, Actor by, DateTime now, CancellationToken ct)
    {
        if (given.Purpose != Purpose.Matching)
            return;
        foreach (var change in await db.ProfileChanges.Where(c => c.ReturneeId == given.ReturneeId && c.State == ChangeState.Proposed && c.Topic != ProfileTopic.Phone && c.Topic != ProfileTopic.Other).ToListAsync(ct))
        {
            // Of a programme's end, which lapses the rest as well, it may have lapsed in this very save.
            if (change.State == ChangeState.Proposed)
                change.Lapse(by, now);
        }
    }

    private Task<List<Referral>> EndOpenAsync(Consent given, Actor by, DateTime now, CancellationToken ct) => EndOpenAsync(given.ReturneeId, given.EmployerId, by, now, ct);

    private async Task<List<Referral>> EndOpenAsync(Guid returneeId, Guid? employerId, Actor by, DateTime now, CancellationToken ct)
    {
        var covered = await db.Referrals
            .Where(r => r.ReturneeId == returneeId && (employerId == null || r.EmployerId == employerId))
            .ToListAsync(ct);
        var open = covered.Where(r => r.IsOpen).ToList();
        foreach (var referral in open)
            referral.Withdraw(by, now);

        // Links to what was accepted live on under the matching purpose: there the employer's own consent carries them.
        var ids = (employerId is not null ? covered : open).Select(r => r.Id).ToList();
        foreach (var link in await db.OneTimeLinks.Where(l => ids.Contains(l.ReferralId) && l.RevokedAt == null).ToListAsync(ct))
            link.Revoke(now);
        var openIds = open.Select(r => r.Id).ToList();
        // That an employer called an interview off is still to be told, to whoever would go there.
        foreach (var mail in await db.Outbox.Where(m => openIds.Contains(m.SubjectId) && m.State == MailState.Waiting && m.Kind != MailKinds.ReferralDelete && m.Kind != MailKinds.InterviewOffForPerson).ToListAsync(ct))
            mail.Cancel();
        return open;
    }

    private async Task TellToDeleteAsync(IReadOnlyCollection<Referral> referrals, DateTime now, CancellationToken ct)
    {
        var sent = referrals.Where(r => r.SentAt is not null).ToList();
        if (sent.Count == 0)
            return;
        var keys = sent.Select(r => DeleteKey(r.Id)).ToList();
        var promised = await db.Outbox.Where(m => keys.Contains(m.Key)).Select(m => m.Key).ToListAsync(ct);
        var employerIds = sent.Select(r => r.EmployerId).Distinct().ToList();
        var addresses = await db.Employers.Where(e => employerIds.Contains(e.Id)).ToDictionaryAsync(e => e.Id, e => e.Email, ct);
        db.Outbox.AddRange(sent.Where(r => !promised.Contains(DeleteKey(r.Id)))
            .Select(r => new OutboxMail(DeleteKey(r.Id), MailKinds.ReferralDelete, r.Id, addresses[r.EmployerId], now)));
    }

    private static string DeleteKey(Guid referralId) => $"{MailKinds.ReferralDelete}:{referralId}";
}
