using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Audit;
using WorkBridge.Data;
using WorkBridge.Email;
using WorkBridge.Employers;
using WorkBridge.Holidays;
using WorkBridge.Openings;
using WorkBridge.Placements;
using WorkBridge.Referrals;
using WorkBridge.Search;
using WorkBridge.Web.Kiosk;

namespace WorkBridge.Web.Pages.Admin;

/// <summary>How the installation does: numbers from the rows and the disk, nothing personal.</summary>
[Authorize(Policy = Policies.Administrator)]
public sealed class HealthModel(WorkBridgeDb db, Storage storage, KeyRing keys, IndexKeeper index, AuditState audit, AuditHeads heads, KioskLanguages languages, HolidayCalendar holidays, Schedule.LateJobs lateJobs, TimeProvider clock) : PageBase
{
    public bool Sqlite => storage.IsSqlite;

    public long? DatabaseBytes { get; private set; }

    public long FreeBytes { get; private set; }

    public int KeyVersion => keys.Current;

    public string? LastMigration { get; private set; }

    public IReadOnlyDictionary<MailState, int> Mail { get; private set; } = new Dictionary<MailState, int>();

    public DateTime? OldestWaiting { get; private set; }

    public bool MailIsLate { get; private set; }

    /// <summary>Jobs that have not ended well for longer than they may.</summary>
    public IReadOnlyList<Words> LateJobs { get; private set; } = [];

    public long LastChange { get; private set; }

    /// <summary>What this node's index has followed, and what its last check found.</summary>
    public IndexKeeper Index => index;

    /// <summary>The last link's number, which is how many there are.</summary>
    public long AuditLinks { get; private set; }

    /// <summary>What the last look through the audit found on this node; null until there was one.</summary>
    public (DateTime At, AuditFinding Finding)? Audit => audit.Last;

    public string? AuditNotNoted => heads.Failure;

    public IReadOnlyList<KioskLanguage> Languages => languages.All;

    /// <summary>Why a file of a kiosk language, or a sentence in one, is passed over.</summary>
    public IReadOnlyList<Words> LanguageFaults => languages.Faults;

    public int OpenSessions { get; private set; }

    public IReadOnlyList<SystemMove> LastSweeps { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();
        DatabaseBytes = Sqlite && System.IO.File.Exists(storage.SqlitePath) ? Directory.GetFiles(storage.Folder, Path.GetFileName(storage.SqlitePath) + "*").Sum(f => new FileInfo(f).Length) : null;
        FreeBytes = new DriveInfo(Path.GetFullPath(storage.Folder)).AvailableFreeSpace;
        LastMigration = (await db.Database.GetAppliedMigrationsAsync(ct)).LastOrDefault();
        Mail = await db.Outbox.GroupBy(m => m.State).ToDictionaryAsync(g => g.Key, g => g.Count(), ct);
        OldestWaiting = await db.Outbox.Where(m => m.State == MailState.Waiting && m.NextTryAt <= now).MinAsync(m => (DateTime?)m.NextTryAt, ct);
        MailIsLate = await db.Outbox.Overdue(now, holidays).AnyAsync(ct);
        LateJobs = await lateJobs.RunAsync(ct);
        LastChange = await db.IndexChanges.MaxAsync(c => (long?)c.Id, ct) ?? 0;
        AuditLinks = await db.AuditEntries.MaxAsync(e => (long?)e.Sequence, ct) ?? 0;
        OpenSessions = await db.SignInSessions.CountAsync(s => s.EndedAt == null && s.ExpiresAt > now, ct);

        // What the sweeps last did is in the moves that nobody but the system made.
        LastSweeps = await db.StateMoves.Where(m => m.ByKind == ActorKind.System).GroupBy(m => new { m.Noun, m.To })
            .Select(g => new SystemMove(g.Key.Noun, g.Key.To, g.Max(m => m.At), g.Count())).ToListAsync(ct);
    }

    public int Of(MailState state) => Mail.GetValueOrDefault(state);
}

/// <summary>Moves of one kind that nobody but the system made.</summary>
public sealed record SystemMove(string Noun, string To, DateTime LastAt, int Count)
{
    public Words What => Noun switch
    {
        nameof(Referral) => new("Giới thiệu", "Referral"),
        nameof(Opening) => new("Tin tuyển", "Opening"),
        nameof(Employer) => new("Nơi tuyển", "Employer"),
        nameof(Placement) => new("Việc đang làm", "Placement"),
        _ => new(Noun, Noun),
    };

    /// <summary>The state in the words of its noun.</summary>
    public Words Became => Noun switch
    {
        nameof(Referral) when Enum.TryParse<ReferralState>(To, out var state) => ReferralWords.Of(state),
        nameof(Opening) when Enum.TryParse<OpeningState>(To, out var state) => OpeningText.Of(state),
        nameof(Employer) when Enum.TryParse<EmployerState>(To, out var state) => EmployerText.Of(state),
        nameof(Placement) when Enum.TryParse<PlacementState>(To, out var state) => PlacementWords.Of(state),
        _ => new(To, To),
    };
}
