using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Security;

/// <summary>A digest of every table, to see which of them changed.</summary>
internal static class Rows
{
    /// <summary>What looking at a page may write: who looked, that a session, a screen or a visit is alive, and one's own second step that is not yet set up.</summary>
    public static readonly IReadOnlyList<string> OfLooking = ["Readings", "ReadingPeople", "SignInSessions", "KioskDevices", "KioskVisits", "TwoSteps"];

    public static Task<SortedDictionary<string, string>> DigestsAsync(TestHost host) => host.Db(async db =>
    {
        var digests = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var connection = db.Database.GetDbConnection();
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()!).Distinct(StringComparer.Ordinal))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                for (var i = 0; i < rows.FieldCount; i++)
                    digest.AppendData(rows[i] is byte[] bytes ? bytes : Encoding.UTF8.GetBytes(rows[i].ToString()! + '\n'));
            }

            digests[table] = Convert.ToHexString(digest.GetHashAndReset());
        }

        return digests;
    });

    public static IEnumerable<string> Changed(SortedDictionary<string, string> before, SortedDictionary<string, string> after) =>
        before.Keys.Where(table => before[table] != after[table]);
}
