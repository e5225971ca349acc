using WorkBridge.Files;

namespace WorkBridge.Returnees;

/// <summary>The empty workbook that communes may fill in: one sheet with the headings, one that explains each column.</summary>
public static class SurveyTemplate
{
    public const string FileName = "khao-sat-viec-lam.xlsx";

    private static readonly (string Heading, int Width, string Explained)[] Columns =
    [
        ("STT", 6, "Số thứ tự."),
        ("Họ và tên", 26, "Bắt buộc."),
        ("Năm sinh", 10, "Bốn chữ số, ví dụ 1983."),
        ("Giới tính", 9, "nam hoặc nữ; chưa biết thì để trống."),
        ("Tổ dân phố", 18, "Thôn, tổ dân phố, bản, xóm."),
        ("Ngày về địa phương", 16, "Ngày trước, tháng sau: 26/4/2022."),
        ("Còn trong mô hình", 12, "Ghi x nếu còn trong mô hình; không thì để trống. Khi nhập, phần mềm hỏi lại giá trị nào nghĩa là còn."),
        ("Tình trạng việc làm", 20, "Bắt buộc có cột này: ổn định, không ổn định, không có việc làm. Để trống nghĩa là chưa rõ."),
        ("Việc đang làm", 20, "Việc làm hiện nay, nếu có."),
        ("Nghề biết làm", 28, "Các nghề cách nhau bằng dấu phẩy, ví dụ: may công nghiệp, nấu ăn."),
        ("Chứng chỉ / nơi học", 24, "tự học; chưa có giấy; hoặc tên chứng chỉ (sơ cấp nghề, bậc 2/7)."),
        ("Nguyện vọng", 24, "Điều người tìm việc mong muốn về việc làm, học nghề."),
        ("Số điện thoại", 16, "Ô đã để dạng chữ nên số 0 ở đầu không mất."),
        ("Người giúp đỡ", 22, "Người được phân công giúp đỡ."),
        ("Ghi chú", 30, "Chỉ ghi điều cần cho việc làm. Người tìm việc có quyền xem. Không ghi chuyện trước đây."),
    ];

    public static byte[] Write() => SheetWriter.Write(
        new SheetOut("Khảo sát", [.. Columns.Select(c => c.Heading)], [], [.. Columns.Select(c => c.Width)]),
        new SheetOut("Hướng dẫn", ["Cột", "Cách ghi"], Columns.Select(c => (IReadOnlyList<string?>)[c.Heading, c.Explained]), [24, 90]));
}
