using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace WorkBridge.Web;

/// <summary>Tells a broken unique key (a second press, a second officer) from any other failure to save.</summary>
internal static class Unique
{
    private const int SqliteUnique = 2067;
    private const int SqlitePrimaryKey = 1555;

    public static bool Broken(DbUpdateException e) => e.InnerException switch
    {
        SqliteException { SqliteExtendedErrorCode: SqliteUnique or SqlitePrimaryKey } => true,
        Npgsql.PostgresException { SqlState: Npgsql.PostgresErrorCodes.UniqueViolation } => true,
        _ => false,
    };
}
