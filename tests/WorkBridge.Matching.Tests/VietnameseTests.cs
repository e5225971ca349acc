using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace WorkBridge.Matching.Tests;

public sealed class VietnameseTests
{
    [Theory]
    [InlineData("hòa", "hoà")]
    [InlineData("HÒA BÌNH", "hoà bình")]
    [InlineData("khỏe", "khoẻ")]
    [InlineData("thủy", "thuỷ")]
    [InlineData("thúy", "thuý")]
    [InlineData("qúy", "quý")]
    [InlineData("qủa", "quả")]
    [InlineData("quả", "quả")]
    [InlineData("quí", "quý")]
    [InlineData("gìa", "già")]
    [InlineData("gì", "gì")]
    [InlineData("giữ gìn", "giữ gìn")]
    [InlineData("giếng", "giếng")]
    [InlineData("của", "của")]
    [InlineData("mùa", "mùa")]
    [InlineData("tòan", "toàn")]
    [InlineData("ngoài", "ngoài")]
    [InlineData("khuỷu", "khuỷu")]
    [InlineData("ngừơi", "người")]
    [InlineData("kĩ sư", "kỹ sư")]
    [InlineData("mĩ", "mỹ")]
    [InlineData("lí", "lý")]
    [InlineData("bác sĩ", "bác sỹ")]
    [InlineData("máy ủi", "máy ủi")]
    [InlineData("đi", "đi")]
    [InlineData("thi", "thi")]
    [InlineData("tay nghề", "tay nghề")]
    [InlineData("  điện \t lạnh\n", "điện lạnh")]
    [InlineData("đi\u200Bện", "điện")]
    [InlineData("\u202Eđiện\u202C", "điện")]
    public void One_spelling_of_each_word_is_the_key(string typed, string key) => Assert.Equal(key, Vietnamese.Normalise(typed));

    [Fact]
    public void Marks_without_end_upon_one_letter_are_cut_off()
    {
        // Composing all of them would take the square of their number: hours.
        var text = "thợ " + "e" + new string('\u0301', 1_000_000) + new string('\u0323', 1_000_000) + " may";

        Assert.True(Vietnamese.IsPiled(text));
        Assert.InRange(Vietnamese.Compose(text).Length, 30, 50);
        Assert.Equal("tho e may", Vietnamese.Fold(text));
        Assert.EndsWith(" may", Vietnamese.Tidy(text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Đường Nguyễn Thị Định")]
    [InlineData("\u1EBF\u0301\u0323")]
    [InlineData("日本 \uD83D\uDE00")]
    [InlineData(null)]
    public void What_people_write_is_composed_and_nothing_else(string? text)
    {
        Assert.False(Vietnamese.IsPiled(text));
        Assert.Equal((text ?? "").Normalize(), Vietnamese.Compose(text?.Normalize(NormalizationForm.FormD)));
    }

    [Fact]
    public void Half_a_letter_is_no_reason_to_fall() => Assert.Equal("a\uFFFDé", Vietnamese.Compose("a\uD800e\u0301"));

    [Theory]
    [InlineData("Đường Đinh", "duong dinh")]
    [InlineData("thợ máy", "tho may")]
    [InlineData("Kĩ thuật", "ky thuat")]
    [InlineData("ki thuat", "ky thuat")]
    [InlineData("Ô TÔ", "o to")]
    [InlineData("CNC", "cnc")]
    public void Folding_takes_every_mark_and_đ_away(string typed, string key) => Assert.Equal(key, Vietnamese.Fold(typed));

    [Theory]
    [InlineData("Thợ hàn ở Đà Nẵng, lương 8 triệu")]
    [InlineData("Thủy lợi, khỏe, hòa, quý, kỹ sư, người")]
    public void Decomposed_text_has_the_same_keys(string text)
    {
        Assert.Equal(Vietnamese.Normalise(text), Vietnamese.Normalise(text.Normalize(NormalizationForm.FormD)));
        Assert.Equal(Vietnamese.Fold(text), Vietnamese.Fold(text.Normalize(NormalizationForm.FormD)));
        Assert.Equal(Vietnamese.Syllables(text), Vietnamese.Syllables(text.Normalize(NormalizationForm.FormD)));
        Assert.True(Vietnamese.HasMarks(text.Normalize(NormalizationForm.FormD)));
    }

    [Theory]
    [InlineData("tho may", false)]
    [InlineData("đi", true)]
    [InlineData("thợ", true)]
    [InlineData("ê", true)]
    [InlineData("CNC 日本", false)]
    [InlineData(null, false)]
    public void It_knows_whether_marks_were_typed(string? text, bool marks) => Assert.Equal(marks, Vietnamese.HasMarks(text));

    [Fact]
    public void Words_keep_latin_terms_and_numbers_whole() =>
        Assert.Equal(["c#", "c++", "net", "cnc", "8.000.000", "đ", "tháng"], Vietnamese.Syllables("C#, C++, .NET; CNC – 8.000.000 đ/tháng"));

    [Fact]
    public void Tidy_keeps_lines_case_and_spelling_and_strips_what_cannot_be_seen() =>
        Assert.Equal("Hòa Bình\nThợ Hàn\n\nhết", Vietnamese.Tidy("  Hòa\u00A0 Bình \u200F\r\n Thợ\u200B Hàn\u0007\n\n\n\nhết \uFEFF"));

    [Theory]
    [InlineData("\uD800")]
    [InlineData("a\uDC00b")]
    [InlineData("ế\uDBFF\uDBFFờ")]
    [InlineData("\u3164\u2800")]
    public void Broken_text_is_read_without_a_word(string text)
    {
        Assert.DoesNotContain('\uFFFD', Vietnamese.Normalise(text));
        Assert.NotNull(Vietnamese.Fold(text));
        Assert.NotNull(Vietnamese.Tidy(text));
    }

    [Fact]
    public void A_line_of_a_million_letters_is_read_in_time()
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        foreach (var unit in new[] { "ế", "thợ máy ", "e\u0302\u0301", "\uD800", "a\u0301\u0301\u0301", "1.", "\u200B" })
        {
            var line = string.Concat(Enumerable.Repeat(unit, 1_000_000 / unit.Length));
            Vietnamese.Normalise(line);
            Vietnamese.Fold(line);
            Vietnamese.Tidy(line);
            Vietnamese.HasMarks(line);
            Vietnamese.Syllables(line);
        }
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), $"took {clock.Elapsed}");
    }

    [Property(MaxTest = 300)]
    public bool Doing_it_twice_changes_nothing_more(string? text)
    {
        var once = Vietnamese.Normalise(text);
        var folded = Vietnamese.Fold(text);
        var tidy = Vietnamese.Tidy(text);
        return Vietnamese.Normalise(once) == once && Vietnamese.Fold(folded) == folded && Vietnamese.Tidy(tidy) == tidy
            && Vietnamese.Fold(once) == folded;
    }

    [Property(MaxTest = 300)]
    public Property Any_mix_of_vietnamese_marks_and_rubbish_is_stable() => Prop.ForAll(
        Rubbish.Arbitrary(),
        text =>
        {
            var once = Vietnamese.Normalise(text);
            var folded = Vietnamese.Fold(text);
            return Vietnamese.Normalise(once) == once && Vietnamese.Fold(folded) == folded
                && Vietnamese.Tidy(Vietnamese.Tidy(text)) == Vietnamese.Tidy(text)
                && Vietnamese.Syllables(text).All(s => s.Length > 0)
                && Vietnamese.Normalise(text.IsNormalizedSafely() ? text.Normalize(NormalizationForm.FormD) : text) == once;
        });
}

internal static class Rubbish
{
    private static readonly string[] Pieces =
    [
        "a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y", "đ", "Đ", "q", "g", "h", "k", "l", "m", "s", "t", "n", "ng",
        "\u0300", "\u0301", "\u0303", "\u0309", "\u0323", "\u0302", "\u0306", "\u031B", " ", "\n", "\r\n", "\t", "\u200B", "\u202E",
        "\uD800", "\uDC00", "😀", "ﬁ", "İ", "ß", "ǅ", "가", "日", "7", "1.5", "#", "++", "ề", "hòa", "thủy", "quý", "\uFFFE", "\u3164", "\u0345",
    ];

    public static Arbitrary<string> Arbitrary() =>
        Arb.From(Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces)));

    public static bool IsNormalizedSafely(this string text)
    {
        try
        {
            text.IsNormalized();
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
