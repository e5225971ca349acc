using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace WorkBridge.Data;

/// <summary>Contexts for the migrations tool and for tests of the model: the same Identity schema as the running service, no keys, no clock.</summary>
public static class DesignTime
{
    /// <summary>Identity reads the version of its schema from the services of the application.</summary>
    public static readonly Version IdentitySchema = IdentitySchemaVersions.Version3;

    public static SqliteDb Sqlite(string connection = "Data Source=design.db", KeyRing? keys = null) =>
        new(With(new DbContextOptionsBuilder<SqliteDb>()).UseSqlite(connection).Options, keys: keys);

    public static PostgresDb Postgres(string connection = "Host=localhost;Database=design") =>
        new(With(new DbContextOptionsBuilder<PostgresDb>()).UseNpgsql(connection).Options);

    private static DbContextOptionsBuilder<T> With<T>(DbContextOptionsBuilder<T> options)
        where T : DbContext =>
        (DbContextOptionsBuilder<T>)options.ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.ManyServiceProvidersCreatedWarning)).UseApplicationServiceProvider(new ServiceCollection()
            .Configure<IdentityOptions>(identity => identity.Stores.SchemaVersion = IdentitySchema)
            .BuildServiceProvider());
}

internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteDb>
{
    public SqliteDb CreateDbContext(string[] args) => DesignTime.Sqlite();
}

internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresDb>
{
    public PostgresDb CreateDbContext(string[] args) => DesignTime.Postgres();
}
