using WorkBridge.Data;
using WorkBridge.Matching;
using WorkBridge.Staff;

namespace WorkBridge.Employers;

/// <summary>Keeps how many people work for an employer of the user's communes (or province), as somebody there told. Throws <see cref="RuleBroken"/> with NotFound.</summary>
public sealed class SizeEmployer(WorkBridgeDb db, CurrentUser user)
{
    public async Task RunAsync(Guid id, EmployerSize size, CancellationToken ct)
    {
        var employer = await db.OwnEmployerAsync(id, user, ct);
        employer.TellSize(size);
        await db.SaveChangesAsync(ct);
    }
}
