namespace WorkBridge.Matching.Tests;

public sealed class ConditionsTests
{
    [Theory]
    [InlineData("tôi muốn tìm việc lái xe tải ở Hải Phòng lương trên 10 triệu", "lái xe tải", "hai phong")]
    [InlineData("toi muon tim viec lai xe tai o hai phong luong tren 10 trieu", "lai xe tai", "hai phong")]
    [InlineData("Em chưa có kinh nghiệm, muốn xin làm phụ bếp gần Bà Rịa - Vũng Tàu ạ", "muốn xin làm phụ bếp", "ba ria vung tau")]
    [InlineData("cho em hỏi có ai tuyển thợ hồ tại tp HCM không ạ", "thợ hồ", "hcm")]
    [InlineData("Nhân Viên Kho Fulltime Đi Làm Ngay", "nhân viên kho", "")]
    [InlineData("Kế Toán Công Nợ Lương Từ 8 - 10 Triệu", "kế toán công nợ", "")]
    [InlineData("Thợ hàn 2 năm kinh nghiệm, 15tr", "thợ hàn", "")]
    [InlineData("Chuyên viên tiền lương", "chuyên viên tiền lương", "")]
    [InlineData("đi làm ngay", "đi làm ngay", "")]
    [InlineData("việc", "việc", "")]
    public void What_is_asked_for_is_told_from_its_conditions(string text, string work, string places)
    {
        var read = Conditions.In(Token.In(text));
        Assert.Equal(work, string.Join(' ', read.Work.Select(w => w.Marked)));
        Assert.Equal(places, string.Join(", ", read.Places));
    }

    [Fact]
    public void A_province_of_before_is_known_by_what_it_is_part_of_now()
    {
        Assert.Equal("ho chi minh", Provinces.NowOf("binh duong"));
        Assert.Equal("ho chi minh", Provinces.NowOf(Provinces.NowOf("vung tau")!));
        Assert.Null(Provinces.NowOf("ha noi"));
        Assert.Equal(Provinces.Key("Bà Rịa-Vũng Tàu"), Provinces.Key("ba ria vung tau"));
    }
}
