using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Staff;

namespace WorkBridge.Files;

/// <summary>Deletes an upload its sender gives up; one that is gone already is no mistake.</summary>
public sealed class DropUpload(WorkBridgeDb db, CurrentUser user)
{
    public async Task RunAsync(Guid uploadId, CancellationToken ct)
    {
        var accountId = user.AccountId;
        await db.PendingImports.Where(p => p.Id == uploadId && p.AccountId == accountId).ExecuteDeleteAsync(ct);
    }
}
