using WorkBridge.Files;

namespace WorkBridge.Returnees;

/// <summary>The columns a commune's survey may have, by the headings communes write over them. What is not here is not read.</summary>
public static class SurveyColumns
{
    public const string Number = "Number";
    public const string Name = "Name";
    public const string BirthYear = "BirthYear";
    public const string Sex = "Sex";
    public const string Village = "Village";
    public const string HomeSince = "HomeSince";
    public const string Marked = "Marked";
    public const string State = "State";
    public const string CurrentWork = "CurrentWork";
    public const string Trades = "Trades";
    public const string Learnt = "Learnt";
    public const string Wishes = "Wishes";
    public const string Phone = "Phone";
    public const string Companion = "Companion";
    public const string Note = "Note";

    public static readonly IReadOnlyList<ColumnField> All =
    [
        new(Name, new("Họ và tên", "Name"), true, "Họ và tên", "Họ tên", "Tên", "Họ, tên", "Full name", "Name"),
        new(BirthYear, new("Năm sinh", "Year of birth"), false, "Năm sinh", "NS", "Ngày sinh", "Ngày tháng năm sinh", "Year of birth", "Birth year"),
        new(Sex, new("Giới tính", "Sex"), false, "Giới tính", "Nam/nữ", "Giới", "Sex", "Gender"),
        new(Village, new("Thôn, tổ dân phố", "Village"), false, "Tổ dân phố", "Thôn", "Thôn, tổ dân phố", "Thôn/tổ dân phố", "TDP", "Bản", "Xóm", "Khu phố", "Ấp", "Địa chỉ", "Nơi ở", "Village"),
        new(HomeSince, new("Ngày về địa phương", "Home since"), false, "Ngày về địa phương", "Về địa phương ngày", "Ngày về", "Ngày về nơi cư trú", "Home since"),
        new(Marked, new("Còn trong mô hình", "Still in the programme"), false, "Còn trong diện THNCĐ", "Đang quản lý", "Còn trong mô hình", "Trong mô hình", "Đang trong mô hình", "Còn trong diện", "Trong diện", "Diện THNCĐ", "In programme", "In the programme"),
        new(State, new("Tình trạng việc làm", "Employment"), true, "Tình trạng việc làm", "Việc làm", "Tình trạng việc làm hiện nay", "Tình trạng", "Employment", "Employment state"),
        new(CurrentWork, new("Việc đang làm", "Present work"), false, "Việc đang làm", "Hiện đang làm", "Công việc hiện tại", "Đang làm", "Nghề nghiệp hiện nay", "Present work", "Current work"),
        new(Trades, new("Nghề biết làm", "Trades"), false, "Nghề biết làm", "Nghề", "Biết nghề", "Tay nghề", "Nghề nghiệp", "Trades", "Trade", "Skills"),
        new(Learnt, new("Chứng chỉ, nơi học", "How learnt"), false, "Chứng chỉ / nơi học", "Bằng cấp, chứng chỉ", "Chứng chỉ", "Bằng cấp", "Căn cứ tay nghề", "Học ở đâu", "Certificates", "How learnt"),
        new(Wishes, new("Nguyện vọng", "Wishes"), false, "Nguyện vọng", "Mong muốn", "Nhu cầu", "Đề xuất", "Wishes"),
        new(Phone, new("Số điện thoại", "Telephone"), false, "Số điện thoại", "ĐT", "SĐT", "Điện thoại", "Di động", "Telephone", "Phone"),
        new(Companion, new("Người giúp đỡ", "Companion"), false, "Người được phân công giúp đỡ", "Ai giúp đỡ", "Người giúp đỡ", "Người đồng hành", "Phân công giúp đỡ", "Companion"),
        new(Note, new("Ghi chú", "Note"), false, "Ghi chú", "Note", "Notes"),
        new(Number, new("Số thứ tự", "No."), false, "STT", "TT", "Số TT", "Số thứ tự", "No"),
    ];

    public static Words Label(string key) => All.First(field => field.Key == key).Label;
}
