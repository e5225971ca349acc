using WorkBridge.Staff;

namespace WorkBridge.Web;

/// <summary>What a person reads when a rule refused an act: what is so, and what to do.</summary>
public static class RuleText
{
    public static Words Of(RuleBroken broken) => broken.Words ?? Of(broken.Rule);

    public static Words Of(Rule rule) => rule switch
    {
        Rule.WrongState => new("Việc này không làm được ở bước hiện tại. Tải lại trang để xem tình trạng mới nhất.", "This cannot be done at the present step. Reload the page to see how things stand."),
        Rule.NotYours => new("Hồ sơ này do đơn vị khác phụ trách.", "Another office looks after this file."),
        Rule.NotFound => new("Không tìm thấy. Có thể mục này đã được xoá hoặc đường dẫn đã hết hạn.", "Not found. It may have been removed, or the link may have expired."),
        Rule.ConsentMissing => new("Chưa có sự đồng ý của người tìm việc cho nơi tuyển này. Mời người tìm việc xem và trả lời trước.", "The person has not agreed to this employer. Invite the person to read and answer first."),
        Rule.NotInProgramme => new("Người này không còn trong mô hình và chưa tự đến nhờ giúp, nên không giới thiệu được.", "This person is not in the programme and has not come for help, so no referral is possible."),
        Rule.HeldBack => new("Người tìm việc đã yêu cầu dừng dùng hồ sơ. Xem phần Yêu cầu về dữ liệu của người này.", "The person had the use of the file stopped. See the person's requests about data."),
        Rule.EmployerNotApproved => new("Nơi tuyển chưa được duyệt. Cán bộ duyệt đơn vị trước, rồi tin mới được gửi.", "The employer is not approved yet. An officer approves the employer first."),
        Rule.OpeningNotLive => new("Chỗ này không còn nhận người.", "This opening no longer takes people."),
        Rule.NoPlaceLeft => new("Chỗ này đã đủ người.", "No place is left in this opening."),
        Rule.AlreadyReferred => new("Người này đang có một lần giới thiệu chưa xong tới chỗ này.", "This person already has an open referral to this opening."),
        Rule.ClosedWork => new("Việc này thuộc loại pháp luật không cho người này làm.", "The law closes this kind of work to this person."),
        Rule.TaxCodeTaken => new("Mã số thuế này đã được đăng ký.", "This tax code is already registered."),
        Rule.TaxCodeWrong => new("Mã số thuế không đúng. Kiểm tra lại từng chữ số.", "The tax code is not valid. Check every digit."),
        Rule.WordingDemandsRecord => new("Bỏ yêu cầu về lý lịch: nơi tuyển không được yêu cầu phiếu lý lịch tư pháp, trừ nghề có luật quy định.", "Take out the demand for a record: employers may not ask for judicial records, save for jobs named by law."),
        Rule.WordingTellsPast => new("Bỏ những từ nói về chuyện trước đây. Chỉ ghi điều cần cho việc làm.", "Take out the words about the past. Write only what the job needs."),
        Rule.ReviewNeedsWords => new("Ghi rõ điều cần sửa để nơi tuyển biết.", "Say what has to change, so that the employer knows."),
        Rule.DateInThePast => new("Chọn một ngày chưa qua.", "Choose a date that has not passed."),
        Rule.DateTooFar => new("Ngày này quá xa. Kiểm tra lại năm.", "This date is too far off. Check the year."),
        Rule.DateBeforeStart => new("Ngày này trước ngày bắt đầu.", "This date is before the start."),
        Rule.ReasonMissing => new("Ghi lý do.", "Give the reason."),
        Rule.LinkSpent => new("Đường dẫn này đã được dùng.", "This link has been used."),
        Rule.LinkExpired => new("Đường dẫn hoặc mã đã hết hạn. Xin cấp lại.", "The link or code has expired. Ask for a new one."),
        Rule.CodeWrong => new("Mã không đúng. Kiểm tra rồi nhập lại.", "The code is not right. Check it and type it again."),
        Rule.CodeLocked => new("Đã nhập sai nhiều lần. Đợi 15 phút hoặc nhờ cán bộ giúp.", "Too many wrong tries. Wait 15 minutes or ask an officer."),
        Rule.DeviceRevoked => new("Màn hình này đã ngừng dùng. Mời gặp cán bộ ở quầy.", "This screen is out of use. Please see an officer at the counter."),
        Rule.CardMissing => new("Chưa có thẻ.", "There is no card yet."),
        Rule.AlreadyAnswered => new("Câu này đã được trả lời.", "This has been answered already."),
        Rule.RefusedRecently => new("Người tìm việc đã không đồng ý trong 90 ngày qua, nên chưa hỏi lại.", "The person refused within the last 90 days, so this is not asked again yet."),
        Rule.NothingToSend => new("Không có gì để gửi.", "There is nothing to send."),
        Rule.FileUnreadable => new("Không đọc được tệp này.", "This file cannot be read."),
        Rule.Duplicate => new("Mục này đã có rồi.", "This is already there."),
        Rule.AppendOnly => new("Điều đã ghi thì không sửa hay xoá được; hãy ghi thêm một lần mới.", "What was recorded cannot be changed or removed; record a new entry."),
        Rule.LastAdministrator => new("Phải còn ít nhất một quản trị viên.", "At least one administrator must remain."),
        Rule.PasswordWeak => new("Mật khẩu này dễ bị đoán. Hãy chọn mật khẩu khác.", "This password is easily guessed. Choose another."),
        Rule.ChangedMeanwhile => SomebodyChanged,
        Rule.TooManyTries => SignInThrottle.Busy,
        _ => new("Không làm được.", "This cannot be done."),
    };

    public static readonly Words SomebodyChanged = new(
        "Có người vừa sửa mục này. Điều anh/chị nhập vẫn còn dưới đây; xem lại bản mới rồi lưu lần nữa.",
        "Somebody has just changed this. What you typed is still below; look at the new version, then save again.");
}
