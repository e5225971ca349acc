using System.Globalization;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Email;
using WorkBridge.Holidays;
using WorkBridge.Staff;

namespace WorkBridge.Digests;

/// <summary>
/// Promises the digests that are due: to each officer what there is to do, to each coordinator how the province did last
/// week. One for an account and its day or week, whatever is run how often and where. Answers how many were promised.
/// </summary>
public sealed class SendDigests(WorkBridgeDb db, HolidayCalendar holidays, TimeProvider clock)
{
    private const int Batch = 200;

    public async Task<int> RunAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();
        var promised = 0;
        for (var after = Guid.Empty; ;)
        {
            var accounts = await db.Users.AsNoTracking()
                .Where(a => a.Id > after && !a.Disabled && a.PasswordHash != null && a.Digest != DigestRhythm.Never && (a.Role == StaffRole.Officer || a.Role == StaffRole.Coordinator))
                .OrderBy(a => a.Id).Take(Batch).ToListAsync(ct);
            promised += await PromiseAsync(accounts, now, ct);
            if (accounts.Count < Batch)
                return promised;
            after = accounts[^1].Id;
        }
    }

    private async Task<int> PromiseAsync(List<Account> accounts, DateTime now, CancellationToken ct)
    {
        var due = (from account in accounts
                   let day = DigestsDue.At(account.Role, account.Digest, now, holidays)
                   where day is not null && account.Email is not null
                   select new OutboxMail(KeyOf(account.Id, day.Value), account.Role == StaffRole.Officer ? MailKinds.OfficerDigest : MailKinds.CoordinatorDigest, account.Id, account.Email!, now)).ToList();
        var keys = due.ConvertAll(m => m.Key);
        var there = (await db.Outbox.Where(m => keys.Contains(m.Key)).Select(m => m.Key).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        db.Outbox.AddRange(due.Where(m => !there.Contains(m.Key)));
        try
        {
            await db.SaveChangesAsync(ct);
            return due.Count - there.Count;
        }
        catch (DbUpdateException)
        {
            // Another node promised one of them between our look and our save; the next run promises the rest.
            return 0;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private static string KeyOf(Guid accountId, DateOnly day) => $"digest:{accountId}:{day.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}";
}
