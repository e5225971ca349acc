using Microsoft.EntityFrameworkCore;
using WorkBridge.Email;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Email;

/// <summary>A folder with many due mails in it, all of one real kind that leaves at any hour, for processes that are started on it.</summary>
internal static class DueMails
{
    /// <summary>Fills the database of a new folder and returns the folder and the Message-IDs that have to arrive.</summary>
    public static async Task<(string Folder, HashSet<string> Ids)> FillAsync(int count, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var host = await TestHost.StartAsync(settings: settings);
        var (_, account) = await host.Given.Employer();
        var mails = Enumerable.Range(0, count).Select(i => new OutboxMail($"password-reset:{i}", MailKinds.PasswordReset, account.Id, $"nguoinhan{i}@example.vn", host.Given.Now)).ToList();
        await host.Db(async db =>
        {
            db.Outbox.AddRange(mails);
            await db.SaveChangesAsync();
        });
        await host.StopAsync();
        return (host.Folder, mails.Select(m => $"{m.Id:N}@vieclam.example.vn").ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>Looks into the folder again: how many mails are in each state, and how many tries they took.</summary>
    public static async Task<Dictionary<MailState, int>> StatesAsync(string folder, IReadOnlyDictionary<string, string?>? settings = null)
    {
        await using var host = await TestHost.StartAsync(folder: folder, settings: settings);
        return await host.Db(db => db.Outbox.GroupBy(m => m.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count));
    }
}
