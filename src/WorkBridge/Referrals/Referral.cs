using System.Security.Cryptography;
using WorkBridge.Consents;
using WorkBridge.Openings;

namespace WorkBridge.Referrals;

/// <summary>An officer's promise that this person meets this opening (giới thiệu).</summary>
public sealed class Referral : IMoving
{
    public const int TextLength = 600;

    /// <summary>Calendar days an employer has for an answer.</summary>
    public const int DaysToAnswer = 14;

    private Referral()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>What stands for it on paper and in mails: "GT-4K7M2PXC".</summary>
    public string Number { get; private set; } = "";

    public Guid OpeningId { get; private set; }

    public Opening Opening { get; private set; } = null!;

    public Guid EmployerId { get; private set; }

    public Guid ReturneeId { get; private set; }

    /// <summary>The person's commune, whose officers own the referral.</summary>
    public string CommuneCode { get; private set; } = "";

    /// <summary>Who is told of what the employer answers.</summary>
    public Guid OfficerId { get; private set; }

    public ReferralState State { get; private set; }

    public DateTime PreparedAt { get; private set; }

    public DateTime? SentAt { get; private set; }

    /// <summary>The last day for an answer; an extension moves it.</summary>
    public DateOnly? AnswerBy { get; private set; }

    public DateTime? SeenAt { get; private set; }

    public DateTime? InterviewAt { get; private set; }

    public string? InterviewPlace { get; private set; }

    public DateOnly? TrialFrom { get; private set; }

    public DateOnly? StartsOn { get; private set; }

    public DeclineReason? DeclineReason { get; private set; }

    /// <summary>The employer's question or words about a decline: to the officer, never to the person.</summary>
    public string? TextToOfficer { get; private set; }

    /// <summary>What the officer tells the person, kind and plain.</summary>
    public string? TextToPerson { get; private set; }

    public string? InternalText { get; private set; }

    /// <summary>Score, rank and reasons when it was prepared (<see cref="SeenMatch"/>, as JSON), for the replay; never changed.</summary>
    public string? MatchJson { get; private set; }

    public DateTime? EndedAt { get; private set; }

    /// <summary>The month in which the person was erased: from then on it is a number in a count, and no page shows it.</summary>
    public DateOnly? ErasedOn { get; private set; }

    public int Version { get; private set; }

    public List<StateMove> NewMoves { get; } = [];

    public bool IsOpen => ReferralMoves.Open.Contains(State);

    public bool IsWithEmployer => ReferralMoves.WithEmployer.Contains(State);

    /// <summary>A colleague takes it over.</summary>
    public void HandTo(Guid officerId)
    {
        OfficerId = officerId;
        Version++;
    }

    public static Referral Prepare(Opening opening, Guid returneeId, string communeCode, Actor officer, DateTime now, string? matchJson)
    {
        if (!opening.IsLive)
            throw new RuleBroken(Rule.OpeningNotLive);
        if (opening.PlacesLeft <= 0)
            throw new RuleBroken(Rule.NoPlaceLeft);
        var referral = new Referral
        {
            Number = "GT-" + RandomNumberGenerator.GetString("ACDEFGHJKLMNPQRTUVWXY34679", 8),
            OpeningId = opening.Id,
            EmployerId = opening.EmployerId,
            ReturneeId = returneeId,
            CommuneCode = communeCode,
            OfficerId = officer.Id!.Value,
            PreparedAt = now,
            MatchJson = matchJson,
        };
        referral.NewMoves.Add(new StateMove(nameof(Referral), referral.Id, null, nameof(ReferralState.Prepared), now, officer));
        return referral;
    }

    public bool CanMove(ReferralState to, ActorKind by) => ReferralMoves.Table.Allows(State, to, by);

    /// <summary>Whether a press of "send" would go through, given the person's standing consent for this employer.</summary>
    public bool CanSend(Consent? consent, DateOnly today) => State == ReferralState.Prepared && Covers(consent, today);

    /// <summary>Sends it: the employer has until <paramref name="answerBy"/>, or <see cref="DaysToAnswer"/> days from today.</summary>
    public void Send(Consent? consent, Actor by, DateTime now, DateOnly? answerBy = null)
    {
        if (!CanMove(ReferralState.Sent, by.Kind))
            throw new RuleBroken(Rule.WrongState);
        if (!Covers(consent, Clock.DayOf(now)))
            throw new RuleBroken(Rule.ConsentMissing);
        Move(ReferralState.Sent, by, now);
        SentAt = now;
        AnswerBy = answerBy ?? Clock.DayOf(now).AddDays(DaysToAnswer);
    }

    /// <summary>The employer asked to see who is introduced. Only the first time after sending is a move.</summary>
    public void MarkSeen(Actor by, DateTime now)
    {
        if (SeenAt is not null || State is ReferralState.UnderReview or ReferralState.InterviewSet or ReferralState.Trial)
            return;
        Move(ReferralState.Seen, by, now);
        SeenAt = now;
    }

    public void Ask(string question, Actor by, DateTime now)
    {
        Move(ReferralState.UnderReview, by, now);
        TextToOfficer = question;
    }

    public void SetInterview(DateTime at, string? place, Actor by, DateTime now)
    {
        if (at <= now)
            throw new RuleBroken(Rule.DateInThePast, "InterviewAt");
        if (at > now.AddDays(180))
            throw new RuleBroken(Rule.DateTooFar, "InterviewAt");
        Move(ReferralState.InterviewSet, by, now);
        InterviewAt = at;
        InterviewPlace = place;
    }

    public void StartTrial(DateOnly from, Actor by, DateTime now)
    {
        CheckStart(from, now, "TrialFrom");
        Move(ReferralState.Trial, by, now);
        TrialFrom = from;
    }

    public void Accept(DateOnly startsOn, Actor by, DateTime now)
    {
        CheckStart(startsOn, now, "StartsOn");
        Move(ReferralState.Accepted, by, now);
        StartsOn = startsOn;
    }

    public void Decline(DeclineReason reason, string? words, Actor by, DateTime now)
    {
        if (reason == Referrals.DeclineReason.Other && string.IsNullOrWhiteSpace(words))
            throw new RuleBroken(Rule.ReasonMissing, "Words");
        Move(ReferralState.Declined, by, now, reason.ToString());
        DeclineReason = reason;
        TextToOfficer = words;
    }

    public void Withdraw(Actor by, DateTime now) => Move(ReferralState.WithdrawnByPerson, by, now);

    public void Lapse(DateTime now) => Move(ReferralState.Lapsed, Actor.System, now);

    public void PlaceElsewhere(DateTime now) => Move(ReferralState.PlacedElsewhere, Actor.System, now);

    public void OpeningWasClosed(DateTime now) => Move(ReferralState.OpeningClosed, Actor.System, now);

    public void Cancel(Actor by, DateTime now) => Move(ReferralState.CancelledAfterAcceptance, by, now);

    /// <summary>Gives the employer more time: the new last day must be later than the old one.</summary>
    public void Extend(DateOnly answerBy, DateTime now)
    {
        if (State is not (ReferralState.Sent or ReferralState.Seen or ReferralState.UnderReview))
            throw new RuleBroken(Rule.WrongState);
        if (answerBy <= AnswerBy || answerBy <= Clock.DayOf(now))
            throw new RuleBroken(Rule.DateInThePast, "AnswerBy");
        AnswerBy = answerBy;
        Version++;
    }

    public void Write(string? toPerson, string? inside)
    {
        TextToPerson = toPerson;
        InternalText = inside;
        Version++;
    }

    private bool Covers(Consent? consent, DateOnly today) =>
        consent is not null && consent.ReturneeId == ReturneeId && consent.EmployerId == EmployerId && consent.Stands(today);

    private static void CheckStart(DateOnly day, DateTime now, string field)
    {
        if (day < Clock.DayOf(now).AddDays(-30))
            throw new RuleBroken(Rule.DateInThePast, field);
        if (day > Clock.DayOf(now).AddDays(365))
            throw new RuleBroken(Rule.DateTooFar, field);
    }

    private void Move(ReferralState to, Actor by, DateTime now, string? code = null)
    {
        if (!CanMove(to, by.Kind))
            throw new RuleBroken(Rule.WrongState);
        NewMoves.Add(new StateMove(nameof(Referral), Id, State.ToString(), to.ToString(), now, by, code));
        State = to;
        Version++;
        if (!IsOpen && to != ReferralState.Accepted)
            EndedAt = now;
    }
}
