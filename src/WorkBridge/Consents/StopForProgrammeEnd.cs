using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Returnees;
using WorkBridge.Staff;

namespace WorkBridge.Consents;

/// <summary>
/// An officer ends somebody's programme period: consents, open referrals, card and visits end with it in the same transaction.
/// Somebody who came and asked for help keeps what consent alone carries.
/// </summary>
public sealed class StopForProgrammeEnd(WorkBridgeDb db, EndOfHelp end, CurrentUser user, TimeProvider clock)
{
    /// <exception cref="RuleBroken">Unknown or foreign person, changed since the form was filled in, not in the programme, or an end before the start.</exception>
    public Task RunAsync(Guid returneeId, int? version, DateOnly on, ProgrammeEnding ending, CancellationToken ct) => LostRace.RetryAsync(db, async () =>
    {
        var person = await db.Returnees.Of(user).Include(r => r.Periods).SingleOrDefaultAsync(r => r.Id == returneeId, ct)
            ?? throw new RuleBroken(Rule.NotFound);
        db.ReadAt(person, version);
        person.LeaveProgramme(on, ending);
        await end.ExpireAsync(person, clock.UtcNow(), ct);
        await db.SaveChangesAsync(ct);
    });
}
