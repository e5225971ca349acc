using System.Text;

namespace WorkBridge.Tests.Openings;

/// <summary>The 240 real advertisements that lie beside a checkout in a sibling folder "shared"; they are not part of the product.</summary>
internal static class SharedOpenings
{
    public static string? Path { get; } = Find();

    /// <summary>Every row by its code: all its text in one.</summary>
    public static Dictionary<string, string> Read() => Rows(File.ReadAllText(Path!, Encoding.UTF8))
        .Skip(1).ToDictionary(r => r[0].Trim('\uFEFF'), r => $"{r[1]}\n{r[3]}\n{r[4]}");

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = System.IO.Path.Combine(folder.FullName, "shared", "data", "openings.csv");
            if (File.Exists(path))
                return path;
        }

        return null;
    }

    private static IEnumerable<List<string>> Rows(string text)
    {
        var (row, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            if (quoted && text[i] == '"' && i + 1 < text.Length && text[i + 1] == '"')
                cell.Append(text[i++]);
            else if (text[i] == '"')
                quoted = !quoted;
            else if (!quoted && text[i] is ',' or '\n')
            {
                row.Add(cell.ToString().TrimEnd('\r'));
                cell.Clear();
                if (text[i] == '\n')
                {
                    yield return row;
                    row = [];
                }
            }
            else
                cell.Append(text[i]);
        }

        if (row.Count > 0)
            yield return [.. row, cell.ToString()];
    }
}

/// <summary>Runs where the shared data lies beside the checkout, and says so where it does not.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedOpeningsFactAttribute : FactAttribute
{
    public SharedOpeningsFactAttribute()
    {
        if (SharedOpenings.Path is null)
            Skip = "shared/data/openings.csv is not beside this checkout; WordingTests holds cases of its own.";
    }
}
