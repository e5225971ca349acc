using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace WorkBridge.Data;

/// <summary>Where the rows are kept.</summary>
/// <param name="Folder">Everything the service writes lies under it.</param>
/// <param name="Postgres">A connection string; null for SQLite in <paramref name="Folder"/>.</param>
public sealed record Storage(string Folder, string? Postgres)
{
    public string SqlitePath => Path.Combine(Folder, "workbridge.db");

    public string IndexFolder => Path.Combine(Folder, "index");

    public string MailFolder => Path.Combine(Folder, "mail");

    public bool IsSqlite => Postgres is null;
}

public static class DataRegistration
{
    /// <summary>Registers the context for the chosen database; everybody asks for <see cref="WorkBridgeDb"/>. Needs <see cref="KeyRing"/> and a clock.</summary>
    public static IServiceCollection AddWorkBridgeData(this IServiceCollection services, Storage storage)
    {
        services.AddSingleton(storage);
        services.Configure<IdentityOptions>(identity => identity.Stores.SchemaVersion = DesignTime.IdentitySchema);
        services.AddSingleton<AfterCommit>();
        if (storage.IsSqlite)
        {
            services.AddSingleton<SqliteSettings>();
            services.AddSingleton<OneWriter>();
            services.AddDbContext<WorkBridgeDb, SqliteDb>((provider, options) => options
                .UseSqlite(SqliteText(storage.SqlitePath))
                .AddInterceptors(provider.GetRequiredService<SqliteSettings>()));
        }
        else
        {
            services.AddDbContext<WorkBridgeDb, PostgresDb>(options => options.UseNpgsql(storage.Postgres));
        }

        return services;
    }

    public static string SqliteText(string path) => new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Mode = SqliteOpenMode.ReadWriteCreate,
        DefaultTimeout = 10,
    }.ToString();
}
