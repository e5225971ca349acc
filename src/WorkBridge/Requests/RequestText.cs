using WorkBridge.Consents;

namespace WorkBridge.Requests;

/// <summary>What requests are called on screen.</summary>
public static class RequestText
{
    public static Words Of(RequestKind kind) => kind switch
    {
        RequestKind.See => new("Xem dữ liệu của mình", "See the own data"),
        RequestKind.Copy => new("Nhận một bản dữ liệu của mình", "Get a copy of the own data"),
        RequestKind.Correct => new("Sửa điều chưa đúng", "Correct what is wrong"),
        RequestKind.Delete => new("Xoá dữ liệu", "Delete the data"),
        RequestKind.Restrict => new("Hạn chế dùng dữ liệu", "Restrict the use of the data"),
        RequestKind.Withdraw => new("Rút lại sự đồng ý", "Take consent back"),
        _ => new("Phản đối việc dùng dữ liệu", "Object to the use of the data"),
    };

    /// <summary>What is asked and, of consent that was taken back without anybody in between, which.</summary>
    public static Words Of(DataRequest request) => request.Said.Purpose is { } purpose
        ? new($"{Of(request.Kind).Vi}: {TakenBack(purpose).Vi}", $"{Of(request.Kind).En}: {TakenBack(purpose).En}")
        : Of(request.Kind);

    /// <summary>What was taken back; of an employer without the name, which a list of requests need not show.</summary>
    public static Words TakenBack(Purpose purpose) => purpose == Purpose.Employer
        ? new("gửi tay nghề cho một nơi tuyển", "send my skills to an employer")
        : Notices.Short(purpose, null);

    public static Words Of(RequestState state) => state switch
    {
        RequestState.Received => new("Chưa trả lời", "Not yet answered"),
        RequestState.Answered => new("Đã trả lời, đang làm", "Answered, being done"),
        RequestState.Done => new("Đã làm xong", "Done"),
        _ => new("Không làm, có lý do", "Refused, with a reason"),
    };

    public static Words Of(RequestWay way) => way switch
    {
        RequestWay.Kiosk => new("Ở màn hình chạm", "At a kiosk"),
        RequestWay.Mail => new("Bằng đường dẫn trong thư", "By the link in a mail"),
        _ => new("Ở quầy", "At the desk"),
    };

    public static string Icon(RequestState state) => state switch
    {
        RequestState.Received => "clock",
        RequestState.Answered => "message",
        RequestState.Done => "circle-check",
        _ => "circle-x",
    };

    public static string Tone(RequestState state) => state switch
    {
        RequestState.Received => "ours",
        RequestState.Answered => "ours",
        RequestState.Done => "good",
        _ => "closed",
    };
}
