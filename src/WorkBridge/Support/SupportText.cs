namespace WorkBridge.Support;

/// <summary>What requests for support are called on screen.</summary>
public static class SupportText
{
    public static Words Of(SupportKind kind) => kind switch
    {
        SupportKind.Loan => new("Vay vốn", "A loan"),
        SupportKind.Training => new("Học nghề", "Learning a trade"),
        SupportKind.Papers => new("Làm giấy tờ", "Papers"),
        SupportKind.LegalAid => new("Hỏi về pháp luật", "Legal aid"),
        SupportKind.Counselling => new("Tư vấn, chọn nghề", "Advice, choosing a trade"),
        SupportKind.Health => new("Sức khoẻ", "Health"),
        SupportKind.Housing => new("Chỗ ở", "A place to live"),
        _ => new("Gặp cán bộ để nói chuyện", "Just talk to an officer"),
    };

    /// <summary>What the help is, for the person, in one plain sentence.</summary>
    public static Words About(SupportKind kind) => kind switch
    {
        SupportKind.Loan => new("Vay để làm ăn, mua dụng cụ, học nghề. Cán bộ xem chương trình vay nào hợp với anh/chị.", "To start something, buy tools or learn. An officer sees which loan fits you."),
        SupportKind.Training => new("Lớp nghề gần nhà, có khi không mất tiền. Cán bộ tìm lớp và giúp ghi tên.", "A course near home, often free. An officer looks for one and helps you enrol."),
        SupportKind.Papers => new("Căn cước, giấy khai sinh, cư trú, bảo hiểm. Cán bộ chỉ nơi làm và giấy cần mang.", "Identity card, birth certificate, residence, insurance. An officer tells you where and with what."),
        SupportKind.LegalAid => new("Hỏi về đất đai, gia đình, hợp đồng, nợ. Có người tư vấn không lấy tiền.", "About land, family, contracts, debts. Advice is free."),
        SupportKind.Counselling => new("Ngồi nói chuyện xem nghề nào hợp, bắt đầu từ đâu.", "A talk about which trade fits you and where to begin."),
        SupportKind.Health => new("Khám, thuốc, bảo hiểm y tế. Không cần nói bệnh gì ở màn hình này.", "Seeing a doctor, medicine, insurance. You need not say at this screen what it is."),
        SupportKind.Housing => new("Tìm chỗ ở, sửa nhà, chỗ ở gần nơi làm.", "Finding a place, repairing a house, living near work."),
        _ => new("Không cần nói trước là chuyện gì. Cán bộ sẽ hẹn gặp riêng anh/chị.", "You need not say what it is about. An officer will see you alone."),
    };

    public static string Icon(SupportKind kind) => kind switch
    {
        SupportKind.Loan => "cash",
        SupportKind.Training => "school",
        SupportKind.Papers => "id",
        SupportKind.LegalAid => "file-description",
        SupportKind.Counselling => "message",
        SupportKind.Health => "heartbeat",
        SupportKind.Housing => "home",
        _ => "user",
    };

    /// <summary>As an officer reads it.</summary>
    public static Words Of(SupportState state) => state switch
    {
        SupportState.Asked => new("Mới nhờ", "Asked"),
        SupportState.Checked => new("Đang xem", "Being looked into"),
        SupportState.Referred => new("Đã chuyển", "Handed on"),
        SupportState.Granted => new("Đã được giúp", "Helped"),
        SupportState.Refused => new("Lần này chưa giúp được", "Not possible this time"),
        _ => new("Người tìm việc rút", "Withdrawn by the person"),
    };

    /// <summary>As the person reads it.</summary>
    public static Words ToPerson(SupportState state) => state switch
    {
        SupportState.Asked => new("Đã gửi, cán bộ sẽ xem", "Sent, an officer will look at it"),
        SupportState.Checked => new("Cán bộ đang lo việc này", "An officer is seeing to it"),
        SupportState.Referred => new("Đã chuyển tới nơi giúp được", "Handed on to those who can help"),
        SupportState.Granted => new("Đã giúp xong", "Helped"),
        SupportState.Refused => new("Lần này chưa giúp được", "Not possible this time"),
        _ => new("Anh/chị đã rút lại", "You took it back"),
    };

    public static string Icon(SupportState state) => state switch
    {
        SupportState.Asked => "send",
        SupportState.Checked => "hourglass",
        SupportState.Referred => "mail-forward",
        SupportState.Granted => "circle-check",
        SupportState.Refused => "circle-minus",
        _ => "hand-stop",
    };

    public static string Tone(SupportState state) => state switch
    {
        SupportState.Asked or SupportState.Checked => "ours",
        SupportState.Referred => "theirs",
        SupportState.Granted => "good",
        _ => "closed",
    };
}
