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
using WorkBridge.Mentors;
using WorkBridge.Openings;
using WorkBridge.Placements;
using WorkBridge.Referrals;
using WorkBridge.Requests;
using WorkBridge.Returnees;
using WorkBridge.Search;
using WorkBridge.Staff;
using WorkBridge.Support;
using WorkBridge.Training;

namespace WorkBridge.Data;

/// <summary>
/// The repository and the unit of work. Saving also seals what is personal, saves the moves that entities made, notes what the index must
/// follow, adds the links of the audit chain, and refuses to change or remove an append-only row; what must happen after the commit is told to <see cref="AfterCommit"/>.
/// </summary>
public abstract class WorkBridgeDb(DbContextOptions options, AfterCommit? afterCommit, TimeProvider? clock, KeyRing? keys)
    : IdentityUserContext<Account, Guid>(options), IDataProtectionKeyContext
{
    private readonly TimeProvider clock = clock ?? TimeProvider.System;
    private AuditEntry? lastLink;

    /// <summary>What opens and closes the sealed columns; null for a context that reads no personal field.</summary>
    internal KeyRing? Keys { get; } = keys;

    /// <summary>The keys, where there can be no work without them.</summary>
    internal KeyRing NeededKeys => Keys ?? throw new InvalidOperationException("This context has no keys.");

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

    public DbSet<Mentorship> Mentorships => Set<Mentorship>();

    public DbSet<MentorVisit> MentorVisits => Set<MentorVisit>();

    public DbSet<Erasure> Erasures => Set<Erasure>();

    public DbSet<Employer> Employers => Set<Employer>();

    public DbSet<EmployerAlias> EmployerAliases => Set<EmployerAlias>();

    public DbSet<Opening> Openings => Set<Opening>();

    public DbSet<Referral> Referrals => Set<Referral>();

    public DbSet<OneTimeLink> OneTimeLinks => Set<OneTimeLink>();

    public DbSet<Placement> Placements => Set<Placement>();

    public DbSet<FollowUp> FollowUps => Set<FollowUp>();

    public DbSet<Outcome> Outcomes => Set<Outcome>();

    public DbSet<Attendance> Attendances => Set<Attendance>();

    public DbSet<EndAssessment> EndAssessments => Set<EndAssessment>();

    public DbSet<AssessmentAnswer> AssessmentAnswers => Set<AssessmentAnswer>();

    public DbSet<LastingCounts> LastingCounts => Set<LastingCounts>();

    public DbSet<Reading> Readings => Set<Reading>();

    public DbSet<ReadingPerson> ReadingPeople => Set<ReadingPerson>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<StateMove> StateMoves => Set<StateMove>();

    public DbSet<OutboxMail> Outbox => Set<OutboxMail>();

    public DbSet<MailStop> MailStops => Set<MailStop>();

    public DbSet<JobRun> JobRuns => Set<JobRun>();

    public DbSet<IndexChange> IndexChanges => Set<IndexChange>();

    public DbSet<PendingImport> PendingImports => Set<PendingImport>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (Database.CurrentTransaction is null)
            lastLink = null; // One that was rolled back is not told.
        Close();
        ChangeTracker.DetectChanges();
        ChangeRules.RefuseAppendOnly(ChangeTracker);
        ChangeRules.TakeMoves(this);
        var mailAdded = ChangeTracker.Entries<OutboxMail>().Any(e => e.State == EntityState.Added);
        var indexChanges = ChangeRules.NoteIndexChanges(this, clock.UtcNow());

        var audited = AuditChain.AddedTo(this);
        var saved = await InTurnAsync(() => audited.Count == 0 ? base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken) : WriteChainedAsync(audited, acceptAllChangesOnSuccess, cancellationToken), cancellationToken);

        if (Database.CurrentTransaction is null)
            await CommittedAsync(indexChanges, mailAdded);
        return saved;
    }

    /// <summary>Tells <see cref="AfterCommit"/>; whoever holds a transaction of its own calls it after the commit.</summary>
    internal async Task CommittedAsync(bool indexChanged, bool mailAdded)
    {
        if (afterCommit is not null)
            await afterCommit.RunAsync(indexChanged, mailAdded, lastLink);
        lastLink = null;
    }

    /// <summary>Links for audited rows that an erasure reduced or removed, in the transaction that did it.</summary>
    internal async Task RewrittenAsync(IReadOnlyDictionary<Type, IReadOnlyCollection<Guid>> rows, CancellationToken ct)
    {
        lastLink = await AuditChain.RewrittenAsync(this, rows, ct) ?? lastLink;
        await base.SaveChangesAsync(acceptAllChangesOnSuccess: true, ct);
    }

    /// <summary>The rows and their links in the audit chain, in one transaction.</summary>
    private async Task<int> WriteChainedAsync(List<object> audited, bool acceptAllChangesOnSuccess, CancellationToken ct)
    {
        await using var own = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(ct) : null;
        try
        {
            var last = await AuditChain.AppendAsync(this, audited, ct);
            var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess: false, ct);
            if (own is not null)
                await own.CommitAsync(ct);
            if (acceptAllChangesOnSuccess)
                ChangeTracker.AcceptAllChanges();
            lastLink = last;
            return saved;
        }
        catch
        {
            // Whoever tries again gets other links: these follow what may not be the last one any more.
            foreach (var link in ChangeTracker.Entries<AuditEntry>().Where(e => e.State == EntityState.Added).ToList())
                link.State = EntityState.Detached;
            throw;
        }
    }

    private void Close()
    {
        foreach (var row in ChangeTracker.Entries<ISealed>().Where(e => e.State is EntityState.Added or EntityState.Modified))
            row.Entity.Close(NeededKeys);
    }

    /// <summary>The write itself, between what must be true before it and what is told after it.</summary>
    protected virtual Task<int> InTurnAsync(Func<Task<int>> write, CancellationToken ct) => write();

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
    protected override Task<int> InTurnAsync(Func<Task<int>> write, CancellationToken ct)
    {
        // Nothing to write needs no turn; inside a transaction the turn is taken already, by SQLite itself.
        return writer is null || Database.CurrentTransaction is not null || !ChangeTracker.HasChanges() ? write() : writer.WriteAsync(write, ct);
    }
}

/// <summary>The model on PostgreSQL: several nodes, the country.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options, AfterCommit? afterCommit = null, TimeProvider? clock = null, KeyRing? keys = null)
    : WorkBridgeDb(options, afterCommit, clock, keys);
