using Microsoft.EntityFrameworkCore;
using WorkBridge.Communes;
using WorkBridge.Data;
using WorkBridge.Email;
using WorkBridge.Employers;
using WorkBridge.Openings;

namespace WorkBridge.Referrals.Mails;

/// <summary>What a mail about a referral may draw on. The person is not among it, only whether the consent for this employer stands now.</summary>
internal sealed record ReferralMailFacts(Referral Referral, Opening Opening, Employer Employer, Commune Commune, OneTimeLink? Link, bool ConsentStands)
{
    public Words Trade => TradeWords.InSentence(TradeWords.Of(Opening));

    /// <summary>"Trung tâm Phục vụ hành chính công phường Kiến An" as people say it: the centre of the commune.</summary>
    public Words Centre => new($"Trung tâm {LowerFirst(Commune.Name)}", $"The centre of {Commune.Name}");

    public MailLayout Layout(Site site) => new(Employer.Language, site);

    public static async Task<ReferralMailFacts> LoadAsync(WorkBridgeDb db, Guid referralId, DateTime now, CancellationToken ct)
    {
        var referral = await db.Referrals.AsNoTracking().Include(r => r.Opening).SingleAsync(r => r.Id == referralId, ct);
        return new ReferralMailFacts(
            referral,
            referral.Opening,
            await db.Employers.AsNoTracking().SingleAsync(e => e.Id == referral.EmployerId, ct),
            await db.Communes.AsNoTracking().SingleAsync(c => c.Code == referral.CommuneCode, ct),
            await db.OneTimeLinks.AsNoTracking().Where(l => l.ReferralId == referralId && l.Step == null && l.RevokedAt == null && l.ExpiresAt > now).OrderByDescending(l => l.CreatedAt).FirstOrDefaultAsync(ct),
            await db.ConsentStandsAsync(referral, Clock.DayOf(now), ct));
    }

    /// <summary>What stands in a calendar for the interview.</summary>
    public string InterviewTitle(MailLayout page) => page.Pick($"Phỏng vấn {Referral.Number}, {Trade.Vi}", $"Interview {Referral.Number}, {Trade.En}");

    /// <summary>Whom to ring: the office of the commune, never the person.</summary>
    public void SayWhomToRing(MailLayout page)
    {
        if (Commune.Phone is { } phone)
            page.Small($"Cần trao đổi, xin gọi {Centre.Vi}: {phone}.", $"To talk it over, please ring {LowerFirst(Centre.En)}: {phone}.");
    }

    public static string LowerFirst(string name) => name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name[1..];
}

internal static class InterviewCalendars
{
    /// <summary>Whether an interview that is still ahead left by a mail of this kind, so that it stands in its reader's calendar.</summary>
    public static async Task<bool> IsInterviewInCalendarAsync(this WorkBridgeDb db, Referral referral, string kind, DateTime now, CancellationToken ct) =>
        referral is { State: not ReferralState.InterviewSet, InterviewAt: { } at } && at > now
        && await db.Outbox.AnyAsync(m => m.SubjectId == referral.Id && m.Kind == kind && m.State == MailState.Sent, ct);
}
