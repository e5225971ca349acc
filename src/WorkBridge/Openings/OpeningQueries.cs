using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Email;
using WorkBridge.Employers;
using WorkBridge.Referrals;
using WorkBridge.Staff;

namespace WorkBridge.Openings;

internal static class OpeningQueries
{
    /// <summary>The opening, if the user may act on it.</summary>
    public static async Task<Opening> OwnOpeningAsync(this WorkBridgeDb db, Guid id, CurrentUser user, CancellationToken ct) =>
        await db.Openings.Of(user, db).SingleOrDefaultAsync(o => o.Id == id, ct) ?? throw new RuleBroken(Rule.NotFound);

    public static async Task RequireApprovedAsync(this WorkBridgeDb db, Guid employerId, CancellationToken ct)
    {
        if (await db.Employers.Where(e => e.Id == employerId).Select(e => e.State).FirstAsync(ct) != EmployerState.Approved)
            throw new RuleBroken(Rule.EmployerNotApproved);
    }

    /// <summary>Throws the first fault that keeps an opening from being read by others.</summary>
    public static void RequireComplete(this Opening opening, DateOnly today)
    {
        var faults = opening.ImportKey is null ? OpeningCheck.Faults(opening.Content, today, RecordBases.Default) : ImportCheck.Faults(opening.Content, today);
        if (faults.FirstOrDefault() is { } first)
            throw first.Broken();
    }

    /// <summary>Promises one mail to each contact of the opening's employer; one promise per <paramref name="about"/>.</summary>
    public static async Task TellContactsAsync(this WorkBridgeDb db, Opening opening, string kind, string about, DateTime now, CancellationToken ct, DateTime? notBefore = null)
    {
        var own = await db.Employers.Where(e => e.Id == opening.EmployerId).Select(e => e.Email).FirstAsync(ct);
        foreach (var address in await db.AddressesOfAsync(opening.EmployerId, own, ct))
            db.Outbox.Add(new OutboxMail($"{kind}:{opening.Id}:{about}:{address.Key}", kind, opening.Id, address.Value, now, notBefore));
    }
}
