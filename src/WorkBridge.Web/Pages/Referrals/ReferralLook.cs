using WorkBridge.Referrals;

namespace WorkBridge.Web.Pages.Referrals;

/// <summary>Tone and icon of a state: whose turn it is.</summary>
public static class ReferralLook
{
    public static (string Tone, string Icon, string Text) Of(ReferralState state, bool consentStands = true)
    {
        if (state == ReferralState.Prepared && !consentStands)
            return ("blocked", "shield-x", Tongue.T("Chưa có đồng ý", "No consent"));
        var (tone, icon) = state switch
        {
            ReferralState.Prepared => ("ours", "pencil"),
            ReferralState.Sent => ("theirs", "send"),
            ReferralState.Seen => ("theirs", "eye"),
            ReferralState.UnderReview => ("theirs", "hourglass"),
            ReferralState.InterviewSet => ("theirs", "calendar-event"),
            ReferralState.Trial => ("person", "tools"),
            ReferralState.Accepted => ("good", "circle-check"),
            ReferralState.WithdrawnByPerson => ("closed", "hand-stop"),
            ReferralState.Lapsed => ("closed", "clock-off"),
            ReferralState.PlacedElsewhere => ("closed", "arrow-fork"),
            ReferralState.CancelledAfterAcceptance or ReferralState.OpeningClosed => ("closed", "calendar-off"),
            _ => ("closed", "circle-minus"),
        };
        return (tone, icon, ReferralWords.Of(state).ToString());
    }
}
