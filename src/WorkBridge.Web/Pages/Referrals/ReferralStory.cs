using Microsoft.EntityFrameworkCore;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Employers;
using WorkBridge.Referrals;
using WorkBridge.Returnees;
using static WorkBridge.Web.Tongue;

namespace WorkBridge.Web.Pages.Referrals;

/// <summary>One thing that happened to a referral.</summary>
public sealed record Happening(DateTime At, string Icon, string Who, string What, string? More);

/// <summary>What has happened to a referral, newest first, and how many of it were moves.</summary>
public sealed record ReferralStory(IReadOnlyList<Happening> Happenings, int Moves)
{
    public static async Task<ReferralStory> ReadAsync(WorkBridgeDb db, Referral referral, Returnee person, Employer employer, Consent? consent, DateOnly today, CancellationToken ct)
    {
        var moves = await db.StateMoves.AsNoTracking().Where(m => m.Noun == nameof(Referral) && m.NounId == referral.Id).ToListAsync(ct);
        var accountIds = moves.Where(m => m.ByKind is ActorKind.Officer or ActorKind.Employer).Select(m => m.ById).Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(a => accountIds.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, ct);
        var happenings = moves.OrderByDescending(m => m.At).ThenByDescending(m => m.Id).Select(m =>
        {
            var state = Enum.Parse<ReferralState>(m.To);
            var who = m.ByKind switch
            {
                ActorKind.Officer or ActorKind.Employer => m.ById is { } id && names.TryGetValue(id, out var name) ? name : employer.Name,
                ActorKind.EmployerLink => employer.Name,
                ActorKind.Person => person.Details.Name,
                _ => T("Hệ thống", "The system"),
            };
            var code = m.Code is { } reason && Enum.TryParse<DeclineReason>(reason, out var known) ? ReferralWords.Of(known).ToString() : null;
            return new Happening(m.At, ReferralLook.Of(state).Icon, who, ReferralWords.Of(state).ToString(), code);
        }).ToList();
        if (consent is { } act)
            happenings.Add(new(act.At, act.Stands(today) ? "shield-check" : "shield-x", person.Details.Name, ConsentState.Of(act, today) is "given" or "soon" ? T($"Đồng ý gửi tay nghề cho {employer.Name}", $"Agreed to {employer.Name}") : T($"Không còn đồng ý với {employer.Name}", $"No standing consent for {employer.Name}"), null));
        return new ReferralStory([.. happenings.OrderByDescending(h => h.At)], moves.Count);
    }

    /// <summary>The newest of it in one line, with the day that was agreed: for whoever was second.</summary>
    public IEnumerable<(string Label, string Kept)> Latest(Referral referral) => Happenings.Take(1).Select(last => ($"{Show.At(last.At)}, {last.Who}", string.Join(", ", new[]
    {
        last.What,
        last.More,
        referral.State == ReferralState.InterviewSet ? Show.At(referral.InterviewAt!.Value) : null,
        referral.State == ReferralState.Trial ? Show.Day(referral.TrialFrom) : null,
        referral.State == ReferralState.Accepted ? Show.Day(referral.StartsOn) : null,
    }.OfType<string>())));
}
