namespace WorkBridge.Referrals;

/// <summary>States and reasons in words, as staff reads them; and what the person is told.</summary>
public static class ReferralWords
{
    public static Words Of(ReferralState state) => state switch
    {
        ReferralState.Prepared => new("Đang chuẩn bị", "In preparation"),
        ReferralState.Sent => new("Đã gửi", "Sent"),
        ReferralState.Seen => new("Nơi tuyển đã xem", "Seen by employer"),
        ReferralState.UnderReview => new("Nơi tuyển đang xem xét", "Under review"),
        ReferralState.InterviewSet => new("Đã hẹn phỏng vấn", "Interview set"),
        ReferralState.Trial => new("Đang thử việc", "On trial"),
        ReferralState.Accepted => new("Được nhận", "Accepted"),
        ReferralState.Declined => new("Lần này chưa phù hợp", "Not this time"),
        ReferralState.WithdrawnByPerson => new("Người tìm việc rút", "Withdrawn by the person"),
        ReferralState.Lapsed => new("Hết hạn, chưa có trả lời", "Lapsed, no answer"),
        ReferralState.PlacedElsewhere => new("Đã có việc nơi khác", "Placed elsewhere"),
        ReferralState.CancelledAfterAcceptance => new("Không nhận việc nữa", "Cancelled after acceptance"),
        ReferralState.OpeningClosed => new("Chỗ làm đã đóng", "Opening closed"),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static Words Of(DeclineReason reason) => reason switch
    {
        DeclineReason.Unreachable => new("Không liên lạc được", "Could not be reached"),
        DeclineReason.MissedInterview => new("Không đến phỏng vấn", "Missed the interview"),
        DeclineReason.AlreadyWorking => new("Đã có việc", "Already working"),
        DeclineReason.InTraining => new("Đang học nghề", "In training"),
        DeclineReason.TooFar => new("Đường xa", "Distance"),
        DeclineReason.HoursDoNotFit => new("Giờ làm không khớp", "Hours"),
        DeclineReason.NotInterested => new("Không muốn chỗ này", "Not interested"),
        DeclineReason.LacksSkill => new("Chưa đủ tay nghề cho chỗ này", "Skill not yet enough"),
        DeclineReason.ObstacleDoesNotFit => new("Có điều chưa hợp với chỗ này", "An obstacle does not fit the post"),
        DeclineReason.NoPlaceLeft => new("Đã đủ người", "Filled"),
        DeclineReason.NotEnoughInformation => new("Chưa đủ thông tin", "Not enough information"),
        DeclineReason.Duplicate => new("Trùng lần giới thiệu khác", "Duplicate"),
        DeclineReason.Other => new("Lý do khác", "Other"),
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    /// <summary>What the person reads at the kiosk about a referral that came to nothing; an officer may put own words in its place.</summary>
    public static Words ToPerson(Referral referral) => referral.TextToPerson is { } own
        ? new(own, own)
        : referral.State switch
        {
            ReferralState.Declined => new("Nơi tuyển đã chọn người khác cho chỗ này. Trung tâm đang tìm chỗ khác cho anh/chị.", "The employer chose someone else for this place. We are looking for another."),
            ReferralState.Lapsed => new("Nơi tuyển chưa trả lời kịp. Trung tâm đang tìm chỗ khác cho anh/chị.", "The employer did not answer in time. We are looking for another place."),
            ReferralState.OpeningClosed => new("Chỗ này vừa đóng. Trung tâm đang tìm chỗ khác cho anh/chị.", "This place has just closed. We are looking for another."),
            ReferralState.PlacedElsewhere => new("Anh/chị đã có việc ở nơi khác nên chỗ này dừng lại.", "You have a place elsewhere, so this one stops."),
            ReferralState.WithdrawnByPerson => new("Anh/chị đã rút lại. Nơi tuyển không thấy tay nghề của anh/chị nữa.", "You took it back. The employer no longer sees your skills."),
            ReferralState.CancelledAfterAcceptance => new("Việc này không bắt đầu. Trung tâm đang tìm chỗ khác cho anh/chị.", "This work did not begin. We are looking for another place."),
            _ => Of(referral.State),
        };
}
