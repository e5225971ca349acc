using System.Globalization;

namespace WorkBridge.Matching.Tests.Judged;

/// <summary>A table with tabs between its columns, as a counsellor edits it in any spreadsheet; lines that begin with # are notes.</summary>
internal sealed class Table
{
    private readonly List<string> _head;

    private Table(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Judged", file)).Where(l => l.Length > 0 && l[0] != '#').ToList();
        _head = [.. lines[0].Split('\t')];
        Rows = lines.ConvertAll(l => new Row(this, l.Split('\t')));
        Rows.RemoveAt(0);
    }

    public List<Row> Rows { get; }

    public static Table Read(string file) => new(file);

    internal sealed class Row(Table table, string[] cells)
    {
        public string this[string column] => table._head.IndexOf(column) is >= 0 and var at ? (at < cells.Length ? cells[at].Trim() : "") : throw new InvalidDataException($"no column '{column}'");

        public IEnumerable<string> List(string column) => this[column].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

        public long? Million(string column) => Number(column) is { } million ? (long)(million * 1_000_000) : null;

        public double? Number(string column) => this[column] is { Length: > 0 } text ? double.Parse(text.Replace(',', '.'), CultureInfo.InvariantCulture) : null;

        public bool Yes(string column) => this[column].Contains("có", StringComparison.Ordinal);
    }
}
