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

    public static Words Of(RequestState state) => state switch
    {
        RequestState.Received => new("Chưa trả lời", "Not yet answered"),
        RequestState.Answered => new("Đã trả lời, đang làm", "Answered, being done"),
        RequestState.Done => new("Đã làm xong", "Done"),
        _ => new("Không làm, có lý do", "Refused, with a reason"),
    };

    public static Words Of(RequestWay way) => way == RequestWay.Kiosk ? new("Ở màn hình chạm", "At a kiosk") : new("Ở quầy", "At the desk");

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
