using System.Text;

namespace WorkBridge.Files;

/// <summary>Text to rows: RFC 4180 with "," ";" or tab, whichever its first lines use; line breaks inside quotes stay in their cell.</summary>
internal static class CsvReader
{
    private const int LinesLookedAt = 20;
    private const string Separators = ",;\t";

    public static Sheet Read(string text)
    {
        var start = 0;
        var separator = Separator(text, ref start);
        var rows = new List<SheetRow>();
        var cells = new List<Cell>();
        var cell = new StringBuilder();
        var (number, filled, letters) = (1, 0, 0);
        var quotedFrom = 0;
        var wasQuoted = false;

        void EndCell()
        {
            if (cells.Count >= FileLimits.Columns && cell.Length > 0)
                throw FileRefusals.TooManyColumns();
            if (cells.Count < FileLimits.Columns)
                cells.Add(Cell.OfText(cell.ToString()));
            if (cell.Length > 0 && (++filled > FileLimits.Cells || (letters += cell.Length) > FileLimits.Letters))
                throw FileRefusals.TooMuchText();
            cell.Clear();
            wasQuoted = false;
        }

        void EndRow()
        {
            EndCell();
            if (cells.Exists(c => !c.IsBlank))
            {
                if (rows.Count >= FileLimits.Rows)
                    throw FileRefusals.TooManyRows();
                rows.Add(new SheetRow(number, [.. cells]));
            }

            cells.Clear();
            number++;
        }

        for (var i = start; i < text.Length; i++)
        {
            var letter = text[i];
            if (quotedFrom > 0)
            {
                if (letter != '"')
                    Append(cell, letter);
                else if (i + 1 < text.Length && text[i + 1] == '"')
                    Append(cell, text[i++]);
                else
                    quotedFrom = 0;
            }
            else if (letter == '"' && !wasQuoted && Blank(cell))
            {
                cell.Clear();
                quotedFrom = number;
                wasQuoted = true;
            }
            else if (letter == separator)
            {
                EndCell();
            }
            else if (letter is '\n' or '\r')
            {
                if (letter == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
                    i++;
                EndRow();
            }
            else
            {
                Append(cell, letter);
            }
        }

        if (quotedFrom > 0)
            throw FileRefusals.OpenQuote(quotedFrom);
        if (cell.Length > 0 || cells.Count > 0)
            EndRow();
        return new Sheet(rows);
    }

    private static bool Blank(StringBuilder cell)
    {
        for (var i = 0; i < cell.Length; i++)
        {
            if (cell[i] is not (' ' or '\u00A0'))
                return false;
        }

        return true;
    }

    private static void Append(StringBuilder cell, char letter)
    {
        if (cell.Length >= FileLimits.CellLength)
            throw FileRefusals.TooMuchText();
        cell.Append(letter);
    }

    /// <summary>"sep=;" as Excel writes it, or whichever of the three stands most often in one of the first lines, outside quotes.</summary>
    private static char Separator(string text, ref int start)
    {
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 4)
        {
            var end = text.AsSpan().IndexOfAny('\r', '\n');
            start = end < 0 ? text.Length : end + (text.AsSpan(end).StartsWith("\r\n") ? 2 : 1);
            return text[4];
        }

        Span<int> most = [0, 0, 0];
        Span<int> here = [0, 0, 0];
        var quoted = false;
        var lines = 0;
        for (var i = start; i < text.Length && lines < LinesLookedAt; i++)
        {
            if (text[i] == '"')
                quoted = !quoted;
            else if (!quoted && Separators.IndexOf(text[i], StringComparison.Ordinal) is >= 0 and var kind)
                most[kind] = Math.Max(most[kind], ++here[kind]);
            else if (!quoted && text[i] == '\n')
            {
                here.Clear();
                lines++;
            }
        }

        return most[2] > 0 && most[2] >= Math.Max(most[0], most[1]) ? '\t' : most[1] > 0 && most[1] >= most[0] ? ';' : ',';
    }
}
