using System.IO.Compression;
using System.Text;

namespace WorkBridge.Tests.Files;

/// <summary>Workbooks made by hand, honest and otherwise.</summary>
internal static class Workbooks
{
    public const string SheetHead = """<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>""";
    public const string SheetFoot = "</sheetData></worksheet>";

    private const string Types = """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>""";
    private const string Root = """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""";
    private const string Book = """<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>""";
    private const string BookRels = """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>""";

    /// <summary>A workbook of one sheet whose rows are given as XML.</summary>
    public static byte[] Of(string rows, string? strings = null, string? styles = null) => Zip(zip =>
    {
        Put(zip, "xl/worksheets/sheet1.xml", SheetHead + rows + SheetFoot);
        if (strings is not null)
            Put(zip, "xl/sharedStrings.xml", strings);
        if (styles is not null)
            Put(zip, "xl/styles.xml", styles);
    });

    /// <summary>A workbook whose one part is written piece by piece, as long as wanted.</summary>
    public static byte[] Streaming(string part, Action<StreamWriter> write) => Zip(zip =>
    {
        if (part != "xl/worksheets/sheet1.xml")
            Put(zip, "xl/worksheets/sheet1.xml", SheetHead + SheetFoot);
        using var writer = new StreamWriter(zip.CreateEntry(part, CompressionLevel.Optimal).Open(), new UTF8Encoding(false), 1 << 16);
        write(writer);
    });

    public static byte[] Zip(Action<ZipArchive> fill)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(zip, "[Content_Types].xml", Types);
            Put(zip, "_rels/.rels", Root);
            Put(zip, "xl/workbook.xml", Book);
            Put(zip, "xl/_rels/workbook.xml.rels", BookRels);
            fill(zip);
        }

        return file.ToArray();
    }

    public static void Put(ZipArchive zip, string name, string content)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
        writer.Write(content);
    }
}
