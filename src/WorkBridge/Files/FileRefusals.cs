namespace WorkBridge.Files;

/// <summary>Why a file was not read, in words beside the field it was chosen in. Nothing was kept.</summary>
internal static class FileRefusals
{
    public static RuleBroken TooBig() => Refuse(
        "Tệp lớn hơn 5 MB. Chia thành nhiều tệp nhỏ rồi gửi từng tệp.",
        "The file is over 5 MB. Split it and send the parts one by one.");

    public static RuleBroken Empty() => Refuse("Tệp không có dòng nào.", "The file has no rows.");

    public static RuleBroken WrongType() => Refuse(
        "Tệp không phải bảng tính. Chọn tệp .xlsx hoặc .csv.",
        "This is not a spreadsheet. Choose an .xlsx or .csv file.");

    public static RuleBroken OldExcel() => Refuse(
        "Đây là tệp Excel đời cũ (.xls). Mở bằng Excel, chọn Lưu thành .xlsx rồi gửi lại.",
        "This is an old Excel file (.xls). Open it in Excel, save it as .xlsx and send it again.");

    public static RuleBroken Password() => Refuse(
        "Tệp có mật khẩu nên không đọc được. Bỏ mật khẩu rồi gửi lại.",
        "The file has a password and cannot be read. Take the password off and send it again.");

    public static RuleBroken NotWhatItSays(string says) => Refuse(
        $"Tên tệp ghi là {says} nhưng bên trong không phải. Lưu lại bằng Excel rồi gửi.",
        $"The name says {says} but the content is something else. Save it again in Excel and send that.");

    public static RuleBroken UnknownEncoding() => Refuse(
        "Tệp không phải là chữ trong một bảng mã đã biết (UTF-8, UTF-16, Windows-1258). Lưu lại từ Excel: CSV UTF-8.",
        "The file is not text in a known encoding (UTF-8, UTF-16, Windows-1258). Save it again from Excel as CSV UTF-8.");

    public static RuleBroken OpenQuote(int row) => Refuse(
        $"Dấu ngoặc kép mở ở dòng {row} không có dấu đóng.",
        $"The quotation mark opened in row {row} is never closed.");

    public static RuleBroken Bomb() => Refuse(
        "Tệp nở ra quá lớn khi mở nên không được đọc. Chép riêng bảng cần nhập sang một tệp mới.",
        "The file unpacks to far too much and was not read. Copy the table alone into a new file.");

    public static RuleBroken Damaged() => Refuse(
        "Tệp bị hỏng hoặc bị cắt giữa chừng. Mở bằng Excel, lưu lại rồi gửi.",
        "The file is damaged or cut off. Open it in Excel, save it again and send that.");

    public static RuleBroken TooManyRows() => Refuse(
        "Bảng có hơn 20.000 dòng. Chia thành nhiều tệp.",
        "The table has more than 20,000 rows. Split it into several files.");

    public static RuleBroken TooManyColumns() => Refuse(
        "Bảng có ô nằm ngoài 200 cột đầu. Xoá các ô thừa bên phải rồi gửi lại.",
        "The table has cells beyond the first 200 columns. Delete what stands to the right and send it again.");

    public static RuleBroken TooMuchText() => Refuse(
        "Bảng có quá nhiều ô hoặc ô quá dài. Chia thành nhiều tệp.",
        "The table has too many cells or cells that are too long. Split it into several files.");

    private static RuleBroken Refuse(string vi, string en) => new(Rule.FileUnreadable, "File", new Words(vi, en));
}
