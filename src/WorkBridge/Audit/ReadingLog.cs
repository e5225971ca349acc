using WorkBridge.Data;
using WorkBridge.Staff;

namespace WorkBridge.Audit;

/// <summary>Writes down every reading of personal data; a page shows nothing before its entry is saved.</summary>
public sealed class ReadingLog(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    public Task OpenedAsync(Guid returneeId, string page) => AddAsync(ReadingKind.Opened, [returneeId], page);

    /// <summary>One entry for a list, with the ids it shows. An empty list showed nobody and leaves no entry.</summary>
    public Task ListedAsync(IReadOnlyCollection<Guid> returneeIds, string page) => AddAsync(ReadingKind.Listed, returneeIds, page);

    public Task PrintedAsync(IReadOnlyCollection<Guid> returneeIds, string page) => AddAsync(ReadingKind.Printed, returneeIds, page);

    public Task ExportedAsync(IReadOnlyCollection<Guid> returneeIds, string page) => AddAsync(ReadingKind.Exported, returneeIds, page);

    private async Task AddAsync(ReadingKind kind, IReadOnlyCollection<Guid> ids, string page)
    {
        if (ids.Count == 0)
            return;
        db.Readings.Add(new Reading(clock.UtcNow(), kind, user.Actor, user.Unit, page, ids));
        await db.SaveChangesAsync();
    }
}
