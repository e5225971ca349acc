using System.Globalization;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Email;
using WorkBridge.Holidays;
using WorkBridge.Staff;

namespace WorkBridge.Digests;

/// <summary>
/// Promises the digests that are due: to each officer what there is to do, to each coordinator how the province did last
/// week. One for an account and its day or week, whatever is run how often and where, and never two on a day, whatever rhythm was chosen in
/// between. Answers how many were promised.
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
        var today = Clock.DayOf(now);
        var candidates = (from account in accounts
                          let since = DigestsDue.At(account.Role, account.Digest, now, holidays)
                          where since is not null && account.Email is not null
                          select (Account: account, Since: since.Value)).ToList();
        // One key a day; a week is asked for by the keys of its days.
        var keys = candidates.SelectMany(c => DaysTo(c.Since, today).Select(day => KeyOf(c.Account.Id, day))).ToList();
        var there = (await db.Outbox.Where(m => keys.Contains(m.Key)).Select(m => m.Key).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        var due = (from c in candidates
                   where !DaysTo(c.Since, today).Any(day => there.Contains(KeyOf(c.Account.Id, day)))
                   select new OutboxMail(KeyOf(c.Account.Id, today), c.Account.Role == StaffRole.Officer ? MailKinds.OfficerDigest : MailKinds.CoordinatorDigest, c.Account.Id, c.Account.Email!, now)).ToList();
        db.Outbox.AddRange(due);
        try
        {
            await db.SaveChangesAsync(ct);
            return due.Count;
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

    private static IEnumerable<DateOnly> DaysTo(DateOnly since, DateOnly today) => Enumerable.Range(0, today.DayNumber - since.DayNumber + 1).Select(since.AddDays);

    private static string KeyOf(Guid accountId, DateOnly day) => $"digest:{accountId}:{day.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}";
}
