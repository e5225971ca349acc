using System.Globalization;
using System.IO.Compression;

namespace WorkBridge.Files;

/// <summary>Which cell styles show a number as a date.</summary>
internal static class SheetStyles
{
    public static HashSet<int> DateStyles(ZipArchiveEntry part, UnpackedBudget budget)
    {
        var formats = new Dictionary<int, string>();
        var dates = new HashSet<int>();
        var inCells = false;
        var style = 0;
        using var reader = new PartReader(part, budget);
        while (reader.Next())
        {
            if (reader.Name == "cellXfs")
                inCells = reader.IsStart && !reader.IsEmpty;
            else if (reader.IsStart && reader.Name == "numFmt" && formats.Count < FileLimits.Rows)
                formats[Number(reader.Attribute("numFmtId"))] = reader.Attribute("formatCode") ?? "";
            else if (reader.IsStart && reader.Name == "xf" && inCells)
            {
                var format = Number(reader.Attribute("numFmtId"));
                if (IsBuiltInDate(format) || formats.TryGetValue(format, out var code) && IsDate(code))
                    dates.Add(style);
                style++;
            }
        }

        return dates;
    }

    /// <summary>Formats 14–17 and 22 are dates everywhere, 27–36 and 50–58 in East Asian editions (ECMA-376 part 1, 18.8.30); times alone are not.</summary>
    private static bool IsBuiltInDate(int format) => format is (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58;

    /// <summary>A day, month or year outside quotes, escapes and brackets.</summary>
    internal static bool IsDate(string code)
    {
        bool quoted = false, bracket = false, day = false;
        for (var i = 0; i < code.Length; i++)
        {
            switch (code[i])
            {
                case '\\' or '_' or '*' when !quoted:
                    i++;
                    break;
                case '"':
                    quoted = !quoted;
                    break;
                case '[' when !quoted:
                    bracket = true;
                    break;
                case ']' when !quoted:
                    bracket = false;
                    break;
                case 'd' or 'D' or 'y' or 'Y' when !quoted && !bracket:
                    day = true;
                    break;
            }
        }

        return day;
    }

    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
