using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace WorkBridge.Matching.Tests;

public sealed class VocabularyTests
{
    private static readonly Vocabulary Words = Vocabulary.Default;

    [Fact]
    public void It_covers_the_world_of_this_population()
    {
        Assert.True(Words.Trades.Count >= 270, $"{Words.Trades.Count} trades");
        Assert.True(Words.Skills.Count >= 1000, $"{Words.Skills.Count} skills");
        Assert.Equal("guarding", Words.Trade("bao-ve")!.ClosedBy);
        Assert.All(Words.Trades.Where(t => t.Isco == "5414"), t => Assert.Equal("guarding", t.ClosedBy));
    }

    [Fact]
    public void Every_trade_has_skills_neighbours_and_a_way_to_learn_it_and_every_skill_a_trade()
    {
        Assert.All(Words.Trades, t =>
        {
            Assert.InRange(t.Skills.Count, 4, 12);
            Assert.NotEmpty(t.Learnt);
            Assert.True(t.Names.Count >= 4, t.Code);
            Assert.Contains(Words.Trades, other => other.Code != t.Code && Words.Nearness(t.Code, other.Code) >= 0.3);
            Assert.DoesNotContain(t.Names.Select(Vietnamese.Normalise).CountBy(n => n, StringComparer.Ordinal), n => n.Value > 1);
        });
        var used = Words.Trades.SelectMany(t => t.Skills).ToHashSet(StringComparer.Ordinal);
        Assert.All(Words.Skills.Where(s => s.TaughtIn is { Count: 0 }), s => Assert.True(used.Contains(s.Code), $"{s.Code} stands in no trade"));
    }

    [Fact]
    public void Every_name_of_every_trade_finds_its_trade()
    {
        foreach (var trade in Words.Trades)
            Assert.All(trade.Names.Append(trade.Vi), name => Assert.Contains(Words.FindIn(name), m => m.IsTrade && m.Code == trade.Code));
        foreach (var skill in Words.Skills)
            Assert.All(skill.Names.Append(skill.Vi), name => Assert.Contains(Words.FindIn(name), m => !m.IsTrade && m.Code == skill.Code));
    }

    [Fact]
    public void A_skill_is_taught_in_the_courses_of_its_trades_and_health_in_none()
    {
        Assert.Contains("may-cong-nghiep", Words.CoursesTeaching("vat-so"));
        Assert.Contains("vat-so", Words.TaughtBy("may-cong-nghiep"));
        Assert.Empty(Words.CoursesTeaching("suc-khoe-tot"));
        Assert.DoesNotContain("suc-khoe-tot", Words.TaughtBy("phu-ho"));
        Assert.Empty(Words.CoursesTeaching("no-such-skill"));
        Assert.DoesNotContain("phu-ho", Words.CoursesTeaching("tron-vua"));
    }

    [Theory]
    [InlineData("Yêu cầu: có kinh nghiệm, thu nhập 12 triệu một tháng")]
    [InlineData("Từ 1 năm kinh nghiệm - thu nhập 15-20 triệu")]
    [InlineData("Tất cả các bạn đã làm trong lĩnh vực này đều được ưu tiên, trao đổi cho cá nhân từng người")]
    [InlineData("Liên hệ giờ hành chính. Hoàn thành hồ sơ của khách hàng. Hoàn tiền khi không hài lòng.")]
    [InlineData("Có sức khoẻ, không ngại khó khăn, mong muốn gắn bó lâu dài với công ty chúng tôi")]
    public void A_name_does_not_reach_over_a_comma_nor_read_marks_into_a_marked_text(string text)
    {
        Assert.DoesNotContain(Words.FindIn(text), m => m.Code is "nghiem-thu-nhat-ky-cong-trinh" or "lam-nhac-cu" or "lao-dong-cang-ca" or "kiem-hang-hoan-hang-hong");
        Assert.DoesNotContain(Words.FindIn(text), m => m.IsTrade && m.Code != "hanh-chinh");
    }

    [Theory]
    [InlineData("nấu ăn", "nau-an")]
    [InlineData("đan ghế nhựa giả mây", "dan-ghe-nhua")]
    [InlineData("bóc hạt điều", "che-bien-hat-dieu")]
    [InlineData("làm nhang", "lam-huong")]
    [InlineData("quấn mô tơ", "quan-mo-to")]
    [InlineData("nuôi tôm thẻ", "nuoi-tom")]
    [InlineData("CN dây điện ô tô", "bo-day-dien")]
    [InlineData("thợ cưa xăng", "cua-xang")]
    [InlineData("đu dây lau kính", "lau-kinh-tren-cao")]
    [InlineData("giao gas", "giao-gas-nuoc")]
    [InlineData("hàn 6G", "han-ong")]
    [InlineData("trồng rau", "trong-rau")]
    [InlineData("cạo mủ cao su", "cao-mu-cao-su")]
    [InlineData("CN giày da", "may-giay-da")]
    [InlineData("LĐPT", "lao-dong-pho-thong")]
    [InlineData("đan lát", "dan-lat")]
    [InlineData("rửa xe", "rua-xe")]
    [InlineData("sơn nước", "son-nuoc")]
    [InlineData("điện dân dụng", "dien-dan-dung")]
    [InlineData("mộc", "moc")]
    [InlineData("bốc xếp", "boc-xep")]
    [InlineData("cắt tóc", "cat-toc")]
    [InlineData("điện lạnh", "dien-lanh")]
    [InlineData("chăn nuôi lợn", "chan-nuoi-lon")]
    [InlineData("nuôi heo", "chan-nuoi-lon")]
    [InlineData("lái xe tải", "lai-xe-tai")]
    [InlineData("tài xế xe tải", "lai-xe-tai")]
    [InlineData("LX tải", "lai-xe-tai")]
    [InlineData("sửa xe máy", "sua-xe-may")]
    [InlineData("thợ hàn", "tho-han")]
    [InlineData("thợ xây", "tho-xay")]
    [InlineData("thợ hồ", "tho-xay")]
    [InlineData("thợ nề", "tho-xay")]
    [InlineData("phụ hồ", "phu-ho")]
    [InlineData("may công nghiệp", "may-cong-nghiep")]
    [InlineData("CN may", "may-cong-nghiep")]
    [InlineData("NV bán hàng", "ban-hang")]
    [InlineData("NV BH", "ban-hang")]
    [InlineData("tạp vụ", "ve-sinh")]
    [InlineData("lao công", "ve-sinh")]
    [InlineData("khuân vác", "boc-xep")]
    [InlineData("sửa máy lạnh", "dien-lanh")]
    [InlineData("bảo vệ", "bao-ve")]
    public void A_word_of_a_survey_or_an_advertisement_names_its_trade(string cell, string trade)
    {
        var spellings = new[] { cell, cell.ToUpperInvariant(), cell.Normalize(NormalizationForm.FormD), Vietnamese.Fold(cell), "abc, " + cell + " , xyz" };
        foreach (var spelling in spellings)
            Assert.Contains(Words.FindIn(spelling), m => m.IsTrade && m.Code == trade);
    }

    [Fact]
    public void A_cell_with_several_trades_gives_each_in_order() =>
        Assert.Equal(
            ["chan-nuoi-lon", "moc", "lao-dong-pho-thong"],
            Words.FindIn("chăn nuôi lợn, mộc và LĐPT").Where(m => m.IsTrade).Select(m => m.Code));

    [Theory]
    [InlineData("nghỉ CN, lương tháng 13")]
    [InlineData("làm từ thứ 2 đến CN")]
    [InlineData("được đóng BH đầy đủ")]
    [InlineData("môi trường sơn thuỷ hữu tình, may mắn, Hàn Quốc")]
    [InlineData("Công ty tôi có chế độ bảo hiểm")]
    public void A_short_or_common_word_is_no_trade_by_itself(string text) =>
        Assert.DoesNotContain(Words.FindIn(text), m => m.IsTrade);

    [Fact]
    public void A_mention_says_where_it_stands()
    {
        const string Text = "Cần tuyển 2 thợ hàn MIG làm tại xưởng";
        var mention = Words.FindIn(Text).First(m => m.Code == "tho-han");
        Assert.Equal("thợ hàn", Text.Substring(mention.Start, mention.Length));
        var skill = Words.FindIn(Text).First(m => m.Code == "han-mig");
        Assert.Equal("hàn MIG", Text.Substring(skill.Start, skill.Length));
    }

    [Fact]
    public void Marks_that_were_typed_decide_and_marks_left_out_leave_the_choice_open()
    {
        Assert.Equal(["may-do"], Trades("thợ may"));
        Assert.Equal(["bao-tri-may"], Trades("thợ máy"));
        Assert.Equal(["bao-tri-may", "may-do"], Trades("tho may").Order());
        Assert.True(Words.FindIn("tho may")[0].Confidence < Words.FindIn("thợ may")[0].Confidence);

        static IEnumerable<string> Trades(string text) => Words.FindIn(text).Where(m => m.IsTrade).Select(m => m.Code);
    }

    [Theory]
    [InlineData("thợ hànn", "tho-han")]
    [InlineData("cat toc", "cat-toc")]
    [InlineData("điên lạnh", "dien-lanh")]
    [InlineData("boc sep", "boc-xep")]
    public void One_slip_of_the_hand_is_forgiven(string typed, string trade) =>
        Assert.Contains(Words.SuggestTrades(typed, 5), t => t.Code == trade);

    [Fact]
    public void Suggestions_begin_with_what_was_typed()
    {
        Assert.Equal("tho-han", Words.SuggestTrades("thợ hà", 5)[0].Code);
        Assert.Equal("may-do", Words.SuggestTrades("thợ may", 3)[0].Code);
        Assert.Equal("bao-tri-may", Words.SuggestTrades("thợ máy", 3)[0].Code);
        Assert.Contains(Words.SuggestTrades("tho may", 8), t => t.Code == "bao-tri-may");
        Assert.Empty(Words.SuggestTrades("", 5));
        Assert.Empty(Words.SuggestTrades("zzzzzzzzz", 5));
        Assert.Equal(3, Words.SuggestTrades("t", 3).Count);
    }

    [Theory]
    [InlineData("Công Nhân May (Không Yêu Cầu Kinh Nghiệm)", "may-cong-nghiep")]
    [InlineData("Tuyển gấp Tài Xế Xe Tải B2, C", "lai-xe-tai")]
    [InlineData("Kế Toán Công Ty Xây Dựng", "ke-toan")]
    [InlineData("NV BÁN HÀNG TẠI CỬA HÀNG", "ban-hang")]
    [InlineData("Tho han Co2", "tho-han")]
    [InlineData("Nhân viên bảo vệ ca đêm", "bao-ve")]
    public void A_title_is_put_under_its_trade(string title, string trade) =>
        Assert.Equal(trade, Words.Classify(title, null, 3)[0].Code);

    [Fact]
    public void Near_trades_are_near_both_ways_and_never_nearer_than_the_same()
    {
        Assert.Equal(1, Words.Nearness("tho-han", "tho-han"));
        Assert.Equal(Words.Nearness("tho-han", "co-khi"), Words.Nearness("co-khi", "tho-han"));
        Assert.True(Words.Nearness("tho-xay", "phu-ho") > Words.Nearness("tho-xay", "ke-toan"));
        Assert.Equal(0, Words.Nearness("tho-han", "no-such-trade"));
        foreach (var a in Words.Trades)
            Assert.All(Words.Trades.Where(b => b.Code != a.Code), b => Assert.InRange(Words.Nearness(a.Code, b.Code), 0, 0.95));
    }

    [Theory]
    [InlineData("nghề: x | 12 | Tên | Name | tools", 1, "ISCO")]
    [InlineData("\n\nnghề: x | 1234 | Tên | Name | rocket", 3, "rocket")]
    [InlineData("# chú thích\nkhông có gì", 2, "hai chấm")]
    [InlineData("kỹ năng: a | A | A | a\nkỹ năng: a | B | B | b", 2, "đã có ở dòng 1")]
    [InlineData("kỹ năng: a | A | A | a\nnghề: x | 1234 | Tên | Name | tools\n  gần: y 0,5", 3, "y")]
    [InlineData("kỹ năng: a | A | A | a\nnghề: x | 1234 | Tên | Name | tools\n  gần: x 1,5", 3, "0,7")]
    [InlineData("kỹ năng: a | A | A | a\nnghề: x | 1234 | Tên | Name | tools\n  kỹ năng: b", 3, "b")]
    [InlineData("tên: mồ côi", 1, "dưới một nghề")]
    [InlineData("nghề: x | 1234 | Tên | Name", 1, "5 cột")]
    [InlineData("nghề: x | 1234 | | Name | tools", 1, "5 cột")]
    [InlineData("kỹ năng: a | A | A", 1, "4 cột")]
    [InlineData("kỹ năng: a | A | A | a | b | c", 1, "4 cột")]
    [InlineData("kỹ năng: a | A | A | a | khong-co", 1, "khong-co")]
    [InlineData("kỹ năng: A b | A | A | a", 1, "chữ thường")]
    [InlineData("kỹ năng: a | A | A | a; !!!", 1, "không có chữ")]
    [InlineData("kỹ năng: a | A | A | =", 1, "không có chữ")]
    [InlineData("nghề: x | 1234 | Tên | Name | tools\nnghề: x | 1234 | Tên | Name | tools", 2, "đã có ở dòng 1")]
    [InlineData("nghề: x | 1234 | Tên | Name | tools\n  gần: x 0,5", 2, "chính nó")]
    [InlineData("nghề: x | 1234 | Tên | Name | tools\n  gần: y", 2, "0,7")]
    [InlineData("nghề: x | 1234 | Tên | Name | tools\n  gần: y 0", 2, "0,7")]
    [InlineData("nghề: x | 1234 | Tên | Name | tools\n  tên: a\n  tên: b", 3, "đã có một dòng")]
    [InlineData("nghề: x | 1234 | Tên | Name | tools\n  tên:", 2, "không có gì")]
    [InlineData("nghề: x | 1234 | Tên | Name | tools\n  học: học mót 3", 2, "sơ cấp")]
    [InlineData("nghề: x | 1234 | Tên | Name | tools\n  học: sơ cấp", 2, "sơ cấp")]
    [InlineData("nghề: x | 1234 | Tên | Name | tools\n  học: sơ cấp 0", 2, "số tháng")]
    [InlineData("nghề: x | 1234 | Tên | Name | tools\n  học: sơ cấp 100", 2, "số tháng")]
    [InlineData("kỹ năng: a | A | A | a\nnghề: x | 1234 | Tên | Name | tools\n  kỹ năng: a; a", 3, "hai lần")]
    [InlineData("nghề: x | 1234 | Tên | Name | tools\n  giấy phép: B; B", 2, "hai lần")]
    [InlineData("viết tắt: nv", 1, "chữ tắt")]
    [InlineData("viết tắt: nhân viên = nhân viên", 1, "chữ tắt")]
    [InlineData("viết tắt: nv = ", 1, "chữ tắt")]
    [InlineData("viết tắt: nv = nhân viên | khi: vui", 1, "khi")]
    [InlineData(": rỗng", 1, "hai chấm")]
    [InlineData("kỹ năng: a | A | A | a", 1, "không có nghề")]
    [InlineData("màu: đỏ", 1, "màu")]
    [InlineData("", 0, "không có nghề")]
    public void A_broken_file_is_refused_with_its_line(string file, int line, string word)
    {
        var refused = Assert.Throws<InvalidDataException>(() => Vocabulary.Read(new StringReader(file)));
        Assert.Contains($"dòng {line}:", refused.Message, StringComparison.Ordinal);
        Assert.Contains(word, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_people_wrote_is_read()
    {
        var words = Vocabulary.Read(new StringReader("""
            kỹ năng: bay | Bay | Flying | lượn
            kỹ năng: do | Đỗ | Landing | hạ cánh | phi-cong
            kỹ năng: gan | Gan dạ | Courage | gan | -
            nghề: phi-cong | 3153 | Phi công | Pilot | tools
              tên: lái máy bay; NV bay
              kỹ năng: bay
              học: cao đẳng 30; kèm việc 3
              giấy phép: A; B
              luật đóng: air
            viết tắt: nv = nhân viên
            """));
        var pilot = words.Trade("phi-cong")!;
        Assert.Equal(["lái máy bay", "NV bay"], pilot.Names);
        Assert.Equal(["A", "B"], pilot.Licences);
        Assert.Equal("air", pilot.ClosedBy);
        Assert.Equal([new Learning(LearningWay.College, 30), new Learning(LearningWay.OnTheJob, 3)], pilot.Learnt);
        Assert.Equal(["phi-cong"], words.CoursesTeaching("bay"));
        Assert.Equal(["phi-cong"], words.CoursesTeaching("do"));
        Assert.Null(words.Skill("gan")!.TaughtIn);
        Assert.Empty(words.CoursesTeaching("gan"));
        Assert.Equal("phi-cong", words.FindIn("tuyển nhân viên bay")[0].Code);
        Assert.NotEqual(Vocabulary.Default.Fingerprint, words.Fingerprint);
    }

    [Property(MaxTest = 200)]
    public Property Nothing_that_is_typed_breaks_the_finding() => Prop.ForAll(
        Rubbish.Arbitrary(),
        text =>
        {
            Words.SuggestTrades(text, 5);
            Words.Classify(text, text, 3);
            return Words.FindIn(text).All(m => m.Start >= 0 && m.Length > 0 && m.Start + m.Length <= text.Length && m.Confidence is > 0 and <= 1);
        });

    [Fact]
    public void A_very_long_text_is_read_in_time()
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Words.FindIn(string.Concat(Enumerable.Repeat("thợ máy may hàn ", 70_000)));
        Words.FindIn(new string('a', 1_000_000));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"took {clock.Elapsed}");
    }
}
