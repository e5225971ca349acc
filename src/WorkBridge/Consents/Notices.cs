using System.Globalization;

namespace WorkBridge.Consents;

/// <summary>
/// The notices, by version. Plain words for people who read little; copy that stands on a shared screen, so that four syllables
/// (design.md, section 8) occur nowhere in it. To change a notice, add a version here and raise <see cref="Latest"/>: everybody is asked
/// again at the next visit. Where it says something that nobody agreed to before, raise <see cref="ConsentRules.OldestNotice"/> with it.
/// </summary>
public static class Notices
{
    /// <summary>The newest version written here.</summary>
    public const int Latest = 2;

    private static readonly Words Calm = new(
        "Chọn cách nào cũng được. Không đồng ý, anh/chị vẫn được giúp tìm việc. Đổi ý lúc nào cũng được.",
        "Either answer is fine. If you refuse, we still help. You can change your mind at any time.");

    /// <summary>Since version 2 it also names the rights: to see, to correct, to have deleted, to take back.</summary>
    private static readonly Words CalmWithRights = new(
        "Chọn cách nào cũng được. Không đồng ý, anh/chị vẫn được giúp tìm việc. Lúc nào anh/chị cũng được xem, sửa, xoá và rút lại.",
        "Either answer is fine. If you refuse, we still help. At any time you may look, correct, have it deleted and take it back.");

    private static readonly Words Sensitive = new(
        "Luật coi đây là dữ liệu nhạy cảm: chỉ người nêu ở đây được xem, và mỗi lần xem đều ghi lại.",
        "By law these are sensitive data: only those named here may see them, and each look is written down.");

    private static readonly NoticeLine NoPast = new("history-off", new("Chuyện trước đây", "Anything about the past"));
    private static readonly NoticeLine NoNotes = new("note-off", new("Ghi chú của cán bộ", "Officers' notes"));

    /// <exception cref="ArgumentOutOfRangeException">There is no such version.</exception>
    public static Notice For(Purpose purpose, int version, NoticeFacts facts) => version switch
    {
        1 => First(purpose, facts),
        2 => First(purpose, facts) with { Version = 2, Calm = CalmWithRights },
        _ => throw new ArgumentOutOfRangeException(nameof(version)),
    };

    /// <summary>What was agreed or refused, in few words.</summary>
    public static Words Short(Purpose purpose, string? employer) => purpose switch
    {
        Purpose.Matching => new("giữ hồ sơ tay nghề để tìm việc hợp", "keep my skill profile to find fitting work"),
        Purpose.Employer => new($"gửi tay nghề cho {employer}", $"send my skills to {employer}"),
        Purpose.Reminders => new("gọi điện hoặc gửi thư nhắc lịch", "remind me by phone or e-mail"),
        Purpose.Mentor => new("cho người đồng hành biết việc làm đến đâu", "let my companion know how work goes"),
        _ => new("đếm trong số liệu chung, không có tên", "count me in figures without a name"),
    };

    private static Notice First(Purpose purpose, NoticeFacts facts)
    {
        var day = facts.Until.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
        var until = new Words($"Giữ đến hết ngày {day}.", $"Kept until {day}.");
        return purpose switch
        {
            Purpose.Matching => Of(
                purpose,
                new("Giữ hồ sơ tay nghề của anh/chị để tìm việc hợp?", "Keep your skill profile to find work that fits?"),
                new($"Để cán bộ tìm việc và lớp nghề hợp với anh/chị. {until}", $"So that officers can find work and courses that fit you. {until}"),
                new("Cán bộ ở nơi anh/chị ở thấy", "Officers of your commune see"),
                [
                    new("tools", new("Nghề và tay nghề", "Trades and skills")),
                    new("clock", new("Giờ làm, lương mong muốn", "Hours and pay you wish for")),
                    new("map-pin", new("Nơi ở, cách đi lại", "Where you live, how you travel")),
                ],
                new("Không có trong hồ sơ", "Not in the profile"),
                [
                    NoPast,
                    new("building-store", new("Nơi tuyển chưa thấy gì", "Employers see nothing yet")),
                    new("user-off", new("Người ngoài không xem được", "Nobody else can look")),
                ]),
            Purpose.Employer => Of(
                purpose,
                new($"Gửi tay nghề của anh/chị cho {facts.Employer?.Vi}?", $"Send your skills to {facts.Employer?.En}?"),
                facts.Trade is { } trade
                    ? new($"Để nơi tuyển xem có hợp việc {trade} không. {until}", $"So that they can see whether you fit: {trade}. {until}")
                    : new($"Để nơi tuyển xem có hợp việc không. {until}", $"So that they can see whether you fit. {until}"),
                new("Nơi tuyển thấy", "The employer sees"),
                [
                    new("letter-case", new("Chữ viết tắt của tên", "Initials of your name")),
                    new("tools", new("Nghề và tay nghề", "Trades and skills")),
                    new("clock", new("Giờ làm, cách đi lại", "Hours, how you travel")),
                ],
                new("Không thấy", "They do not see"),
                [
                    new("home-off", new("Địa chỉ, số điện thoại", "Address, telephone")),
                    NoPast,
                    NoNotes,
                ]),
            Purpose.Reminders => Of(
                purpose,
                new("Gọi điện hoặc gửi thư nhắc lịch cho anh/chị?", "Ring you or write to you about dates?"),
                new($"Để anh/chị không lỡ buổi hẹn, buổi học. {until}", $"So that you miss no date and no class. {until}"),
                new("Trung tâm dùng", "The centre uses"),
                [
                    new("phone", new("Số điện thoại của anh/chị", "Your telephone number")),
                    new("mail", new("Thư điện tử, nếu có", "Your e-mail, if you have one")),
                    new("calendar-event", new("Ngày, giờ, chỗ hẹn", "Day, time and place")),
                ],
                new("Lời nhắc không có", "A reminder never holds"),
                [
                    NoPast,
                    NoNotes,
                    new("user-off", new("Không đưa số cho người khác", "Your number goes to nobody else")),
                ]),
            Purpose.Mentor => Of(
                purpose,
                new("Cho người đồng hành biết việc làm đến đâu?", "Let your companion know how work goes?"),
                new($"Để người đồng hành hỏi thăm đúng lúc. {until}", $"So that your companion asks at the right time. {until}"),
                new("Người đồng hành thấy", "Your companion sees"),
                [
                    new("briefcase", new("Đang làm việc gì, từ ngày nào", "What work, since when")),
                    new("calendar-event", new("Lần hẹn tới", "The next date")),
                    new("heart-handshake", new("Điều đang cần giúp", "What help is needed")),
                ],
                new("Không thấy", "They do not see"),
                [
                    new("cash", new("Tiền lương", "Pay")),
                    NoPast,
                    NoNotes,
                ]),
            _ => Of(
                purpose,
                new("Đếm anh/chị trong số liệu chung, không có tên?", "Count you in figures, without a name?"),
                new(
                    $"Để biết cách giúp nào có ích. Báo cáo mà xã, phường phải nộp vẫn đếm đủ mọi người. {until}",
                    $"To learn which help works. Reports the commune owes by law count everyone anyway. {until}"),
                new("Người đọc số liệu thấy", "Readers see"),
                [
                    new("chart-bar", new("Con số, từ 5 người trở lên", "Numbers, of five people or more")),
                    new("briefcase", new("Bao nhiêu người có việc", "How many are in work")),
                    new("clock", new("Việc làm giữ được bao lâu", "How long work lasted")),
                ],
                new("Không thấy", "They do not see"),
                [
                    new("user-off", new("Tên, địa chỉ của ai", "Anyone's name or address")),
                    NoPast,
                    NoNotes,
                ]),
        };

        Notice Of(Purpose about, Words question, Words why, Words seesHead, IReadOnlyList<NoticeLine> sees, Words hiddenHead, IReadOnlyList<NoticeLine> hidden) => new()
        {
            Purpose = about,
            Version = 1,
            Question = question,
            Why = why,
            SeesHead = seesHead,
            Sees = sees,
            HiddenHead = hiddenHead,
            Hidden = hidden,
            Sensitive = Sensitive,
            Calm = Calm,
            Short = Short(about, facts.Employer?.Vi),
        };
    }
}
