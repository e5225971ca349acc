using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Referrals;
using WorkBridge.Staff;

namespace WorkBridge.Requests;

/// <summary>Writes down a request that somebody of an own commune made, with the days the law leaves. An open one of the same kind is not written twice.</summary>
public sealed class ReceiveRequest(WorkBridgeDb db, RequestRules rules, WorkingDays days, CurrentUser user, TimeProvider clock)
{
    private static readonly Words Open = new("Yêu cầu này đã được ghi và chưa xong.", "This request is written down already and not yet done.");

    /// <exception cref="RuleBroken">Unknown or foreign person, an open request of the same kind, no kind chosen, or words about the past.</exception>
    public async Task<Guid> RunAsync(Guid returneeId, RequestKind? kind, string? words, CancellationToken ct)
    {
        var person = await db.Returnees.Of(user).SingleOrDefaultAsync(r => r.Id == returneeId, ct) ?? throw new RuleBroken(Rule.NotFound);
        if (kind is null)
            throw new RuleBroken(Rule.Incomplete, "Kind", new("Chọn điều được yêu cầu.", "Choose what is asked."));
        if (await db.DataRequests.AnyAsync(r => r.ReturneeId == returneeId && r.Kind == kind && (r.State == RequestState.Received || r.State == RequestState.Answered), ct))
            throw new RuleBroken(Rule.Duplicate, "Kind", Open);
        var now = clock.UtcNow();
        var othersHold = await db.Referrals.AnyAsync(r => r.ReturneeId == returneeId && r.SentAt != null, ct);
        var request = DataRequest.Receive(returneeId, person.CommuneCode, kind.Value, FreeText.Checked(words, DataRequest.WordsLength, "Asked"), othersHold, rules.On(Clock.DayOf(now)), days, user.Actor, now);
        db.DataRequests.Add(request);
        await db.SaveChangesAsync(ct);
        return request.Id;
    }
}
