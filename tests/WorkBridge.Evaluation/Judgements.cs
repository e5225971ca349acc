using System.Globalization;
using System.Text.Json;

namespace WorkBridge.Evaluation;

/// <summary>A query as the file gives it; <see cref="Drop"/> and the labels are for scoring, never for searching.</summary>
internal sealed record JudgedQuery(string Id, string Base, string Type, string Variant, string Text, IReadOnlyList<string> Places, IReadOnlySet<string> Drop)
{
    public static IEnumerable<JudgedQuery> Read(string file)
    {
        foreach (var line in File.ReadLines(file))
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            using var json = JsonDocument.Parse(line);
            var q = json.RootElement;
            var id = q.GetProperty("qid").GetString()!;
            yield return new JudgedQuery(
                id,
                String(q, "base") ?? id,
                String(q, "type") ?? "",
                String(q, "variant") ?? "",
                String(q, "text") ?? "",
                List(q, "places"),
                List(q, "drop").ToHashSet(StringComparer.Ordinal));
        }
    }

    private static string? String(JsonElement q, string name) => q.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static List<string> List(JsonElement q, string name) =>
        q.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(v => v.GetString()!)] : [];
}

/// <summary>Grades of documents by query, and nDCG@10 as evaluate.py computes it (gain 2^grade-1, discount log2(rank+1)).</summary>
internal sealed class Judgements
{
    private const int Depth = 10;

    private readonly Dictionary<string, Dictionary<string, int>> _grades = new(StringComparer.Ordinal);

    public static Judgements Read(string file)
    {
        var read = new Judgements();
        foreach (var line in File.ReadLines(file))
        {
            var columns = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (columns.Length != 4 || int.Parse(columns[3], CultureInfo.InvariantCulture) is not (> 0 and var grade))
                continue;
            if (!read._grades.TryGetValue(columns[0], out var grades))
                read._grades[columns[0]] = grades = new Dictionary<string, int>(StringComparer.Ordinal);
            grades[columns[2]] = grade;
        }
        return read;
    }

    /// <summary>The best documents of each query, by its base.</summary>
    public IReadOnlyDictionary<string, IReadOnlySet<string>> Best() => _grades.ToDictionary(
        g => g.Key,
        g => (IReadOnlySet<string>)g.Value.Where(d => d.Value == g.Value.Values.Max()).Select(d => d.Key).ToHashSet(StringComparer.Ordinal),
        StringComparer.Ordinal);

    public bool Has(string query) => _grades.ContainsKey(query);

    public double Gain(JudgedQuery query, IReadOnlyList<string> documents)
    {
        var grades = _grades[query.Base];
        var found = documents.Where(d => !query.Drop.Contains(d)).Take(Depth).Select(d => grades.GetValueOrDefault(d));
        var ideal = Sum(grades.Values.OrderDescending().Take(Depth));
        return ideal == 0 ? 0 : Sum(found) / ideal;
    }

    private static double Sum(IEnumerable<int> grades) => grades.Select((grade, i) => (Math.Pow(2, grade) - 1) / Math.Log2(i + 2)).Sum();
}
