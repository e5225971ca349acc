using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Requests;
using WorkBridge.Staff;

namespace WorkBridge.Erasures;

/// <summary>
/// Does what somebody asked who wants everything deleted: the request is done and the person erased in one transaction. The officer
/// types the file number, so that nobody is erased by a slip of the hand.
/// </summary>
public sealed class EraseOnRequest(WorkBridgeDb db, ErasePerson erase, CurrentUser user, TimeProvider clock)
{
    private static readonly Words NotTheNumber = new("Nhập đúng mã hồ sơ của người này, ví dụ HS-7K2M9QXA.", "Type the file number of this very person, such as HS-7K2M9QXA.");

    /// <exception cref="RuleBroken">Unknown or another commune's, no request to delete, changed meanwhile, ended before, or another file number.</exception>
    public async Task RunAsync(Guid requestId, int? version, string? fileNumber, CancellationToken ct)
    {
        var request = await db.RequestAsync(user, requestId, version, ct);
        var person = await db.Returnees.Of(user).AsNoTracking().SingleOrDefaultAsync(r => r.Id == request.ReturneeId, ct) ?? throw new RuleBroken(Rule.NotFound);
        if (request.Kind != RequestKind.Delete)
            throw new RuleBroken(Rule.WrongState);
        if (!string.Equals(fileNumber?.Trim(), person.Code, StringComparison.OrdinalIgnoreCase))
            throw new RuleBroken(Rule.CodeWrong, "FileNumber", NotTheNumber);
        await erase.RunAsync(person.Id, async () =>
        {
            request.Finish(user.Actor, clock.UtcNow());
            await db.SaveChangesAsync(ct);
        }, ct);
    }
}
