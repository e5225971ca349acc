using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Openings;
using WorkBridge.Staff;

namespace WorkBridge.Kiosks;

/// <summary>Calls an officer to a screen. Pressed again while nobody has come, it stays one call.</summary>
public sealed class CallOfficer(WorkBridgeDb db, TimeProvider clock)
{
    public async Task RunAsync(Guid deviceId, string communeCode, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var lately = now.AddMinutes(-10);
        if (await db.HelpCalls.AnyAsync(c => c.DeviceId == deviceId && c.AnsweredAt == null && c.At > lately, ct))
            return;
        db.HelpCalls.Add(new HelpCall(deviceId, communeCode, now));
        await db.SaveChangesAsync(ct);
    }
}

/// <summary>"I want to ask about this job": with a person, the own officers are told; without, it gives a number to read out at the desk.</summary>
public sealed class ShowInterest(WorkBridgeDb db, TimeProvider clock)
{
    /// <returns>The row; asked twice by the same person it is the first one.</returns>
    /// <exception cref="RuleBroken">No such opening, or it is not live any more.</exception>
    public async Task<Interest> RunAsync(Guid openingId, Guid? returneeId, string deviceCommuneCode, CancellationToken ct)
    {
        if (!await db.Openings.AnyAsync(o => o.Id == openingId && o.State == OpeningState.Live, ct))
            throw new RuleBroken(Rule.OpeningNotLive);
        if (returneeId is not null && await db.Interests.FirstOrDefaultAsync(i => i.OpeningId == openingId && i.ReturneeId == returneeId && i.AnsweredAt == null, ct) is { } before)
            return before;
        var commune = returneeId is null ? deviceCommuneCode : await db.Returnees.Where(r => r.Id == returneeId).Select(r => r.CommuneCode).SingleAsync(ct);
        var interest = new Interest(openingId, returneeId, commune, clock.UtcNow());
        db.Interests.Add(interest);
        await db.SaveChangesAsync(ct);
        return interest;
    }
}

/// <summary>An officer has seen to a call or an interest of an own commune. A second press changes nothing.</summary>
public sealed class AnswerAsk(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    /// <exception cref="RuleBroken">Unknown or another commune's.</exception>
    public async Task RunAsync(Guid askId, CancellationToken ct)
    {
        var codes = user.CommuneCodes;
        var now = clock.UtcNow();
        if (await db.HelpCalls.SingleOrDefaultAsync(c => c.Id == askId && codes.Contains(c.CommuneCode), ct) is { } call)
            call.Answer(user.AccountId, now);
        else if (await db.Interests.SingleOrDefaultAsync(i => i.Id == askId && codes.Contains(i.CommuneCode), ct) is { } interest)
            interest.Answer(user.AccountId, now);
        else
            throw new RuleBroken(Rule.NotFound);
        await db.SaveChangesAsync(ct);
    }
}
