using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using WorkBridge.Data;
using WorkBridge.Holidays;

namespace WorkBridge.Email;

/// <summary>
/// Sends what is due until nothing is, inside <see cref="MailHours"/>. A few rows are claimed in one transaction (two workers cannot both hold one); each mail is
/// begun, written at that moment, sent once and marked, and the mark of one is saved together with the beginning of the next, before that one is sent. So a process
/// that dies leaves at most one mail of which nobody knows whether it left: that one is sent again under the same Message-ID, the others of its
/// claim are sent for the first time. The first run of a process gives back what processes of its data folder that are gone had claimed (<see cref="MailNode"/>);
/// claims of others run out after <see cref="OutboxMail.ClaimLasts"/>. May run at any time, on several nodes, twice; in one process one run works at a time.
/// </summary>
public sealed partial class DeliverMail(WorkBridgeDb db, MailSending sending, IMailTransport transport, MailNode node, HolidayCalendar holidays, TimeProvider clock, ILogger<DeliverMail> log)
{
    /// <summary>Mails claimed at once: what waits for another node when this one is gone for good.</summary>
    public const int Group = 20;

    /// <summary>Lines that were cut or fell silent one after the other, after which the server is left alone for a while.</summary>
    private const int MostCuts = 3;

    private const int MostSaves = 120;

    private static readonly TimeSpan BetweenSaves = TimeSpan.FromSeconds(1);

    private int delivered;
    private int cuts;

    /// <summary>Returns how many mails were delivered.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        if (node.IsResting(clock.UtcNow()) || !node.TryEnter())
            return 0;
        delivered = cuts = 0;
        var mine = true;
        try
        {
            await GiveBackOfGoneAsync(ct);
            await using var batch = transport.Begin();
            while (mine)
            {
                while (await ClaimAsync(ct) is { Count: > 0 } group)
                {
                    if (!await SendAsync(group, batch, ct))
                    {
                        node.Rest(clock.UtcNow());
                        return delivered;
                    }
                }

                mine = !node.TryLeave();
            }

            return delivered;
        }
        finally
        {
            if (mine)
                node.Leave();
        }
    }

    private async Task GiveBackOfGoneAsync(CancellationToken ct)
    {
        if (node.Gone.Count == 0)
            return;
        var left = await db.Outbox.Where(m => m.State == MailState.Waiting && m.ClaimedBy != null && node.Gone.Contains(m.ClaimedBy)).OrderBy(m => m.NextTryAt).ToListAsync(ct);
        var now = clock.UtcNow();
        left.ForEach(mail => mail.GiveBack(now));
        await SaveAsync(ct);
        node.Forget();
        if (left.Count > 0)
            LogGivenBack(left.Count);
    }

    /// <summary>The next mails that are due, claimed for this process; none when nothing is due.</summary>
    private async Task<List<OutboxMail>> ClaimAsync(CancellationToken ct)
    {
        while (true)
        {
            db.ChangeTracker.Clear();
            var now = clock.UtcNow();
            var due = await db.Outbox.MayLeaveAt(now, holidays)
                .Where(m => m.State == MailState.Waiting && m.NextTryAt <= now && (m.ClaimedUntil == null || m.ClaimedUntil <= now))
                .OrderBy(m => m.NextTryAt).ThenBy(m => m.Id).Take(Group).ToListAsync(ct);
            due.ForEach(mail => mail.Claim(now, node.Name));
            var lost = await SaveAsync(ct);
            var ours = due.Where(m => m.State == MailState.Waiting && !lost.Contains(m)).ToList();
            if (ours.Count > 0 || due.Count == 0)
                return ours;
        }
    }

    /// <summary>Sends the group one by one. No when there is no use in going on: what was not sent is given back.</summary>
    private async Task<bool> SendAsync(List<OutboxMail> group, IMailBatch batch, CancellationToken ct)
    {
        OutboxMail? ended = null;
        var next = 0;
        try
        {
            for (; next < group.Count; next++)
            {
                ct.ThrowIfCancellationRequested();
                var mail = group[next];
                if (!await BeginAsync(ended, mail, ct))
                    continue;
                ended = mail;
                if (!End(mail, await sending.TryAsync(mail, batch, ct)))
                {
                    next++;
                    return false;
                }
            }

            return true;
        }
        catch (OperationCanceledException) when (ended is { State: MailState.Waiting, ClaimedBy: not null })
        {
            db.ChangeTracker.Clear();
            db.Attach(ended).Entity.Failed("stopped", permanent: false, clock.UtcNow());
            throw;
        }
        finally
        {
            await MarkAsync(ended, group[next..]);
        }
    }

    /// <summary>Saves how the mail before ended and that this one begins, together. No when this one was taken or cancelled meanwhile.</summary>
    private async Task<bool> BeginAsync(OutboxMail? before, OutboxMail mail, CancellationToken ct)
    {
        db.Attach(mail).Entity.Begin(clock.UtcNow());
        // What was sent is marked even while the process is asked to stop.
        var lost = await SaveAsync(before is null ? ct : CancellationToken.None, insist: before is not null);
        if (before is not null && lost.Contains(before))
            LogTaken(before.Id);
        db.ChangeTracker.Clear();
        return !lost.Contains(mail);
    }

    /// <summary>Notes how it went, for the next save. No when the server takes nothing from anybody.</summary>
    private bool End(OutboxMail mail, Delivery? result)
    {
        // Without what the writer looked at; attached as it is known here, so that the save compares with that.
        db.ChangeTracker.Clear();
        db.Attach(mail);
        var now = clock.UtcNow();
        switch (result)
        {
            case null:
                mail.Cancel();
                return true;
            case { Kind: DeliveryKind.Delivered }:
                mail.Delivered(now);
                delivered++;
                cuts = 0;
                node.Rested();
                return true;
            case { Fault: Fault.Server } when delivered == 0:
                mail.Postpone(result.Code, now);
                LogServer(result.Code);
                return false;
            default:
                mail.Failed(result.Code, result.Kind == DeliveryKind.Never, now);
                LogFailed(mail.Id, mail.Kind, mail.Attempts, result.Code);
                cuts = result.Fault == Fault.Line ? cuts + 1 : 0;
                return result.Fault != Fault.Server && cuts < MostCuts;
        }
    }

    private async Task MarkAsync(OutboxMail? ended, IReadOnlyList<OutboxMail> rest)
    {
        var now = clock.UtcNow();
        foreach (var mail in rest.Where(m => m != ended))
        {
            db.Attach(mail).Entity.GiveBack(now);
        }

        var lost = await SaveAsync(CancellationToken.None, insist: true);
        if (ended is not null && lost.Contains(ended))
            LogTaken(ended.Id);
        db.ChangeTracker.Clear();
    }

    /// <summary>Saves what can be saved and returns the mails that somebody else moved meanwhile. When it insists, a database that is away for a moment is waited for.</summary>
    private async Task<HashSet<OutboxMail>> SaveAsync(CancellationToken ct, bool insist = false)
    {
        var lost = new HashSet<OutboxMail>();
        for (var failed = 0; ;)
        {
            try
            {
                await db.SaveChangesAsync(ct);
                return lost;
            }
            catch (DbUpdateConcurrencyException e)
            {
                foreach (var entry in e.Entries)
                {
                    lost.Add((OutboxMail)entry.Entity);
                    entry.State = EntityState.Detached;
                }
            }
            catch (Exception e) when (insist && e is (DbUpdateException or DbException) && failed++ < MostSaves)
            {
                await Task.Delay(BetweenSaves, CancellationToken.None);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {Id} ({Kind}) was not delivered at attempt {Attempt}: {Code}")]
    private partial void LogFailed(Guid id, string kind, int attempt, string code);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The mail server takes nothing: {Code}. What is due waits")]
    private partial void LogServer(string code);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {Id} was taken by another worker before it could be marked")]
    private partial void LogTaken(Guid id);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} mails that a process of this folder had claimed when it ended are due again")]
    private partial void LogGivenBack(int count);
}
