using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Security;

/// <summary>A digest of every column of every table, to see which of them changed.</summary>
internal static class Rows
{
    /// <summary>
    /// What looking at a page may write: who looked, that a session, a screen or a visit is alive, and one's own second step that is
    /// not yet set up.
    /// </summary>
    public static readonly IReadOnlyList<string> OfLooking = ["Readings", "ReadingPeople", "AuditEntries", "SignInSessions.LastSeenAt", "KioskDevices.LastSeenAt", "KioskVisits.LastSeenAt", "TwoSteps"];

    /// <summary>Tables of which looking may add rows: one digest for the whole. Of all others each column has its own.</summary>
    private static readonly string[] Whole = ["Readings", "ReadingPeople", "AuditEntries", "TwoSteps"];

    public static Task<SortedDictionary<string, string>> DigestsAsync(TestHost host) => host.Db(async db =>
    {
        var digests = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var connection = db.Database.GetDbConnection();
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()!).Distinct(StringComparer.Ordinal))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\" ORDER BY rowid";
            await using var rows = await command.ExecuteReaderAsync();
            var columns = Enumerable.Range(0, rows.FieldCount).Select(rows.GetName).ToList();
            var hashes = columns.ConvertAll(_ => IncrementalHash.CreateHash(HashAlgorithmName.SHA256));
            while (await rows.ReadAsync())
            {
                for (var i = 0; i < rows.FieldCount; i++)
                    hashes[i].AppendData(rows[i] is byte[] bytes ? bytes : Encoding.UTF8.GetBytes(rows[i].ToString()! + '\n'));
            }

            for (var i = 0; i < columns.Count; i++)
            {
                var name = Whole.Contains(table) ? table : $"{table}.{columns[i]}";
                digests[name] = digests.GetValueOrDefault(name) + Convert.ToHexString(hashes[i].GetHashAndReset());
                hashes[i].Dispose();
            }
        }

        return digests;
    });

    public static IEnumerable<string> Changed(SortedDictionary<string, string> before, SortedDictionary<string, string> after) =>
        before.Keys.Where(name => before[name] != after[name]);

    /// <summary>Every row in which this word stands in a column of its own, by its table.</summary>
    public static Task<List<string>> HoldingAsync(TestHost host, string word) => host.Db(async db =>
    {
        var found = new List<string>();
        var connection = db.Database.GetDbConnection();
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()!).Distinct(StringComparer.Ordinal))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\" ORDER BY rowid";
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                if (Enumerable.Range(0, rows.FieldCount).Any(i => string.Equals(rows[i].ToString(), word, StringComparison.OrdinalIgnoreCase)))
                    found.Add($"{table} {rows[0]}");
            }
        }

        return found;
    });
}
