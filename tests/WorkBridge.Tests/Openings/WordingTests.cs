using System.Text;
using WorkBridge.Openings;

namespace WorkBridge.Tests.Openings;

/// <summary>The two checks of free text, as tables of cases: what must be caught, and its innocent neighbours.</summary>
public sealed class WordingTests
{
    public static TheoryData<string, string> Demands => new()
    {
        { "Lý lịch trong sạch", "Lý lịch trong sạch" },
        { "Biết may máy một kim. Lý lịch trong sạch.", "Lý lịch trong sạch" },
        { "Lý lịch cá nhân rõ ràng, không vi phạm pháp luật", "Lý lịch cá nhân rõ ràng|không vi phạm pháp luật" },
        { "lí lịch bản thân và gia đình rõ ràng", "lí lịch bản thân và gia đình rõ ràng" },
        { "LÝ LỊCH   PHẢI\nRÕ RÀNG", "LÝ LỊCH   PHẢI\nRÕ RÀNG" },
        { "Nam 20-40 tuoi, ly lich ro rang, suc khoe tot", "ly lich ro rang" },
        { "lý lich rõ rang", "lý lich rõ rang" },
        { "Lý\u200B lịch trong\u00A0sạch", "Lý\u200B lịch trong\u00A0sạch" },
        { "lý-lịch trong-sạch", "lý-lịch trong-sạch" },
        { "Sơ yếu lý lịch trong sạch", "Sơ yếu lý lịch trong sạch" },
        { "Sơ yếu lý lịch có xác nhận của công an phường", "Sơ yếu lý lịch có xác nhận của công an" },
        { "Tuyển thợ lý lịch rõ ràng", "lý lịch rõ ràng" },
        { "Tuyen tho ly lich ro rang", "ly lich ro rang" },
        { "TUYỂN BẢO VỆ LÝ LỊCH TỐT", "LÝ LỊCH TỐT" },
        { "Thợ xây (lý lịch rõ)", "lý lịch rõ" },
        { "Phụ bếp lý lịch đẹp, lương 8 triệu", "lý lịch đẹp" },
        { "Lái xe có lý lịch không tì vết", "lý lịch không tì vết" },
        { "lý lịch bản thân không có vấn đề", "lý lịch bản thân không có vấn đề" },
        { "lý lịch ba đời trong sạch", "lý lịch ba đời trong sạch" },
        { "Không nhận người lý lịch xấu", "Không nhận người lý lịch xấu" },
        { "không tuyển ứng viên có lý lịch không rõ ràng", "không tuyển ứng viên có lý lịch không rõ ràng" },
        { "thẩm tra lý lịch 3 đời", "thẩm tra lý lịch" },
        { "không tiền án tiền sự", "không tiền án tiền sự" },
        { "Không có tiền án, tiền sự, tệ nạn xã hội.", "Không có tiền án, tiền sự" },
        { "không có tiền án", "không có tiền án" },
        { "khong co tien an tien su", "khong co tien an tien su" },
        { "khong tien an", "khong tien an" },
        { "Chưa từng có án tích", "Chưa từng có án tích" },
        { "Tiền án: không", "Tiền án" },
        { "Không nhận người có tiền án", "Không nhận người có tiền án" },
        { "không dính án", "không dính án" },
        { "Không vi phạm pháp luật", "Không vi phạm pháp luật" },
        { "chưa từng vi phạm pháp luật", "chưa từng vi phạm pháp luật" },
        { "không bị truy cứu trách nhiệm hình sự", "không bị truy cứu trách nhiệm hình sự" },
        { "chưa bao giờ bị kết án", "chưa bao giờ bị kết án" },
        { "Giấy xác nhận nhân sự của công an xã", "Giấy xác nhận nhân sự của công an" },
        { "xác nhận lý lịch", "xác nhận lý lịch" },
        { "Có giấy xác nhận hạnh kiểm", "giấy xác nhận hạnh kiểm" },
        { "Phiếu lý lịch tư pháp số 2", "Phiếu lý lịch tư pháp số 2" },
        { "phiếu lý lịch tư pháp", "phiếu lý lịch tư pháp" },
        { "nộp lý lịch tư pháp", "lý lịch tư pháp" },
        { "PHIEU LY LICH TU PHAP SO 1", "PHIEU LY LICH TU PHAP SO 1" },
        { "Có LLTP", "LLTP" },
        { "phiếu lý lịch số 1", "phiếu lý lịch số 1" },
        { "Nhân thân tốt", "Nhân thân tốt" },
        { "nhân thân, lai lịch rõ ràng", "nhân thân, lai lịch rõ ràng" },
        { "chứng minh nhân thân tốt", "nhân thân tốt" },
        { "nhan than ro rang", "nhan than ro rang" },
        { "Không cần bằng cấp, lý lịch rõ ràng", "lý lịch rõ ràng" },
        { "no criminal record", "no criminal record" },
        { "Clean background", "Clean background" },
        { "Police check needed", "Police check" },
    };

    public static TheoryData<string> Innocent => new()
    {
        "Thiết lập, quản lý hồ sơ, lý lịch toàn bộ máy móc thiết bị",
        "lý lịch máy rõ ràng",
        "Lý lịch rõ ràng của từng thiết bị",
        "phiếu lý lịch máy",
        "Quản lý lịch làm việc rõ ràng",
        "Ghi lý lịch máy móc rõ ràng sau mỗi ca",
        "Tuyển lái xe, lý lịch xe đầy đủ",
        "Lý lịch khoa học",
        "Lý lịch khoa học của giảng viên, có công bố rõ ràng",
        "Nộp sơ yếu lý lịch và lý lịch khoa học",
        "Hồ sơ gồm lý lịch, ảnh thẻ",
        "Sơ yếu lý lịch rõ họ tên, ngày sinh",
        "Sơ yếu lý lịch tự thuật, ghi rõ ràng, đầy đủ",
        "Sơ yếu lý lịch có dán ảnh rõ nét",
        "Kể cả người lý lịch xấu",
        "Không cần lý lịch rõ ràng, chỉ cần chăm",
        "quan ly lich tot",
        "trợ lý lịch trình",
        "Sơ yếu lý lịch",
        "Sơ yếu lý lịch có công chứng",
        "Sơ yếu lý lịch có xác nhận của địa phương",
        "sơ yếu lý lịch, giấy khám sức khoẻ, căn cước",
        "Lưu hồ sơ nhân viên: thông tin cá nhân, lý lịch, đánh giá",
        "Làm việc với cơ quan tư pháp, công an",
        "Không yêu cầu lý lịch tư pháp",
        "Không cần phiếu lý lịch tư pháp",
        "Không phân biệt tiền án",
        "Không hỗ trợ tiền ăn",
        "khong ho tro tien an ca",
        "Lương 7 triệu, khong co tien an trua",
        "Có tiền ăn, tiền xe",
        "không có tiền sử bệnh tim",
        "khong co tien su benh tim",
        "Nội dung quảng cáo không vi phạm pháp luật",
        "Công ty không vi phạm pháp luật về lao động",
        "Không vi phạm luật giao thông",
        "Chấp hành tốt quy định của pháp luật",
        "không an toàn thì không làm",
        "không chấp hành an toàn lao động thì bị nhắc",
        "khả năng quản lý nhân sự tốt",
        "Ký xác nhận khối lượng, xác nhận nhân sự mới",
        "nguồn gốc hàng hoá rõ ràng",
        "Dự án không có phương án",
        "Trung thực, chăm chỉ",
        "",
    };

    [Theory]
    [MemberData(nameof(Demands))]
    public void A_demand_for_a_clean_record_is_found_where_it_stands(string text, string expected)
    {
        var found = Wording.DemandsOfRecord(text);

        Assert.Equal(expected.Split('|'), found.Select(f => f.Text));
        Assert.All(found, f => Assert.Equal(f.Text, text.Substring(f.Start, f.Length)));
    }

    [Theory]
    [MemberData(nameof(Demands))]
    public void A_demand_is_found_decomposed_and_in_capitals_too(string text, string expected)
    {
        var spelt = text.Normalize(NormalizationForm.FormD).ToUpperInvariant();

        var found = Wording.DemandsOfRecord(spelt);

        Assert.Equal(expected.Split('|').Length, found.Count);
        Assert.All(found, f => Assert.Equal(f.Text, spelt.Substring(f.Start, f.Length)));
    }

    [Theory]
    [InlineData("không ", "có ", "tiền án", "tiền án")]
    [InlineData("lý lịch ", "lý lịch ", "rõ ràng", null)]
    [InlineData("", "không ", "vi phạm pháp luật", "không vi phạm pháp luật")]
    public void A_sentence_without_end_is_read_to_its_end(string head, string again, string tail, string? last)
    {
        var text = head + string.Concat(Enumerable.Repeat(again, 50_000)) + tail;

        var found = Wording.DemandsOfRecord(text);

        if (last is null)
            Assert.EndsWith(tail, Assert.Single(found).Text, StringComparison.Ordinal);
        else
            Assert.Equal(last, found[^1].Text);
    }

    [Theory]
    [MemberData(nameof(Innocent))]
    public void An_innocent_neighbour_is_left_alone(string text) => Assert.Empty(Wording.DemandsOfRecord(text));

    [Theory]
    [InlineData("mới ra tù về quê")]
    [InlineData("mãn hạn tù tháng 3")]
    [InlineData("man han tu thang 3")]
    [InlineData("học may trong trại giam")]
    [InlineData("Có tiền án")]
    [InlineData("có tiền sự 2019")]
    [InlineData("được đặc xá 2/9")]
    [InlineData("đặc xá")]
    [InlineData("là phạm nhân cũ")]
    [InlineData("pham nhan")]
    [InlineData("còn án treo")]
    [InlineData("án 3 năm")]
    [InlineData("3 năm tù")]
    [InlineData("đi cải tạo về")]
    [InlineData("nghiện ma tuý")]
    [InlineData("dính ma túy")]
    [InlineData("đã cai nghiện")]
    [InlineData("bị xử lý hình sự")]
    [InlineData("phạm tội trộm")]
    [InlineData("tội đánh nhau")]
    [InlineData("tái hoà nhập cộng đồng")]
    [InlineData("TIỀN  ÁN")]
    [InlineData("he was in prison")]
    [InlineData("criminal record")]
    public void Words_about_the_past_are_found_in_a_note(string text)
    {
        Assert.NotEmpty(Wording.TellsOfThePast(text));
        Assert.NotEmpty(Wording.TellsOfThePast(text.Normalize(NormalizationForm.FormD)));
    }

    [Theory]
    [InlineData("Tham gia dự án, đề xuất phương án thi công")]
    [InlineData("trong phạm vi trách nhiệm, làm việc với sư phạm")]
    [InlineData("Anh Phạm Văn Tuấn, phường Phạm Ngũ Lão")]
    [InlineData("Cải tạo mặt bằng, cải tạo đất, sửa chữa nhà")]
    [InlineData("học luật hình sự")]
    [InlineData("bệnh án, đồ án, đáp án, giáo án")]
    [InlineData("tiền ăn trưa, tiền xe")]
    [InlineData("lam cho tu nhan, tien an ca")]
    [InlineData("đi từ Hà Nội, từ tối hôm trước")]
    [InlineData("di tu Ha Noi ra tu 6 gio")]
    [InlineData("muốn làm ở trại lợn, ra trại sớm")]
    [InlineData("hoãn lương, hoan luong")]
    [InlineData("ma tuy anh muon")]
    [InlineData("không hút thuốc, không nghiện rượu")]
    [InlineData("tội nghiệp mẹ già")]
    [InlineData("hết mãn hạn hợp đồng thì nghỉ")]
    [InlineData("không gian tù túng")]
    [InlineData("Muốn làm gần nhà, chưa có xe, hàn 3 năm")]
    [InlineData("tạm giảm ca, tam giam ca")]
    [InlineData("xây dựng mô hình sự kiện mới")]
    [InlineData("bảo quản, chế biến thực phẩm")]
    [InlineData("Probation 2 months")]
    public void A_note_about_work_passes(string text) => Assert.Empty(Wording.TellsOfThePast(text));

    [Theory]
    [InlineData("Nhận người mãn hạn tù", true)]
    [InlineData("Ưu tiên người tái hoà nhập cộng đồng", true)]
    [InlineData("Nhận cả người có tiền án", true)]
    [InlineData("Luật sư tranh tụng án hình sự", false)]
    [InlineData("Không sử dụng ma tuý", false)]
    [InlineData("Phòng chống trộm cắp", false)]
    public void An_advertisement_may_not_name_people_by_their_past(string text, bool caught) =>
        Assert.Equal(caught, Wording.AdvertisesThePast(text).Count > 0);
}
