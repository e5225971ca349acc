namespace WorkBridge.Referrals;

public enum ReferralState
{
    Prepared,
    Sent,
    Seen,
    UnderReview,
    InterviewSet,
    Trial,
    Accepted,
    Declined,
    WithdrawnByPerson,
    Lapsed,
    PlacedElsewhere,
    CancelledAfterAcceptance,
    OpeningClosed,
}

/// <summary>Why a referral was declined; an employer is offered six of them (<see cref="DeclineReasons.ForEmployers"/>).</summary>
public enum DeclineReason
{
    Unreachable,
    MissedInterview,
    AlreadyWorking,
    InTraining,
    TooFar,
    HoursDoNotFit,
    NotInterested,
    LacksSkill,
    ObstacleDoesNotFit,
    NoPlaceLeft,
    NotEnoughInformation,
    Duplicate,
    Other,
}

public static class DeclineReasons
{
    public static readonly IReadOnlyList<DeclineReason> ForEmployers =
    [
        DeclineReason.NoPlaceLeft,
        DeclineReason.LacksSkill,
        DeclineReason.HoursDoNotFit,
        DeclineReason.TooFar,
        DeclineReason.NotEnoughInformation,
        DeclineReason.Other,
    ];
}
