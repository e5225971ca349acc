using Microsoft.Data.Sqlite;
using WorkBridge.Matching;

namespace WorkBridge.Benchmarks.Matching;

/// <summary>SQLite's FTS5 with its own BM25; places are words of a column of their own.</summary>
public sealed class Fts5(string folder) : IEngine
{
    private readonly SqliteConnection _connection = new(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "fts5.db"), Pooling = false }.ToString());

    public string Name => "SQLite FTS5";

    public void Fill(Population population)
    {
        _connection.Open();
        Run("PRAGMA journal_mode=off; PRAGMA synchronous=off; PRAGMA cache_size=-262144; CREATE VIRTUAL TABLE person USING fts5(words, place, content='');");
        using (var transaction = _connection.BeginTransaction())
        {
            using var insert = _connection.CreateCommand();
            insert.CommandText = "INSERT INTO person(rowid, words, place) VALUES ($n, $w, $p)";
            var (number, words, place) = (insert.Parameters.Add("$n", SqliteType.Integer), insert.Parameters.Add("$w", SqliteType.Text), insert.Parameters.Add("$p", SqliteType.Text));
            foreach (var person in population.All())
            {
                (number.Value, words.Value, place.Value) = (Population.NumberOf(person.Id), string.Join(' ', Words.Of(person)), $"c{person.CommuneCode} p{person.ProvinceCode}");
                insert.ExecuteNonQuery();
            }
            transaction.Commit();
        }
        Run("INSERT INTO person(person) VALUES ('optimize')");
    }

    public IReadOnlyList<int> First(Question question, int take)
    {
        var place = question.Reach switch
        {
            Reach.Commune => $" AND place : c{question.Opening.CommuneCode}",
            Reach.Province => $" AND place : p{question.Opening.ProvinceCode}",
            _ => "",
        };
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT rowid FROM person WHERE person MATCH $q ORDER BY rank LIMIT $t";
        command.Parameters.AddWithValue("$q", $"(words : ({string.Join(" OR ", question.Words)})){place}");
        command.Parameters.AddWithValue("$t", take);
        using var rows = command.ExecuteReader();
        var found = new List<int>();
        while (rows.Read())
            found.Add(rows.GetInt32(0));
        return found;
    }

    public void Dispose() => _connection.Dispose();

    private void Run(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
