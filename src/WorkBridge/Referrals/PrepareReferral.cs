using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Matching;
using WorkBridge.Requests;
using WorkBridge.Search;
using WorkBridge.Staff;

namespace WorkBridge.Referrals;

/// <summary>
/// Prepares a referral of a person of the officer's commune to a live opening with a place left. Nothing leaves the house:
/// it waits for the person's consent for this employer. Where the pair stands now in the list it was chosen from is kept with
/// it. Throws <see cref="RuleBroken"/> with NotFound, NotInProgramme, HeldBack,
/// OpeningNotLive, NoPlaceLeft, AlreadyReferred or ClosedWork.
/// </summary>
public sealed class PrepareReferral(WorkBridgeDb db, MatchPeople matchPeople, MatchOpenings matchOpenings, CurrentUser user, TimeProvider clock)
{
    /// <param name="openingId">The opening.</param>
    /// <param name="returneeId">The person.</param>
    /// <param name="from">The list it was chosen from; null when chosen without one.</param>
    /// <param name="ct">Stops waiting.</param>
    public async Task<Guid> RunAsync(Guid openingId, Guid returneeId, MatchList? from, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var person = await db.Returnees.Of(user).Include(r => r.Periods).SingleOrDefaultAsync(r => r.Id == returneeId, ct) ?? throw new RuleBroken(Rule.NotFound);
        var opening = await db.Openings.LiveOrOf(user).SingleOrDefaultAsync(o => o.Id == openingId, ct) ?? throw new RuleBroken(Rule.OpeningNotLive);
        if (!person.MayBeHelped(Clock.DayOf(now)))
            throw new RuleBroken(Rule.NotInProgramme);
        if (await db.IsHeldBackAsync(returneeId, ct))
            throw new RuleBroken(Rule.HeldBack);
        if (await db.Referrals.AnyAsync(r => r.ReturneeId == returneeId && r.OpeningId == openingId && ReferralMoves.Open.Contains(r.State), ct))
            throw new RuleBroken(Rule.AlreadyReferred);
        var profile = await db.SkillProfiles.SingleOrDefaultAsync(p => p.ReturneeId == returneeId, ct);
        if (profile is not null && IsClosed(opening.TradeCode, profile.Content.ClosedWork))
            throw new RuleBroken(Rule.ClosedWork);

        var referral = Referral.Prepare(opening, person.Id, person.CommuneCode, user.Actor, now, (await SeenAsync(openingId, returneeId, from, ct))?.Write());
        db.Referrals.Add(referral);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (e is not DbUpdateConcurrencyException)
        {
            // Two officers pressed at once: the unique index on open referrals let one through.
            db.ChangeTracker.Clear();
            if (await db.Referrals.AnyAsync(r => r.ReturneeId == returneeId && r.OpeningId == openingId && ReferralMoves.Open.Contains(r.State), ct))
                throw new RuleBroken(Rule.AlreadyReferred);
            throw;
        }

        return referral.Id;
    }

    /// <summary>Null where the pair is in no list: the person has not agreed to matching, or the score excludes the pair.</summary>
    private async Task<SeenMatch?> SeenAsync(Guid openingId, Guid returneeId, MatchList? from, CancellationToken ct)
    {
        switch (from)
        {
            case MatchList.People:
                var people = (await matchPeople.RunAsync(openingId, ct)).Matches.ToList();
                var person = people.FindIndex(m => m.Person.Id == returneeId);
                return person < 0 ? null : SeenMatch.Of(MatchList.People, person + 1, people.Count, people[person].Score, people[person].AheadByWaiting);
            case MatchList.Openings:
                var openings = (await matchOpenings.RunAsync(returneeId, Reach.Everywhere, kind: null, like: null, ct)).Matches.ToList();
                var opening = openings.FindIndex(m => m.Opening.Id == openingId);
                return opening < 0 ? null : SeenMatch.Of(MatchList.Openings, opening + 1, openings.Count, openings[opening].Score, ahead: false);
            default:
                return null;
        }
    }

    private static bool IsClosed(string? tradeCode, IReadOnlyList<string> closedWork) =>
        tradeCode is not null && Vocabulary.Default.Trade(tradeCode)?.ClosedBy is { } closedBy && closedWork.Contains(closedBy);
}
