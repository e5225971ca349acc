using Microsoft.EntityFrameworkCore;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Holidays;
using WorkBridge.Referrals;
using WorkBridge.Staff;

namespace WorkBridge.Requests;

/// <summary>The officer told the person that the request came and what will be done about it.</summary>
public sealed class AnswerRequest(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    private static readonly Words NothingSaid = new("Ghi đã nói gì với người tìm việc.", "Write what was said to the person.");

    /// <exception cref="RuleBroken">Unknown or another commune's, changed meanwhile, answered before, nothing said, or words about the past.</exception>
    public async Task RunAsync(Guid requestId, int? version, string? words, CancellationToken ct)
    {
        var request = await db.RequestAsync(user, requestId, version, ct);
        request.Answer(FreeText.Checked(words, DataRequest.WordsLength, "Answer") ?? throw new RuleBroken(Rule.Incomplete, "Answer", NothingSaid), user.Actor, clock.UtcNow());
        await db.SaveChangesAsync(ct);
    }
}

/// <summary>What was asked is done. Deleting is done by <see cref="Erasures.EraseOnRequest"/> alone.</summary>
public sealed class FinishRequest(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    private static readonly Words NothingTakenBack = new("Chưa rút lại điều nào. Rút từng điều ở trên trước, rồi ghi là xong.", "Nothing has been taken back yet. Take back each thing above first, then record it as done.");

    /// <exception cref="RuleBroken">Unknown or another commune's, changed meanwhile, ended before, a request to delete, or one to withdraw after which nothing was withdrawn.</exception>
    public async Task RunAsync(Guid requestId, int? version, CancellationToken ct)
    {
        var request = await db.RequestAsync(user, requestId, version, ct);
        if (request.Kind == RequestKind.Delete)
            throw new RuleBroken(Rule.WrongState);
        if (request.Kind == RequestKind.Withdraw && await NothingWithdrawnAsync(request, ct))
            throw new RuleBroken(Rule.WrongState, words: NothingTakenBack);
        request.Finish(user.Actor, clock.UtcNow());
        await db.SaveChangesAsync(ct);
    }

    private async Task<bool> NothingWithdrawnAsync(DataRequest request, CancellationToken ct) =>
        (await db.StandingOfAsync(request.ReturneeId, clock.Today(), ct)).Count > 0
        && !await db.Consents.AnyAsync(c => c.ReturneeId == request.ReturneeId && c.Decision == Decision.Withdrawn && c.At >= request.ReceivedAt, ct);
}

/// <summary>What was asked is not done, for a reason that is kept and told.</summary>
public sealed class RefuseRequest(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    /// <exception cref="RuleBroken">Unknown or another commune's, changed meanwhile, ended before, no reason, or words about the past.</exception>
    public async Task RunAsync(Guid requestId, int? version, string? why, CancellationToken ct)
    {
        var request = await db.RequestAsync(user, requestId, version, ct);
        var (reason, now) = (FreeText.Checked(why, DataRequest.WordsLength, "WhyNot"), clock.UtcNow());
        request.Refuse(reason, user.Actor, now);
        // What it had stopped goes on, for the same reason.
        foreach (var restriction in await db.Restrictions.Where(x => x.RequestId == requestId && x.LiftedAt == null).ToListAsync(ct))
            restriction.Lift(reason, user.Actor, now);
        await db.SaveChangesAsync(ct);
    }
}

/// <summary>Takes the one extension the law allows, for a reason that is kept and told.</summary>
public sealed class ExtendRequest(WorkBridgeDb db, RequestRules rules, HolidayCalendar holidays, CurrentUser user, TimeProvider clock)
{
    /// <exception cref="RuleBroken">Unknown or another commune's, changed meanwhile, ended or extended before, no reason, or words about the past.</exception>
    public async Task RunAsync(Guid requestId, int? version, string? why, CancellationToken ct)
    {
        var request = await db.RequestAsync(user, requestId, version, ct);
        request.Extend(FreeText.Checked(why, DataRequest.WordsLength, "WhyLonger"), rules.On(Clock.DayOf(request.ReceivedAt)), holidays, clock.UtcNow());
        await db.SaveChangesAsync(ct);
    }
}

internal static class RequestReach
{
    /// <summary>A request of an own commune, as the form saw it.</summary>
    public static async Task<DataRequest> RequestAsync(this WorkBridgeDb db, CurrentUser user, Guid requestId, int? version, CancellationToken ct)
    {
        var request = await db.DataRequests.Of(user).SingleOrDefaultAsync(r => r.Id == requestId, ct) ?? throw new RuleBroken(Rule.NotFound);
        db.ReadAt(request, version);
        return request;
    }
}
