using System.Text;
using WorkBridge.Files;

namespace WorkBridge.Tests.Files;

public sealed class CsvReaderTests
{
    private const string Sample = "Vị trí,Nơi làm việc\r\nThợ hàn,\"Đặng Xá, Nguyễn Huệ\"\r\n";

    public static TheoryData<string> Encodings => ["UTF-8", "UTF-8 with mark", "UTF-16 little", "UTF-16 big", "UTF-16 little without mark", "UTF-16 big without mark", "Windows-1258", "decomposed UTF-8"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Every_known_encoding_gives_the_same_composed_text(string encoding)
    {
        byte[] file = encoding switch
        {
            "UTF-8" => Encoding.UTF8.GetBytes(Sample),
            "UTF-8 with mark" => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Sample)],
            "UTF-16 little" => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Sample)],
            "UTF-16 big" => [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Sample)],
            "UTF-16 little without mark" => Encoding.Unicode.GetBytes(Sample),
            "UTF-16 big without mark" => Encoding.BigEndianUnicode.GetBytes(Sample),
            "Windows-1258" => As1258(Sample),
            _ => Encoding.UTF8.GetBytes(Sample.Normalize(NormalizationForm.FormD)),
        };

        var sheet = SheetReader.Read(file, "a.csv");

        Assert.Equal(["Vị trí", "Nơi làm việc"], sheet.Rows[0].Cells.Select(c => c.Text));
        Assert.Equal(["Thợ hàn", "Đặng Xá, Nguyễn Huệ"], sheet.Rows[1].Cells.Select(c => c.Text));
    }

    public static TheoryData<string, byte[]> Unknown => new()
    {
        { "TCVN3", [.. "C"u8, 0xAB, .. "ng ty, Th"u8, 0xEE, .. " h"u8, 0xB5, .. "n"u8] },
        { "VNI", [.. "Coâng ty"u8[..2], 0xE2, .. "ng ty, Vieät"u8[..9], 0xE4, .. "t"u8] },
        { "Latin-1", [.. "Fran"u8, 0xE7, .. "ais, M"u8, 0xFC, .. "ller"u8] },
        { "NUL inside", [.. "a,b"u8, 0, .. "c"u8] },
        { "a lone surrogate", [0xFF, 0xFE, 0x41, 0x00, 0x00, 0xD8, 0x42, 0x00] },
        { "broken UTF-8 after its mark", [0xEF, 0xBB, 0xBF, 0x41, 0xC3, 0x28] },
        { "random bytes", [0x81, 0x8D, 0x8F, 0x90, 0x9D, 0x02, 0x13] },
    };

    [Theory]
    [MemberData(nameof(Unknown))]
    public void Text_in_another_encoding_is_refused_and_never_guessed(string name, byte[] file)
    {
        var refused = Assert.Throws<RuleBroken>(() => SheetReader.Read(file, "a.csv"));
        Assert.True(refused.Words!.Value.Vi.Contains("bảng mã", StringComparison.Ordinal), name);
    }

    [Theory]
    [InlineData("a,b\n\"1\n2\",\"x\"\"y\"\nc,d", "a|b~1\n2|x\"y~c|d")]
    [InlineData("a;b,c\r1;2", "a|b,c~1|2")]
    [InlineData("a\tb\r\n1,5\t2", "a|b~1,5|2")]
    [InlineData("sep=;\r\na,b;c\r\n", "a,b|c")]
    [InlineData("DANH SÁCH\n\na;b\n\"x;,,,,,,,\";y", "DANH SÁCH~a|b~x;,,,,,,,|y")]
    [InlineData("a, \"b,c\" ,d", "a|b,c |d")]
    [InlineData("5\" ống,b", "5\" ống|b")]
    public void Rows_and_cells_are_split_as_a_spreadsheet_does(string text, string expected) =>
        Assert.Equal(expected, string.Join('~', SheetReader.Read(Encoding.UTF8.GetBytes(text), "a.csv").Rows.Select(r => string.Join('|', r.Cells.Select(c => c.Text)))));

    [Fact]
    public void Row_numbers_count_blank_rows_and_take_a_cell_of_many_lines_as_one_row() =>
        Assert.Equal([1, 3, 4], SheetReader.Read("a,b\n\n\"1\n2\n3\",c\nd,e"u8.ToArray(), "a.csv").Rows.Select(r => r.Number));

    [Fact]
    public void A_quotation_mark_that_is_never_closed_is_named_with_its_row()
    {
        var refused = Assert.Throws<RuleBroken>(() => SheetReader.Read("a,b\n1,2\n\"3,4\n5,6"u8.ToArray(), "a.csv"));
        Assert.Contains("dòng 3", refused.Words!.Value.Vi, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rows", "20.000")]
    [InlineData("columns", "200 cột")]
    [InlineData("cell", "quá dài")]
    public void Too_much_of_anything_is_refused(string what, string says)
    {
        var text = what switch
        {
            "rows" => string.Concat(Enumerable.Repeat("a,b\n", 20_001)),
            "columns" => string.Join(',', Enumerable.Repeat("a", 201)),
            _ => new string('a', 33_000),
        };
        var refused = Assert.Throws<RuleBroken>(() => SheetReader.Read(Encoding.UTF8.GetBytes(text), "a.csv"));
        Assert.Contains(says, refused.Words!.Value.Vi, StringComparison.Ordinal);
    }

    /// <summary>Windows-1258 holds the vowels and the five tones apart.</summary>
    private static byte[] As1258(string text)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(1258, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
        var bytes = new List<byte>();
        foreach (var letter in text.Normalize())
        {
            try
            {
                bytes.AddRange(encoding.GetBytes(letter.ToString()));
            }
            catch (EncoderFallbackException)
            {
                var parts = letter.ToString().Normalize(NormalizationForm.FormD);
                var tone = parts.Single(c => c is '\u0300' or '\u0301' or '\u0303' or '\u0309' or '\u0323');
                bytes.AddRange(encoding.GetBytes(parts.Replace(tone.ToString(), "", StringComparison.Ordinal).Normalize()));
                bytes.AddRange(encoding.GetBytes(tone.ToString()));
            }
        }

        return [.. bytes];
    }
}
