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
    public const string StillThere = "still-there";
    public const string InterviewReminder = "interview-reminder";
    public const string InterviewOff = "interview-off";
    public const string InterviewForPerson = "interview-person";
    public const string InterviewReminderForPerson = "interview-reminder-person";
    public const string InterviewOffForPerson = "interview-off-person";
    public const string EmployerApproved = "employer-approved";
    public const string EmployerRefused = "employer-refused";
    public const string OpeningLive = "opening-live";
    public const string OpeningChangesAsked = "opening-changes-asked";
    public const string OpeningTakenDown = "opening-taken-down";
    public const string OpeningStale = "opening-stale";
    public const string OpeningFill = "opening-fill";
    public const string AccountInvited = "account-invited";
    public const string PasswordReset = "password-reset";
    public const string OfficerDigest = "officer-digest";
    public const string CoordinatorDigest = "coordinator-digest";

    /// <summary>Every kind there is, as they stand above.</summary>
    public static IReadOnlyList<string> All { get; } = [.. typeof(MailKinds).GetFields().Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!)];

    /// <summary>What a mail is about, for the ledger of those who look after the system.</summary>
    public static Words Words(string kind) => kind switch
    {
        ReferralSent => new("Giới thiệu tới nơi tuyển", "Referral to an employer"),
        ReferralReminder => new("Nhắc nơi tuyển trả lời", "Reminder to an employer"),
        ReferralDelete => new("Nhờ nơi tuyển xoá thông tin", "Asking an employer to delete"),
        ReferralLapsedOfficer => new("Giới thiệu hết hạn, báo cán bộ", "Referral lapsed, to the officer"),
        ReferralAnswered => new("Nơi tuyển đã trả lời, báo cán bộ", "An employer answered, to the officer"),
        Interview => new("Hẹn phỏng vấn", "Interview"),
        StillThere => new("Hỏi nơi tuyển: người ấy còn làm không", "Asking an employer whether somebody is still there"),
        InterviewReminder => new("Nhắc nơi tuyển về buổi phỏng vấn", "Reminder of an interview"),
        InterviewOff => new("Bỏ hẹn phỏng vấn, gửi nơi tuyển", "Interview off, to the employer"),
        InterviewForPerson => new("Hẹn phỏng vấn, gửi người tìm việc", "Interview, to the person"),
        InterviewReminderForPerson => new("Nhắc người tìm việc về buổi phỏng vấn", "Reminder of an interview, to the person"),
        InterviewOffForPerson => new("Bỏ hẹn phỏng vấn, gửi người tìm việc", "Interview off, to the person"),
        EmployerApproved => new("Nơi tuyển được duyệt", "Employer approved"),
        EmployerRefused => new("Nơi tuyển chưa được duyệt", "Employer refused"),
        OpeningLive => new("Tin tuyển đã đăng", "Opening live"),
        OpeningChangesAsked => new("Nhờ sửa tin tuyển", "Changes asked of an opening"),
        OpeningTakenDown => new("Tin tuyển bị gỡ", "Opening taken down"),
        OpeningStale => new("Nhắc xác nhận tin tuyển", "Opening to be confirmed"),
        OpeningFill => new("Hỏi tin tuyển đã đủ người chưa", "Was an opening filled"),
        AccountInvited => new("Mời vào tài khoản", "Invitation to an account"),
        PasswordReset => new("Đặt lại mật khẩu", "Password reset"),
        OfficerDigest => new("Việc trong ngày của cán bộ", "An officer's day"),
        CoordinatorDigest => new("Tuần qua của tỉnh", "A province's week"),
        _ => new(kind, kind),
    };
}
