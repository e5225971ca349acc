namespace WorkBridge.Requests;

/// <summary>The rights in the words of the screen: what one chooses, what it means, where it stands.</summary>
public static class RightsText
{
    public static readonly IReadOnlyList<RequestKind> InOrder = [RequestKind.See, RequestKind.Copy, RequestKind.Correct, RequestKind.Withdraw, RequestKind.Restrict, RequestKind.Object, RequestKind.Delete];

    public static Words Choice(RequestKind kind) => kind switch
    {
        RequestKind.See => new("Xem mọi điều đang giữ", "See all that is kept"),
        RequestKind.Copy => new("Xin một bản mang về", "Get a copy to take home"),
        RequestKind.Correct => new("Sửa chỗ chưa đúng", "Correct what is wrong"),
        RequestKind.Delete => new("Xoá hết", "Delete everything"),
        RequestKind.Restrict => new("Tạm dừng dùng hồ sơ", "Stop using my file for now"),
        RequestKind.Withdraw => new("Rút lại điều đã đồng ý", "Take back what I agreed to"),
        _ => new("Không muốn một việc", "Object to one thing"),
    };

    /// <summary>What was asked, as the person reads it.</summary>
    public static Words Asked(DataRequest request) => request switch
    {
        { Said.Purpose: { } purpose } => new($"Rút lại: {RequestText.TakenBack(purpose).Vi}", $"Taken back: {RequestText.TakenBack(purpose).En}"),
        { Kind: RequestKind.Object } => Objection(request.Scope),
        _ => Choice(request.Kind),
    };

    public static Words Question(RequestKind kind) => kind switch
    {
        RequestKind.See => new("Xem mọi điều đang giữ về anh/chị?", "See all that is kept about you?"),
        RequestKind.Copy => new("Xin một bản mang về?", "Get a copy to take home?"),
        RequestKind.Correct => new("Nhờ cán bộ sửa chỗ chưa đúng?", "Have an officer correct what is wrong?"),
        RequestKind.Delete => new("Xoá hết điều đang giữ về anh/chị?", "Delete all that is kept about you?"),
        RequestKind.Restrict => new("Tạm dừng dùng hồ sơ của anh/chị?", "Stop using your file for now?"),
        _ => new("Rút lại điều đã đồng ý?", "Take back what you agreed to?"),
    };

    public static Words Meaning(RequestKind kind) => kind switch
    {
        RequestKind.See => new("Cán bộ mở mọi điều đang giữ cho anh/chị xem, và nói nơi nào đã nhận được gì.", "An officer shows you all that is kept, and says who was sent what."),
        RequestKind.Copy => new("Cán bộ in hoặc chép cho anh/chị một bản đầy đủ.", "An officer prints or copies all of it for you."),
        RequestKind.Correct => new("Tên, năm sinh, địa chỉ hay điều gì khác ghi sai: cán bộ hỏi anh/chị rồi sửa.", "Name, year of birth, address or anything else: an officer asks you and puts it right."),
        RequestKind.Delete => new("Tên, liên hệ, tay nghề, câu trả lời, thẻ bị xoá và không lấy lại được. Nơi tuyển đã nhận thông tin được báo xoá.", "Name, contacts, skills, answers and card are deleted for good. Employers who received something are told to delete it."),
        RequestKind.Restrict => new("Dừng ngay khi anh/chị gửi: không ai tìm việc cho anh/chị qua máy, nơi tuyển không xem được nữa. Không xoá gì. Muốn dùng lại, anh/chị nói với cán bộ.", "It stops the moment you send this: nothing is matched, employers see nothing more. Nothing is deleted. To go on, tell an officer."),
        _ => new("Mỗi điều đã đồng ý, anh/chị rút riêng.", "Each thing you agreed to is taken back by itself."),
    };

    public static Words Objection(RequestScope scope) => scope == RequestScope.Statistics
        ? new("Đừng đếm tôi trong số liệu chung", "Do not count me in public figures")
        : new("Đừng tìm việc hợp cho tôi bằng máy", "Do not match me with work");

    public static Words Objecting(RequestScope scope) => scope == RequestScope.Statistics
        ? new("Dừng ngay khi anh/chị gửi: số liệu chung không đếm anh/chị nữa.", "It stops the moment you send this: public figures no longer count you.")
        : new("Dừng ngay khi anh/chị gửi: hồ sơ ra khỏi danh sách tìm người. Cán bộ vẫn giúp anh/chị tìm việc.", "It stops the moment you send this: your file leaves the lists. Officers still help you find work.");

    /// <summary>What has stopped.</summary>
    public static Words Stopped(RequestScope scope) => scope switch
    {
        RequestScope.Everything => new("Đã dừng. Từ giờ hồ sơ không được dùng để tìm việc, nơi tuyển không xem được.", "It has stopped. Your file is not used for matching and employers see nothing."),
        RequestScope.Matching => new("Đã dừng. Hồ sơ không còn trong danh sách tìm người.", "It has stopped. Your file is in no list of people."),
        _ => new("Đã dừng. Số liệu chung không đếm anh/chị nữa.", "It has stopped. Public figures no longer count you."),
    };

    /// <summary>What has stopped, as an officer reads it.</summary>
    public static Words ForOfficer(RequestScope scope) => scope switch
    {
        RequestScope.Everything => new("Người tìm việc yêu cầu hạn chế dùng dữ liệu: chỉ xem khi việc của xã, phường bắt buộc", "The person had the use of the data restricted: look only where the commune's duty demands it"),
        RequestScope.Matching => new("Người tìm việc phản đối việc tìm việc hợp", "The person objected to matching"),
        _ => new("Người tìm việc phản đối việc đếm trong số liệu chung", "The person objected to being counted in public figures"),
    };

    public static Words ToPerson(RequestState state) => state switch
    {
        RequestState.Received => new("Đã nhận", "Received"),
        RequestState.Answered => new("Đang làm", "Being done"),
        RequestState.Done => new("Đã làm xong", "Done"),
        _ => new("Không làm được", "Not possible"),
    };

    public static string Icon(RequestKind kind) => kind switch
    {
        RequestKind.See => "eye",
        RequestKind.Copy => "copy",
        RequestKind.Correct => "pencil",
        RequestKind.Delete => "trash",
        RequestKind.Restrict => "player-pause",
        RequestKind.Withdraw => "arrow-back-up",
        _ => "hand-stop",
    };
}
