using static WorkBridge.ActorKind;
using static WorkBridge.Referrals.ReferralState;

namespace WorkBridge.Referrals;

/// <summary>The table of moves of a referral (product brief, section 5).</summary>
public static class ReferralMoves
{
    /// <summary>States in which the employer may still answer.</summary>
    public static readonly IReadOnlyList<ReferralState> WithEmployer = [Sent, Seen, UnderReview, InterviewSet, Trial];

    /// <summary>States from which nothing is decided yet.</summary>
    public static readonly IReadOnlyList<ReferralState> Open = [Prepared, .. WithEmployer];

    public static readonly MoveTable<ReferralState> Table = new([.. Rules()]);

    private static IEnumerable<MoveRule<ReferralState>> Rules()
    {
        ActorKind[] answerers = [EmployerLink, Employer, Officer];
        yield return new(Prepared, Sent, Officer);
        yield return new(Sent, Seen, EmployerLink, Employer);
        foreach (var from in new[] { Sent, Seen, UnderReview })
        {
            yield return new(from, UnderReview, answerers);
            yield return new(from, InterviewSet, answerers);
            yield return new(from, Trial, answerers);
            yield return new(from, Accepted, answerers);
            yield return new(from, Declined, answerers);
            yield return new(from, Lapsed, ActorKind.System);
        }

        yield return new(InterviewSet, InterviewSet, answerers);
        yield return new(InterviewSet, Trial, answerers);
        yield return new(InterviewSet, Accepted, answerers);
        yield return new(InterviewSet, Declined, answerers);
        yield return new(Trial, Accepted, answerers);
        yield return new(Trial, Declined, answerers);
        foreach (var from in Open)
        {
            yield return new(from, WithdrawnByPerson, Person, Officer, ActorKind.System);
            yield return new(from, PlacedElsewhere, ActorKind.System);
            yield return new(from, OpeningClosed, ActorKind.System);
        }

        yield return new(Accepted, CancelledAfterAcceptance, Officer, Employer, Person);
    }
}
