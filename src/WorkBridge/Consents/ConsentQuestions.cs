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

    /// <summary>Prepared referrals to employers the person has not said yes to.</summary>
    public static async Task<IReadOnlyList<EmployerQuestion>> EmployerQuestionsAsync(this WorkBridgeDb db, Guid returneeId, DateOnly today, CancellationToken ct)
    {
        var standing = db.Consents.Where(c => c.Purpose == Purpose.Employer).Standing(db, today);
        return await (
            from referral in db.Referrals
            join employer in db.Employers on referral.EmployerId equals employer.Id
            where referral.ReturneeId == returneeId && referral.State == ReferralState.Prepared
                && !standing.Any(c => c.ReturneeId == returneeId && c.EmployerId == referral.EmployerId)
            orderby referral.PreparedAt
            select new EmployerQuestion(referral.Id, employer.Id, employer.Name, referral.Opening.Title, referral.Opening.TradeCode)).ToListAsync(ct);
    }

    /// <summary>Everything that stands today, with the employer's name where there is one.</summary>
    public static async Task<IReadOnlyList<StandingConsent>> StandingOfAsync(this WorkBridgeDb db, Guid returneeId, DateOnly today, CancellationToken ct)
    {
        var standing = await db.Consents.Where(c => c.ReturneeId == returneeId).Standing(db, today).ToListAsync(ct);
        var ids = standing.Where(c => c.EmployerId is not null).Select(c => c.EmployerId!.Value).ToList();
        var names = await db.Employers.Where(e => ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id, e => e.Name, ct);
        return standing.OrderBy(c => c.Purpose).Select(c => new StandingConsent(c.Purpose, c.EmployerId, c.EmployerId is { } id ? names[id] : null, c.ExpiresOn!.Value)).ToList();
    }
}

public sealed record StandingConsent(Purpose Purpose, Guid? EmployerId, string? EmployerName, DateOnly ExpiresOn);
