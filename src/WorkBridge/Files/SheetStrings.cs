using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace WorkBridge.Files;

/// <summary>The shared texts of a workbook, without reading aids (phonetics).</summary>
internal static partial class SheetStrings
{
    public static List<string> Read(ZipArchiveEntry part, UnpackedBudget budget)
    {
        var texts = new List<string>();
        var letters = 0;
        using var reader = new PartReader(part, budget);
        while (reader.Next())
        {
            if (!reader.IsStart || reader.Name != "si")
                continue;
            var text = Rich(reader, "si");
            letters += text.Length;
            if (texts.Count >= FileLimits.Cells || letters > FileLimits.Letters)
                throw FileRefusals.TooMuchText();
            texts.Add(text);
        }

        return texts;
    }

    /// <summary>All text runs up to the end of the element <paramref name="end"/> that the reader stands on.</summary>
    public static string Rich(PartReader reader, string end)
    {
        if (reader.IsEmpty)
            return "";
        var text = new StringBuilder();
        var phonetic = false;
        while (reader.Next() && !(reader.IsEnd && reader.Name == end))
        {
            if (reader.Name == "rPh")
                phonetic = reader.IsStart && !reader.IsEmpty;
            else if (reader.IsStart && reader.Name == "t" && !phonetic)
                reader.AppendText(text);
        }

        return Unescape(text.ToString());
    }

    /// <summary>Excel writes what XML cannot hold as _x000D_.</summary>
    public static string Unescape(string text) => text.Contains("_x", StringComparison.Ordinal)
        ? Escape().Replace(text, m => ((char)Convert.ToUInt16(m.Groups["code"].Value, 16)).ToString())
        : text;

    [GeneratedRegex("_x(?<code>[0-9A-Fa-f]{4})_", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Escape();
}
