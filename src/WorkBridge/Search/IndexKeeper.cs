using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WorkBridge.Data;
using WorkBridge.Matching;

namespace WorkBridge.Search;

/// <summary>
/// Keeps this node's index true: follows every committed change (its own at once, other nodes' at the next round),
/// rebuilds it when it is missing, damaged or of an older format. It never decides what may be seen.
/// </summary>
public sealed partial class IndexKeeper(IServiceScopeFactory scopes, Storage storage, KeyRing keys, Vocabulary vocabulary, TimeProvider clock, ILogger<IndexKeeper> log) : IDisposable
{
    /// <summary>
    /// Changes before the last one that are read again: on PostgreSQL a smaller number may be committed after a larger one.
    /// Following twice is harmless.
    /// </summary>
    private const int Overlap = 200;

    private const int Batch = 500;

    /// <summary>Profiles that a rebuild reads before it writes them.</summary>
    private const int Ahead = 2000;
    private readonly SemaphoreSlim gate = new(1, 1);
    private MatchIndex? index;
    private long last;

    /// <summary>The index; null only before <see cref="StartAsync"/>.</summary>
    public MatchIndex Index => index ?? throw new InvalidOperationException("The index is not open yet.");

    /// <summary>The last change followed.</summary>
    public long LastFollowed => Interlocked.Read(ref last);

    /// <summary>What the last <see cref="CheckAsync"/> of this node found; null before the first.</summary>
    public IndexCheck? LastCheck { get; private set; }

    public async Task StartAsync(CancellationToken ct = default)
    {
        Directory.CreateDirectory(storage.IndexFolder);
        index = MatchIndex.Open(storage.IndexFolder, vocabulary, keys.Derive("index"));
        last = index.LastChange;
        if (index.NeedsRebuild || await IsAheadAsync(ct))
            await RebuildAsync(ct);
        else
            await FollowAsync(ct);
        await FlushAsync(ct);
    }

    /// <summary>
    /// As <see cref="FollowAsync(CancellationToken)"/>, for a commit that cannot be undone: a failure of the index is logged and tried
    /// again at the next change or round, and does not make an answer out of date that the database has already kept.
    /// </summary>
    public async Task FollowCommitAsync()
    {
        try
        {
            await FollowAsync(CancellationToken.None);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Behind(log, e);
        }
    }

    /// <summary>Brings the index up to the last committed change. When it returns, what was taken back before the call is in no later result.</summary>
    public async Task FollowAsync(CancellationToken ct)
    {
        if (index is null)
            return;
        await gate.WaitAsync(ct);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await FollowAsync(scope.ServiceProvider, ct);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Builds the index anew from the database; searches go on against the old one meanwhile.</summary>
    public async Task RebuildAsync(CancellationToken ct = default)
    {
        await gate.WaitAsync(ct);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var source = scope.ServiceProvider.GetRequiredService<IndexSource>();
            var upTo = await source.LastChangeAsync(ct);
            var openings = await source.AllOpeningsAsync(ct);
            var people = 0;
            // One thread reads and opens what is sealed, another writes the index.
            var read = Channel.CreateBounded<ProfileFacts>(Ahead);
            var reading = ReadAsync(source, read.Writer, ct);
            await Task.Run(() => Index.Rebuild(read.Reader.ReadAllAsync(ct).ToBlockingEnumerable(ct).Select(p => { people++; return p; }), openings, upTo), ct);
            await reading;
            Interlocked.Exchange(ref last, upTo);
            Rebuilt(log, people, openings.Count);
        }
        finally
        {
            gate.Release();
        }

        await FollowAsync(ct);
    }

    /// <summary>Writes the index to disk; what was not written is followed again after a restart.</summary>
    public async Task FlushAsync(CancellationToken ct = default)
    {
        await gate.WaitAsync(ct);
        try
        {
            index?.Commit(last);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>
    /// Compares the index with the database, and puts right what differs. Changes wait meanwhile, and what differs is read anew
    /// before it is put: a check never brings back who was taken out while it ran.
    /// </summary>
    public async Task<IndexCheck> CheckAsync(CancellationToken ct = default)
    {
        await gate.WaitAsync(ct);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var source = scope.ServiceProvider.GetRequiredService<IndexSource>();
            var lag = await source.LastChangeAsync(ct) - LastFollowed;
            await FollowAsync(scope.ServiceProvider, ct);
            var ought = (await source.AllProfileIdsAsync(ct)).Concat(await source.AllOpeningIdsAsync(ct)).ToHashSet();
            var underWay = await source.ChangedSinceAsync(LastFollowed, ct);
            var missing = ought.Where(id => !Index.Contains(id) && !underWay.Contains(id)).ToList();
            var extra = Index.Ids().Where(id => !ought.Contains(id) && !underWay.Contains(id)).ToList();
            foreach (var part in missing.Concat(extra).Chunk(Batch))
                await ApplyAsync(source, part, part, ct);
            Index.Commit(last);
            if (missing.Count + extra.Count > 0)
                Differed(log, missing.Count, extra.Count);
            return LastCheck = new IndexCheck(clock.UtcNow(), lag, missing.Count, extra.Count, ought.Count);
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose()
    {
        index?.Commit(last);
        index?.Dispose();
        gate.Dispose();
    }

    private static async Task ReadAsync(IndexSource source, ChannelWriter<ProfileFacts> to, CancellationToken ct)
    {
        try
        {
            await foreach (var facts in source.AllProfilesAsync(ct))
                await to.WriteAsync(facts, ct);
            to.Complete();
        }
        catch (Exception e)
        {
            to.Complete(e);
            throw;
        }
    }

    /// <summary>Follows what is committed; the gate is held.</summary>
    private async Task FollowAsync(IServiceProvider scope, CancellationToken ct)
    {
        var db = scope.GetRequiredService<WorkBridgeDb>();
        var source = scope.GetRequiredService<IndexSource>();
        var from = storage.IsSqlite ? last : Math.Max(0, last - Overlap);
        while (true)
        {
            var changes = await db.IndexChanges.AsNoTracking().Where(c => c.Id > from).OrderBy(c => c.Id).Take(Batch).ToListAsync(ct);
            if (changes.Count == 0)
                return;
            await ApplyAsync(source, Ids(changes, IndexKind.Profile), Ids(changes, IndexKind.Opening), ct);
            from = changes[^1].Id;
            Interlocked.Exchange(ref last, Math.Max(last, from));
        }
    }

    private static List<Guid> Ids(List<IndexChange> changes, IndexKind kind) =>
        [.. changes.Where(c => c.Kind == kind).Select(c => c.EntityId).Distinct()];

    /// <summary>A database restored from an older copy has fewer changes than the index has followed.</summary>
    private async Task<bool> IsAheadAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IndexSource>().LastChangeAsync(ct) < last;
    }

    private async Task ApplyAsync(IndexSource source, IReadOnlyCollection<Guid> profileIds, IReadOnlyCollection<Guid> openingIds, CancellationToken ct)
    {
        var profiles = profileIds.Count > 0 ? await source.ProfilesAsync(profileIds, ct) : [];
        var openings = openingIds.Count > 0 ? await source.OpeningsAsync(openingIds, ct) : [];
        foreach (var facts in profiles)
            Index.PutProfile(facts);
        foreach (var facts in openings)
            Index.PutOpening(facts);
        var there = profiles.Select(p => p.Id).Concat(openings.Select(o => o.Id)).ToHashSet();
        foreach (var gone in profileIds.Concat(openingIds).Distinct().Where(id => !there.Contains(id)))
            Index.Remove(gone);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Index rebuilt: {People} profiles, {Openings} openings.")]
    private static partial void Rebuilt(ILogger log, int people, int openings);

    [LoggerMessage(Level = LogLevel.Error, Message = "The index did not follow a committed change; it is tried again. Lists are checked against the database meanwhile.")]
    private static partial void Behind(ILogger log, Exception e);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Index differed from the database: {Missing} missing, {Extra} too many; put right.")]
    private static partial void Differed(ILogger log, int missing, int extra);
}

/// <summary>What a check found at a moment (UTC): changes not yet followed when it began, and numbers of documents.</summary>
public sealed record IndexCheck(DateTime At, long Lag, int Missing, int Extra, int Expected);
