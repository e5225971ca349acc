using System.Text;
using WorkBridge.Files;

namespace WorkBridge.Web.Tests.Imports;

/// <summary>Files of our own, so that a clone without the shared data proves the step too; and the shared ones where they are.</summary>
internal static class SmallFiles
{
    public static string? SharedFolder { get; } = FindShared();

    /// <summary>Five invented people: 5 = 1 stable, 2 unstable, 1 without work, 1 unknown; in the programme 3 = 1, 1, 1.</summary>
    public static byte[] Survey(params string?[][] more) => SheetWriter.Write(new SheetOut("Khảo sát",
        ["STT", "Họ và tên", "Năm sinh", "Giới tính", "Tổ dân phố", "Ngày về địa phương", "Còn trong mô hình", "Tình trạng việc làm", "Việc đang làm", "Nghề biết làm", "Chứng chỉ / nơi học", "Nguyện vọng", "Số điện thoại", "Người giúp đỡ", "Ghi chú"],
        [
            ["1", "LÊ THỊ AN", "1983", "Nữ", "Tổ dân phố 5", "26/4/2022", "x", "ổn định", "may công nghiệp", "may công nghiệp", "sơ cấp nghề", "việc làm gần nhà", "0912 345 678", "Hội Phụ nữ", "Con nhỏ, chỉ làm ca ngày"],
            ["2", "Hà Văn Bình", "1990", "Nam", "Tổ dân phố 2", "04-03-2021", "có", "Việc làm không ổn định", "", "thợ hàn", "học trong thời gian vắng mặt, không có giấy", "học lái xe", "+84363001127", "", "Sức khoẻ yếu, không bê vác nặng"],
            ["3", "Vi Đình Cường", "1975", "Nam", "Tổ dân phố 2", "17.10.2020", "X", "Không có việc làm", "", "thợ xây, điện dân dụng", "bậc 2/7", "đi làm xa cũng được", "", "", ""],
            ["4", "Chu Thị Dần", "1968", "Nữ", "Tổ dân phố 9", "2/2/2023", "", "không ổn định", "bán hàng", "nấu ăn", "tự học", "", "0369678994", "MTTQ", ""],
            ["5", "Ngô Quang Em", "2001", "Nam", "Tổ dân phố 9", "", "", "", "", "", "", "", "", "", ""],
            .. more,
            ["", "Tổng cộng: 5 người"],
        ],
        [6, 20, 8, 8, 16, 16, 10, 20, 16, 20, 20, 20, 16, 16, 20]));

    /// <summary>Openings of one employer: three good ones and, where asked for, further lines.</summary>
    public static byte[] Openings(string unit, params string[] more) => Encoding.UTF8.GetBytes(string.Join("\r\n",
        [
            "\uFEFFMã tin,Vị trí,Đơn vị,Mô tả công việc,Yêu cầu,Nơi làm việc,Lương từ (đồng),Lương đến (đồng),Kinh nghiệm,Số lượng,Hạn nhận hồ sơ",
            $"v1,Thợ may công nghiệp,{unit},\"May áo bảo hộ,\r\ntheo chuyền\",Biết may một kim,\"Phường Kiến An, Hải Phòng\",7000000,9000000,1 năm,3,25/12/2026",
            $"v2,Thợ hàn,{unit},Hàn khung,Biết hàn que,Hải Dương,\"7,5 triệu\",,Không yêu cầu,2,25/12/2026",
            $"v3,Nhân viên bảo trì,{unit},Quản lý hồ sơ và lý lịch máy móc thiết bị,Cẩn thận,Hà Nội; Hải Phòng,,,Dưới 1 năm,1,",
            .. more,
        ]) + "\r\n");

    private static string? FindShared()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "data");
            if (File.Exists(Path.Combine(path, "survey-34.xlsx")))
                return path;
        }

        return null;
    }
}

/// <summary>Runs where the shared data lies beside the checkout, and says so where it does not.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute()
    {
        if (SmallFiles.SharedFolder is null)
            Skip = "../shared/data is missing; the small files prove the step";
    }
}
