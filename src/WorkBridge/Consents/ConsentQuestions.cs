using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Referrals;

namespace WorkBridge.Consents;

/// <summary>Where one question stands for a person: the last answer (null when never asked), and whether the service may put it by itself.</summary>
public sealed record ConsentQuestion(Purpose Purpose, Consent? Last, bool Stands, bool MayAsk);

/// <summary>A referral that waits for the person's word on one employer.</summary>
public sealed record EmployerQuestion(Guid ReferralId, Guid EmployerId, string EmployerName, string OpeningTitle, string? TradeCode);

/// <summary>The questions of a person, in the order in which they are read.</summary>
public static class ConsentQuestions
{
    /// <summary>The purposes asked in a row. Sending to an employer is asked alone, when a referral is prepared.</summary>
    public static readonly IReadOnlyList<Purpose> InOrder = [Purpose.Matching, Purpose.Reminders, Purpose.Mentor, Purpose.Statistics];

    public static async Task<IReadOnlyList<ConsentQuestion>> QuestionsAsync(this WorkBridgeDb db, Guid returneeId, ConsentRules rules, DateOnly today, CancellationToken ct)
    {
        var last = await db.Consents.Where(c => c.ReturneeId == returneeId && c.EmployerId == null).Last(db).ToListAsync(ct);
        return InOrder.Select(purpose =>
        {
            var act = last.SingleOrDefault(c => c.Purpose == purpose);
            return new ConsentQuestion(purpose, act, act?.Stands(today) == true, rules.MayAsk(act, today));
        }).ToList();
    }

    /// <summary>Referrals that wait for a yes to their employer: prepared ones, and open ones whose yes rests under an older notice.</summary>
    public static async Task<IReadOnlyList<EmployerQuestion>> EmployerQuestionsAsync(this WorkBridgeDb db, Guid returneeId, DateOnly today, CancellationToken ct)
    {
        var mine = db.Consents.Where(c => c.ReturneeId == returneeId && c.Purpose == Purpose.Employer);
        var standing = mine.Standing(db, today);
        var resting = mine.Where(c => c.Decision == Decision.Superseded).Last(db);
        var open = ReferralMoves.Open;
        return await (
            from referral in db.Referrals
            join employer in db.Employers on referral.EmployerId equals employer.Id
            where referral.ReturneeId == returneeId && !standing.Any(c => c.EmployerId == referral.EmployerId)
                && (referral.State == ReferralState.Prepared || (open.Contains(referral.State) && resting.Any(c => c.EmployerId == referral.EmployerId)))
            orderby referral.PreparedAt
            select new EmployerQuestion(referral.Id, employer.Id, employer.Name, referral.Opening.Title, referral.Opening.TradeCode)).ToListAsync(ct);
    }

    /// <summary>Everything that can be taken back today, with the employer's name where there is one: what stands, and what rests until it is asked again.</summary>
    public static async Task<IReadOnlyList<StandingConsent>> StandingOfAsync(this WorkBridgeDb db, Guid returneeId, DateOnly today, CancellationToken ct)
    {
        var standing = await db.Consents.Where(c => c.ReturneeId == returneeId && (c.Decision == Decision.Given || c.Decision == Decision.Superseded) && c.ExpiresOn >= today).Last(db).ToListAsync(ct);
        var ids = standing.Where(c => c.EmployerId is not null).Select(c => c.EmployerId!.Value).ToList();
        var names = await db.Employers.Where(e => ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id, e => e.Name, ct);
        return standing.OrderBy(c => c.Purpose).Select(c => new StandingConsent(c.Purpose, c.EmployerId, c.EmployerId is { } id ? names[id] : null, c.ExpiresOn!.Value, c.Decision == Decision.Superseded)).ToList();
    }
}

public sealed record StandingConsent(Purpose Purpose, Guid? EmployerId, string? EmployerName, DateOnly ExpiresOn, bool Rests);
