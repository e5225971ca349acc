using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Staff;

namespace WorkBridge.Files;

/// <summary>
/// Takes a file that somebody sent, reads it once so that a bad one is refused in words (<see cref="Rule.FileUnreadable"/>), and keeps it for
/// its preview. An earlier upload of the same kind by the same account, and every one that is too old, is deleted.
/// </summary>
public sealed class KeepUpload(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    public async Task<Guid> RunAsync(ImportKind kind, Stream file, string fileName, CancellationToken ct)
    {
        var bytes = await SheetReader.TakeAsync(file, ct);
        SheetReader.Read(bytes, fileName);

        var now = clock.UtcNow();
        var accountId = user.AccountId;
        await db.PendingImports.Where(p => p.ExpiresAt <= now || (p.AccountId == accountId && p.Kind == kind)).ExecuteDeleteAsync(ct);
        var pending = new PendingImport(kind, accountId, Path.GetFileName(fileName), bytes, now);
        db.PendingImports.Add(pending);
        await db.SaveChangesAsync(ct);
        return pending.Id;
    }
}

/// <summary>Deletes uploads whose hour has passed; may run at any time and any number of times.</summary>
public sealed class ForgetOldUploads(WorkBridgeDb db, TimeProvider clock)
{
    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();
        await db.PendingImports.Where(p => p.ExpiresAt <= now).ExecuteDeleteAsync(ct);
    }
}

public static class PendingImports
{
    /// <summary>The upload, if this account sent it less than an hour ago; null otherwise.</summary>
    public static Task<PendingImport?> OfUserAsync(this DbSet<PendingImport> pending, Guid id, ImportKind kind, CurrentUser user, DateTime now, CancellationToken ct)
    {
        var accountId = user.AccountId;
        return pending.SingleOrDefaultAsync(p => p.Id == id && p.Kind == kind && p.AccountId == accountId && p.ExpiresAt > now, ct);
    }

    /// <summary>Refuses an upload that is gone, in words above the form.</summary>
    public static RuleBroken Gone() => new(Rule.FileUnreadable, null, new Words(
        "Tệp đã quá một giờ hoặc đã được nhập rồi. Chọn lại tệp.",
        "The file is over an hour old or was imported already. Choose it again."));
}
