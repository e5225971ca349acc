using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Holidays;
using WorkBridge.Referrals;
using WorkBridge.Returnees;
using WorkBridge.Staff;

namespace WorkBridge.Requests;

/// <summary>
/// Writes down a request, with the days the law leaves: the person's own at a screen, or one that somebody of an own commune brought to the
/// desk. Restricting and objecting work before this returns. An open one of the same kind is not written twice.
/// </summary>
public sealed class ReceiveRequest(WorkBridgeDb db, RequestRules rules, HolidayCalendar holidays, CurrentUser user, TimeProvider clock)
{
    private static readonly Words Open = new("Yêu cầu này đã được ghi và chưa xong.", "This request is written down already and not yet done.");

    /// <param name="returneeId">Who asks.</param>
    /// <param name="kind">What is asked.</param>
    /// <param name="scope">The purpose objected to; of no meaning for other kinds.</param>
    /// <param name="words">In the person's words.</param>
    /// <param name="ct">Stops waiting.</param>
    /// <returns>The request; asked again by the person at a screen, the open one.</returns>
    /// <exception cref="RuleBroken">Unknown or foreign person, at the desk an open request of the same kind, no kind or purpose chosen, or words about the past.</exception>
    public async Task<Guid> RunAsync(Guid returneeId, RequestKind? kind, RequestScope? scope, string? words, CancellationToken ct)
    {
        var person = await db.PersonForAsync(returneeId, user, ct);
        if (kind is not { } asked || !Enum.IsDefined(asked))
            throw new RuleBroken(Rule.Incomplete, "Kind", new("Chọn điều được yêu cầu.", "Choose what is asked."));
        if (asked == RequestKind.Object && scope is not (RequestScope.Matching or RequestScope.Statistics))
            throw new RuleBroken(Rule.Incomplete, "Scope", new("Chọn việc bị phản đối.", "Choose what is objected to."));
        var about = asked == RequestKind.Object ? scope!.Value : RequestScope.Everything;
        if (await OpenAsync(returneeId, asked, about, ct) is { } before)
            return Again(before);
        var now = clock.UtcNow();
        var othersHold = await db.Referrals.AnyAsync(r => r.ReturneeId == returneeId && r.SentAt != null, ct);
        var request = DataRequest.Receive(returneeId, person.CommuneCode, asked, FreeText.Checked(words, DataRequest.WordsLength, "Asked"), othersHold, rules.On(Clock.DayOf(now)), holidays, user.Actor, now, about);
        db.DataRequests.Add(request);
        if (request.Stops && !await db.Restrictions.AnyAsync(x => x.ReturneeId == returneeId && x.LiftedAt == null && x.Scope == about, ct))
            db.Restrictions.Add(Restriction.Begin(request, user.Actor, now));
        try
        {
            await db.SaveChangesAsync(ct);
            return request.Id;
        }
        catch (DbUpdateException)
        {
            // Touched on two screens at once: the unique index let one through.
            db.ChangeTracker.Clear();
            if (await OpenAsync(returneeId, asked, about, ct) is { } first)
                return Again(first);
            throw;
        }
    }

    private Guid Again(Guid open) => user.Actor.Kind == ActorKind.Person ? open : throw new RuleBroken(Rule.Duplicate, "Kind", Open);

    private Task<Guid?> OpenAsync(Guid returneeId, RequestKind kind, RequestScope scope, CancellationToken ct) =>
        db.DataRequests.Where(r => r.ReturneeId == returneeId && r.Kind == kind && r.Scope == scope && r.EndedAt == null).Select(r => (Guid?)r.Id).FirstOrDefaultAsync(ct);
}
