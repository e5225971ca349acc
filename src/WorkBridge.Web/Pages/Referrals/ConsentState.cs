using WorkBridge.Consents;

namespace WorkBridge.Web.Pages.Referrals;

/// <summary>Where a consent stands, in the words of wb-consent.</summary>
public static class ConsentState
{
    /// <summary>Days before its end from which a consent is shown as ending soon.</summary>
    private const int SoonDays = 14;

    public static string Of(Consent? consent, DateOnly today) => consent switch
    {
        null => "none",
        { Decision: Decision.Refused } => "refused",
        { Decision: Decision.Withdrawn } => "withdrawn",
        { Decision: Decision.Superseded } when consent.ExpiresOn >= today => "again",
        _ when !consent.Stands(today) => "ended",
        _ when consent.ExpiresOn <= today.AddDays(SoonDays) => "soon",
        _ => "given",
    };
}
