using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Audit;
using WorkBridge.Communes;
using WorkBridge.Consents;
using WorkBridge.Email;
using WorkBridge.Employers;
using WorkBridge.Erasures;
using WorkBridge.Files;
using WorkBridge.Kiosks;
using WorkBridge.Openings;
using WorkBridge.Placements;
using WorkBridge.Referrals;
using WorkBridge.Requests;
using WorkBridge.Returnees;
using WorkBridge.Search;
using WorkBridge.Staff;
using WorkBridge.Support;

namespace WorkBridge.Data;

/// <summary>
/// The repository and the unit of work. Saving also seals what is personal, saves the moves that entities made, notes what the index must
/// follow, and refuses to change or remove an append-only row; what must happen after the commit is told to <see cref="AfterCommit"/>.
/// </summary>
public abstract class WorkBridgeDb(DbContextOptions options, AfterCommit? afterCommit, TimeProvider? clock, KeyRing? keys)
    : IdentityUserContext<Account, Guid>(options), IDataProtectionKeyContext
{
    private readonly TimeProvider clock = clock ?? TimeProvider.System;

    /// <summary>What opens and closes the sealed columns; null for a context that reads no personal field.</summary>
    internal KeyRing? Keys { get; } = keys;

    public DbSet<Commune> Communes => Set<Commune>();

    public DbSet<AccountCommune> AccountCommunes => Set<AccountCommune>();

    public DbSet<SignInSession> SignInSessions => Set<SignInSession>();

    public DbSet<SignInStep> SignInSteps => Set<SignInStep>();

    public DbSet<TwoStep> TwoSteps => Set<TwoStep>();

    public DbSet<Returnee> Returnees => Set<Returnee>();

    public DbSet<ProgrammePeriod> ProgrammePeriods => Set<ProgrammePeriod>();

    public DbSet<EmploymentState> EmploymentStates => Set<EmploymentState>();

    public DbSet<SkillProfile> SkillProfiles => Set<SkillProfile>();

    public DbSet<ProfileChange> ProfileChanges => Set<ProfileChange>();

    public DbSet<Consent> Consents => Set<Consent>();

    public DbSet<ConsentReceipt> ConsentReceipts => Set<ConsentReceipt>();

    public DbSet<KioskDevice> KioskDevices => Set<KioskDevice>();

    public DbSet<KioskVisit> KioskVisits => Set<KioskVisit>();

    public DbSet<DeskOpening> DeskOpenings => Set<DeskOpening>();

    public DbSet<PersonCard> PersonCards => Set<PersonCard>();

    public DbSet<KioskTry> KioskTries => Set<KioskTry>();

    public DbSet<HelpCall> HelpCalls => Set<HelpCall>();

    public DbSet<Interest> Interests => Set<Interest>();

    public DbSet<DataRequest> DataRequests => Set<DataRequest>();

    public DbSet<Restriction> Restrictions => Set<Restriction>();

    public DbSet<SupportRequest> SupportRequests => Set<SupportRequest>();

    public DbSet<Erasure> Erasures => Set<Erasure>();

    public DbSet<Employer> Employers => Set<Employer>();

    public DbSet<EmployerAlias> EmployerAliases => Set<EmployerAlias>();

    public DbSet<Opening> Openings => Set<Opening>();

    public DbSet<Referral> Referrals => Set<Referral>();

    public DbSet<OneTimeLink> OneTimeLinks => Set<OneTimeLink>();

    public DbSet<Placement> Placements => Set<Placement>();

    public DbSet<FollowUp> FollowUps => Set<FollowUp>();

    public DbSet<Outcome> Outcomes => Set<Outcome>();

    public DbSet<LastingCounts> LastingCounts => Set<LastingCounts>();

    public DbSet<Reading> Readings => Set<Reading>();

    public DbSet<ReadingPerson> ReadingPeople => Set<ReadingPerson>();

    public DbSet<StateMove> StateMoves => Set<StateMove>();

    public DbSet<OutboxMail> Outbox => Set<OutboxMail>();

    public DbSet<IndexChange> IndexChanges => Set<IndexChange>();

    public DbSet<PendingImport> PendingImports => Set<PendingImport>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        Close();
        ChangeTracker.DetectChanges();
        ChangeRules.RefuseAppendOnly(ChangeTracker);
        ChangeRules.TakeMoves(this);
        var mailAdded = ChangeTracker.Entries<OutboxMail>().Any(e => e.State == EntityState.Added);
        var indexChanges = ChangeRules.NoteIndexChanges(this, clock.UtcNow());

        var saved = await WriteAsync(acceptAllChangesOnSuccess, cancellationToken);

        if (afterCommit is not null && Database.CurrentTransaction is null)
            await afterCommit.RunAsync(indexChanges, mailAdded);
        return saved;
    }

    private void Close()
    {
        foreach (var row in ChangeTracker.Entries<ISealed>().Where(e => e.State is EntityState.Added or EntityState.Modified))
            row.Entity.Close(Keys ?? throw new InvalidOperationException("This context has no keys to seal with."));
    }

    /// <summary>The write itself, between what must be true before it and what is told after it.</summary>
    protected virtual Task<int> WriteAsync(bool acceptAllChangesOnSuccess, CancellationToken ct) => base.SaveChangesAsync(acceptAllChangesOnSuccess, ct);

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        SaveChangesAsync(acceptAllChangesOnSuccess).GetAwaiter().GetResult();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(WorkBridgeDb).Assembly);
        foreach (var type in builder.Model.GetEntityTypes())
        {
            if (type.FindProperty("Version") is { } version && version.ClrType == typeof(int))
                version.IsConcurrencyToken = true;
        }
    }
}

/// <summary>The model on SQLite: one process, a province.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options, AfterCommit? afterCommit = null, TimeProvider? clock = null, KeyRing? keys = null, OneWriter? writer = null)
    : WorkBridgeDb(options, afterCommit, clock, keys)
{
    protected override Task<int> WriteAsync(bool acceptAllChangesOnSuccess, CancellationToken ct)
    {
        // Nothing to write needs no turn; inside a transaction the turn is taken already, by SQLite itself.
        return writer is null || Database.CurrentTransaction is not null || !ChangeTracker.HasChanges()
            ? base.WriteAsync(acceptAllChangesOnSuccess, ct)
            : writer.WriteAsync(() => base.WriteAsync(acceptAllChangesOnSuccess, ct), ct);
    }
}

/// <summary>The model on PostgreSQL: several nodes, the country.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options, AfterCommit? afterCommit = null, TimeProvider? clock = null, KeyRing? keys = null)
    : WorkBridgeDb(options, afterCommit, clock, keys);
