using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace WorkBridge.Files;

/// <summary>One sheet to be written: its name, heading row, rows, and how wide each column is in letters.</summary>
public sealed record SheetOut(string Name, IReadOnlyList<string> Head, IEnumerable<IReadOnlyList<string?>> Rows, IReadOnlyList<int> Widths);

/// <summary>
/// Writes a workbook row by row. Every cell is text: a telephone number keeps its zero, and nothing that somebody typed
/// can become a formula.
/// </summary>
public static class SheetWriter
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const uint TextStyle = 1;
    private const uint HeadStyle = 2;

    public static byte[] Write(params IReadOnlyList<SheetOut> sheets)
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            workbook.Workbook = new Workbook(new DocumentFormat.OpenXml.Spreadsheet.Sheets());
            foreach (var sheet in sheets)
            {
                var part = workbook.AddNewPart<WorksheetPart>();
                WriteRows(part, sheet);
                workbook.Workbook.Sheets!.Append(new DocumentFormat.OpenXml.Spreadsheet.Sheet
                {
                    Id = workbook.GetIdOfPart(part),
                    SheetId = (uint)workbook.Workbook.Sheets.Count() + 1,
                    Name = sheet.Name,
                });
            }
        }

        return file.ToArray();
    }

    private static void WriteRows(WorksheetPart part, SheetOut sheet)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        if (sheet.Head.Count > 0)
            writer.WriteElement(new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }));
        writer.WriteElement(new Columns(sheet.Widths.Select((width, i) =>
            new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = width, CustomWidth = true, Style = TextStyle })));
        writer.WriteStartElement(new SheetData());
        if (sheet.Head.Count > 0)
            WriteRow(writer, sheet.Head, HeadStyle);
        foreach (var row in sheet.Rows)
            WriteRow(writer, row, TextStyle);
        writer.WriteEndElement();
        // On paper: A4 across, as wide as one sheet.
        writer.WriteElement(new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
        writer.WriteEndElement();
    }

    private static void WriteRow(OpenXmlWriter writer, IReadOnlyList<string?> cells, uint style)
    {
        writer.WriteStartElement(new Row());
        foreach (var cell in cells)
        {
            writer.WriteElement(new DocumentFormat.OpenXml.Spreadsheet.Cell
            {
                DataType = CellValues.InlineString,
                StyleIndex = style,
                InlineString = new InlineString(new Text(Printable(cell)) { Space = SpaceProcessingModeValues.Preserve }),
            });
        }

        writer.WriteEndElement();
    }

    /// <summary>Without what XML cannot hold.</summary>
    private static string Printable(string? cell) =>
        string.IsNullOrEmpty(cell) ? "" : string.Concat(cell.EnumerateRunes().Where(r => r.Value is >= 0x20 or '\t' or '\n' && r.Value is not (0xFFFE or 0xFFFF)).Select(r => r.ToString()));

    // "@" (49) is Excel's own text format, so that what is typed into the empty cells later stays text too.
    private static Stylesheet Styles() => new(
        new Fonts(new Font(new FontSize { Val = 11 }, new FontName { Val = "Times New Roman" }), new Font(new Bold(), new FontSize { Val = 11 }, new FontName { Val = "Times New Roman" })),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }) { NumberFormatId = 49, ApplyNumberFormat = true, ApplyAlignment = true },
            new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }) { FontId = 1, NumberFormatId = 49, ApplyFont = true, ApplyNumberFormat = true, ApplyAlignment = true }));
}
