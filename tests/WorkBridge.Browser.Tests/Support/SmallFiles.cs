using System.Text;
using WorkBridge.Files;

namespace WorkBridge.Browser.Tests.Support;

/// <summary>Small files of our own, in the manner of the real ones. Everybody in them is invented.</summary>
public static class SmallFiles
{
    /// <summary>Two good rows, and one that demands a clean record.</summary>
    public static byte[] Openings(string unit)
    {
        string[] rows =
        [
            "Mã tin,Vị trí,Đơn vị,Mô tả công việc,Yêu cầu,Nơi làm việc,Lương từ (đồng),Lương đến (đồng),Kinh nghiệm,Số lượng,Hạn nhận hồ sơ",
            $"m1,Công nhân đóng gói,{unit},\"Xếp áo vào túi,\ndán nhãn.\",Chăm chỉ,Hải Phòng,6500000,7500000,Không yêu cầu,4,08/04/2027",
            $"m2,Thợ cắt vải,{unit},Cắt vải theo sơ đồ.,Đã cắt tay hoặc máy.,Hải Phòng,8000000,9500000,1 năm,1,08/04/2027",
            $"m3,Thủ kho,{unit},Giữ kho vải.,\"Lý lịch cá nhân rõ ràng, không tiền án.\",Hải Phòng,8000000,9000000,1 năm,1,08/04/2027",
        ];
        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(string.Join("\r\n", rows) + "\r\n")];
    }

    /// <summary>Four people: one stable, two unstable, one without work; two marked as in the programme (one unstable, one without work).</summary>
    public static byte[] Survey() => SheetWriter.Write(new SheetOut(
        "Khảo sát",
        [],
        [
            ["BẢNG KHẢO SÁT NHU CẦU VIỆC LÀM (người không có thật)"],
            [],
            ["STT", "Họ và tên", "Năm sinh", "Giới tính", "Tổ dân phố", "Ngày về địa phương", "Còn trong diện THNCĐ", "Tình trạng việc làm", "Nghề biết làm", "Chứng chỉ / nơi học", "Nguyện vọng", "Số điện thoại"],
            ["1", "  VŨ THỊ THƠM ", "1992", "Nữ", "Tổ dân phố 5", "12/03/2024", "x", "Không có việc làm", "may công nghiệp", "sơ cấp nghề", "việc làm gần nhà", "0903 111 222"],
            ["2", "Hoàng Văn Khải", "1985", "Nam", "Tổ dân phố 2", "4-5-2023", "X", "không ổn định", "thợ hàn, bốc xếp", "tự học", "việc làm", "+84903111333"],
            ["3", "Lê Văn Quyết", "1979", "Nam", "Tổ dân phố 9", "20/11/2021", "", "Việc làm không ổn định", "lái xe tải", "", "", ""],
            ["4", "Bùi Thị Sen", "1988", "Nữ", "Tổ dân phố 1", "02/02/2022", "", "Có việc làm ổn định", "nấu ăn", "", "", ""],
            ["", "Tổng cộng: 4 người"],
        ],
        [6, 24, 10, 10, 16, 16, 12, 24, 24, 24, 20, 16]));
}
