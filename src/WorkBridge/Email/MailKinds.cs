namespace WorkBridge.Email;

/// <summary>The mails there are. A kind is a word in the database; what it says is in the noun's own mails.</summary>
public static class MailKinds
{
    public const string ReferralSent = "referral-sent";
    public const string ReferralReminder = "referral-reminder";
    public const string ReferralDelete = "referral-delete";
    public const string ReferralLapsedOfficer = "referral-lapsed-officer";
    public const string ReferralAnswered = "referral-answered";
    public const string Interview = "interview";
    public const string EmployerApproved = "employer-approved";
    public const string EmployerRefused = "employer-refused";
    public const string OpeningLive = "opening-live";
    public const string OpeningChangesAsked = "opening-changes-asked";
    public const string OpeningTakenDown = "opening-taken-down";
    public const string OpeningStale = "opening-stale";
    public const string AccountInvited = "account-invited";
    public const string PasswordReset = "password-reset";
}
