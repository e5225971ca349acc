using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Returnees;
using WorkBridge.Staff;

namespace WorkBridge.Support;

/// <summary>
/// Asks for help of a kind: the person at a screen for the own part, an officer for somebody of an own commune who said it at the desk.
/// While one of the kind is open it stays the one, however often and wherever it is asked.
/// </summary>
public sealed class AskSupport(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    /// <returns>The open request.</returns>
    /// <exception cref="RuleBroken">Unknown or foreign person, no kind chosen, or somebody who may not be helped today.</exception>
    public async Task<Guid> RunAsync(Guid returneeId, SupportKind? kind, CancellationToken ct)
    {
        if (kind is not { } asked || !Enum.IsDefined(asked))
            throw new RuleBroken(Rule.Incomplete, "Kind", new("Chọn điều cần giúp.", "Choose what help is needed with."));
        var person = await db.PersonForAsync(returneeId, user, ct);
        if (!person.MayBeHelped(clock.Today()))
            throw new RuleBroken(Rule.NotInProgramme);
        if (await OpenAsync(returneeId, asked, ct) is { } before)
            return before;
        var request = SupportRequest.Ask(person.Id, person.CommuneCode, asked, user.Actor, clock.UtcNow());
        db.SupportRequests.Add(request);
        try
        {
            await db.SaveChangesAsync(ct);
            return request.Id;
        }
        catch (DbUpdateException)
        {
            // Touched on two screens at once: the unique index let one through.
            db.ChangeTracker.Clear();
            if (await OpenAsync(returneeId, asked, ct) is { } first)
                return first;
            throw;
        }
    }

    private Task<Guid?> OpenAsync(Guid returneeId, SupportKind kind, CancellationToken ct) =>
        db.SupportRequests.Where(r => r.ReturneeId == returneeId && r.Kind == kind && r.EndedAt == null).Select(r => (Guid?)r.Id).SingleOrDefaultAsync(ct);
}

/// <summary>An officer takes a request up, hands it on, or says what became of it.</summary>
public sealed class MoveSupport(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    /// <exception cref="RuleBroken">Unknown or another commune's, changed meanwhile, a move that is not in the table, nothing told where something must be, or words about the past.</exception>
    public async Task RunAsync(Guid requestId, int? version, SupportState to, string? told, CancellationToken ct)
    {
        var request = await db.SupportRequests.Of(user).SingleOrDefaultAsync(r => r.Id == requestId, ct) ?? throw new RuleBroken(Rule.NotFound);
        db.ReadAt(request, version);
        request.Move(to, PersonWords.Check("Told", told, SupportRequest.WordsLength), user.Actor, clock.UtcNow());
        await db.SaveChangesAsync(ct);
    }
}

/// <summary>The person needs it no more. A second touch changes nothing.</summary>
public sealed class WithdrawSupport(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    public async Task RunAsync(Guid returneeId, SupportKind kind, CancellationToken ct)
    {
        if (await db.SupportRequests.SingleOrDefaultAsync(r => r.ReturneeId == returneeId && r.Kind == kind && r.EndedAt == null, ct) is not { } request)
            return;
        request.Move(SupportState.Withdrawn, null, user.Actor, clock.UtcNow());
        await db.SaveChangesAsync(ct);
    }
}
