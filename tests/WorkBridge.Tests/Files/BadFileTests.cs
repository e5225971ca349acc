using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using WorkBridge.Files;

namespace WorkBridge.Tests.Files;

/// <summary>Files that are not what they say, or were built to do harm: each is refused in words, quickly and in little memory.</summary>
public sealed class BadFileTests
{
    private const string Cell = """<c t="inlineStr"><is><t>a</t></is></c>""";

    [Theory]
    [InlineData("a.pdf", "%PDF-1.7", "không phải bảng tính")]
    [InlineData("a.xlsx", "%PDF-1.7", ".xlsx")]
    [InlineData("a.csv", "%PDF-1.7", ".csv")]
    [InlineData("a.xlsx", "Họ tên,Năm sinh", ".xlsx")]
    [InlineData("a.csv", "<html><table>", ".csv")]
    [InlineData("a", "Họ tên", "không phải bảng tính")]
    [InlineData("a.xls", "\u0001", ".xls")]
    [InlineData("a.csv", "", "không có dòng")]
    [InlineData("a.csv", "\r\n , \r\n", "không có dòng")]
    public void The_wrong_type_is_refused_in_words(string name, string content, string says) =>
        Refused(() => SheetReader.Read(Encoding.UTF8.GetBytes(content), name), says);

    [Fact]
    public void An_old_Excel_file_and_one_with_a_password_are_told_apart()
    {
        byte[] ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]];
        Refused(() => SheetReader.Read(ole, "a.xls"), ".xls");
        Refused(() => SheetReader.Read(ole, "a.xlsx"), ".xls");
        Refused(() => SheetReader.Read([.. ole, .. Encoding.Unicode.GetBytes("EncryptedPackage")], "a.xlsx"), "mật khẩu");
    }

    [Fact]
    public void A_Word_document_named_xlsx_is_refused()
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Workbooks.Put(zip, "[Content_Types].xml", "<Types/>");
            Workbooks.Put(zip, "word/document.xml", "<document/>");
        }

        Refused(() => SheetReader.Read(file.ToArray(), "a.xlsx"), ".xlsx");
    }

    [Fact]
    public async Task More_than_five_megabytes_are_not_even_read_to_the_end()
    {
        using var endless = new Endless();
        var refused = await Assert.ThrowsAsync<RuleBroken>(() => SheetReader.TakeAsync(endless, default));
        Assert.Contains("5 MB", refused.Words!.Value.Vi, StringComparison.Ordinal);
        Assert.InRange(endless.Given, 1, FileLimits.Bytes + 200_000);
    }

    public static TheoryData<string> Bombs => [.. Made.Keys];

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("windows-1258")]
    public void Marks_without_end_upon_one_letter_are_no_text(string encoding)
    {
        // Composing them would take hours: the time is the square of their number.
        var file = "e" + new string('\u0301', 800_000) + new string('\u0323', 800_000);
        var bytes = (encoding == "windows-1258" ? CodePagesEncodingProvider.Instance.GetEncoding(1258)! : Encoding.GetEncoding(encoding)).GetBytes(file);

        Refused(() => SheetReader.Read(bytes, "a.csv"), "bảng mã");
    }

    private static readonly Dictionary<string, (string Says, Func<byte[]> File)> Made = new(StringComparer.Ordinal)
    {
        ["a gigabyte of shared strings"] = ("quá lớn", () => Workbooks.Streaming("xl/sharedStrings.xml", w =>
        {
            w.Write("<sst>");
            var strings = $"<si><t>{new string('a', 30_000)}</t></si>";
            for (var i = 0; i < 33_000; i++)
                w.Write(strings);
        })),
        ["a gigabyte of empty cells"] = ("quá lớn", () => Workbooks.Streaming("xl/worksheets/sheet1.xml", w =>
        {
            w.Write(Workbooks.SheetHead + "<row>");
            var cells = string.Concat(Enumerable.Repeat("<c/>", 10_000));
            for (var i = 0; i < 25_000; i++)
                w.Write(cells);
        })),
        ["as many empty cells as the limit of bytes allows"] = ("quá lớn", () => Workbooks.Streaming("xl/worksheets/sheet1.xml", w =>
        {
            w.Write(Workbooks.SheetHead + "<row>");
            Noise(w);
            for (var i = 0; i < 12_000_000; i++)
                w.Write("<c/>");
        })),
        ["as many shared texts as the limit of bytes allows"] = ("quá nhiều", () => Workbooks.Streaming("xl/sharedStrings.xml", w =>
        {
            w.Write("<sst>");
            Noise(w);
            for (var i = 0; i < 3_000_000; i++)
                w.Write("<si><t>a</t></si>");
        })),
        ["one text as long as the limit of bytes allows"] = ("quá dài", () => Workbooks.Streaming("xl/sharedStrings.xml", w =>
        {
            w.Write("<sst>");
            Noise(w);
            w.Write("<si><t>");
            var text = new string('a', 100_000);
            for (var i = 0; i < 400; i++)
                w.Write(text);
        })),
        ["one attribute as long as the limit of bytes allows"] = ("quá dài", () => Workbooks.Streaming("xl/sharedStrings.xml", w =>
        {
            w.Write("<sst>");
            Noise(w);
            w.Write("<si a=\"");
            var text = new string('>', 100_000);
            for (var i = 0; i < 400; i++)
                w.Write(text);
        })),
        ["as many comments as the limit of bytes allows"] = ("hỏng", () => Workbooks.Streaming("xl/worksheets/sheet1.xml", w =>
        {
            Noise(w);
            for (var i = 0; i < 7_000_000; i++)
                w.Write("<!---->");
        })),
        ["one text of 300 MB"] = ("quá lớn", () => Workbooks.Streaming("xl/sharedStrings.xml", w =>
        {
            w.Write("<sst><si><t>");
            var text = new string('a', 100_000);
            for (var i = 0; i < 3_000; i++)
                w.Write(text);
        })),
        ["one attribute of 300 MB"] = ("quá lớn", () => Workbooks.Streaming("xl/sharedStrings.xml", w =>
        {
            w.Write("<sst a=\"");
            var text = new string('>', 100_000);
            for (var i = 0; i < 3_000; i++)
                w.Write(text);
        })),
        ["elements nested a million deep"] = ("quá lớn", () => Workbooks.Streaming("xl/worksheets/sheet1.xml", w =>
        {
            for (var i = 0; i < 1_000_000; i++)
                w.Write("<a>");
        })),
        ["a million names"] = ("quá lớn", () => Workbooks.Streaming("xl/worksheets/sheet1.xml", w =>
        {
            w.Write("<worksheet>");
            for (var i = 0; i < 1_000_000; i++)
                w.Write($"<n{i}/>");
        })),
        ["a cell at the far end of the sheet"] = ("200 cột", () => Workbooks.Of("""<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>a</t></is></c></row>""")),
        ["a million columns in a row"] = ("200 cột", () => Workbooks.Streaming("xl/worksheets/sheet1.xml", w =>
        {
            w.Write(Workbooks.SheetHead + "<row>");
            Noise(w);
            for (var i = 0; i < 1_000_000; i++)
                w.Write(Cell);
        })),
        ["more rows than are taken"] = ("20.000", () => Workbooks.Streaming("xl/worksheets/sheet1.xml", w =>
        {
            w.Write(Workbooks.SheetHead);
            for (var i = 0; i < 20_001; i++)
                w.Write($"<row r=\"{i + 1}\"><c><v>{i * 7919 % 100_003}.{i}</v></c></row>");
            w.Write(Workbooks.SheetFoot);
        })),
        ["an outside entity"] = ("hỏng", () => Workbooks.Streaming("xl/worksheets/sheet1.xml", w => w.Write("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + Workbooks.SheetHead + "<row><c><v>&x;</v></c></row>" + Workbooks.SheetFoot))),
        ["entities in entities"] = ("hỏng", () => Workbooks.Streaming("xl/sharedStrings.xml", w => w.Write("<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><sst><si><t>&b;</t></si></sst>"))),
        ["a part cut off in the middle"] = ("hỏng", () => Workbooks.Streaming("xl/worksheets/sheet1.xml", w => w.Write(Workbooks.SheetHead + "<row><c><v>1</v></c></row>"))),
        ["a hundred and one parts"] = ("quá lớn", () => Workbooks.Zip(zip =>
        {
            for (var i = 0; i < 100; i++)
                Workbooks.Put(zip, $"xl/media/{i}.bin", "");
        })),
        ["a zip that is cut off"] = ("hỏng", () => Workbooks.Of("<row><c><v>1</v></c></row>")[..^40]),
        ["a part that says it is smaller than it is"] = ("hỏng", () => LyingSize(1000)),
        ["a part that says it is larger than is taken"] = ("quá lớn", () => LyingSize(FileLimits.UnpackedBytes)),
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public void A_bomb_is_refused_in_words_within_seconds_and_in_little_memory(string name)
    {
        var (says, make) = Made[name];
        var file = make();
        Assert.InRange(file.Length, 1, FileLimits.Bytes); // a larger one would not even get here
        GC.Collect();
        var before = GC.GetTotalMemory(true);
        long most = 0;
        using var watch = new Timer(_ => most = Math.Max(most, GC.GetTotalMemory(false)), null, 0, 5);
        var time = Stopwatch.StartNew();

        Refused(() => SheetReader.Read(file, "a.xlsx"), says);

        Assert.True(time.Elapsed < TimeSpan.FromSeconds(60), $"took {time.Elapsed}");
        Assert.True(most - before < 150_000_000, $"took {most - before} bytes");
    }

    /// <summary>Comments that pack badly, so that the file may unpack to the limit of bytes before its ratio gives it away.</summary>
    private static void Noise(StreamWriter to)
    {
        var noise = new Random(7);
        for (var i = 0; i < 7; i++)
            to.Write($"<!--{string.Concat(Enumerable.Range(0, 100_000).Select(_ => (char)('A' + noise.Next(26) + 32 * noise.Next(2))))}-->");
    }

    /// <summary>A workbook whose sheet, in the directory and in its own header, says it unpacks to so many bytes.</summary>
    private static byte[] LyingSize(int bytes)
    {
        var file = Workbooks.Of(string.Concat(Enumerable.Range(1, 2000).Select(i => $"<row r=\"{i}\"><c><v>{i}</v></c></row>")));
        var name = "xl/worksheets/sheet1.xml"u8.ToArray();
        for (var at = 0; (at = Find(file, name, at)) >= 0; at += name.Length)
        {
            var isHeader = at >= 30 && file.AsSpan(at - 30).StartsWith("PK\u0003\u0004"u8);
            var isDirectory = at >= 46 && file.AsSpan(at - 46).StartsWith("PK\u0001\u0002"u8);
            if (isHeader || isDirectory)
                BitConverter.TryWriteBytes(file.AsSpan(at - (isHeader ? 8 : 22)), bytes);
        }

        return file;
    }

    private static int Find(byte[] file, byte[] what, int from)
    {
        var found = file.AsSpan(from).IndexOf(what);
        return found < 0 ? -1 : found + from;
    }

    private static void Refused(Action read, string says)
    {
        var refused = Assert.Throws<RuleBroken>(read);
        Assert.Equal(Rule.FileUnreadable, refused.Rule);
        Assert.Equal("File", refused.Field);
        Assert.Contains(says, refused.Words!.Value.Vi, StringComparison.Ordinal);
        Assert.NotEqual("", refused.Words.Value.En);
    }

    private sealed class Endless : MemoryStream
    {
        public long Given { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Given += buffer.Length;
            return new(buffer.Length);
        }
    }
}
