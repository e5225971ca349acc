using Npgsql;
using NpgsqlTypes;
using WorkBridge.Matching;
using WorkBridge.Tests.Data;

namespace WorkBridge.Benchmarks.Matching;

/// <summary>PostgreSQL's full text: a GIN index of the words, its own rank, places as columns with an index.</summary>
public sealed class PostgresText : IEngine
{
    private readonly PostgresServer _server = new();
    private NpgsqlConnection? _connection;

    public string Name => "PostgreSQL full text";

    public void Fill(Population population)
    {
        _connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_server.NewDatabase()) { Database = "postgres", CommandTimeout = 600 }.ToString());
        _connection.Open();
        Run("CREATE TABLE drawn (number int, commune text, province text, words text)");
        using (var copy = _connection.BeginBinaryImport("COPY drawn (number, commune, province, words) FROM STDIN (FORMAT BINARY)"))
        {
            foreach (var person in population.All())
            {
                copy.StartRow();
                copy.Write(Population.NumberOf(person.Id), NpgsqlDbType.Integer);
                copy.Write(person.CommuneCode, NpgsqlDbType.Text);
                copy.Write(person.ProvinceCode, NpgsqlDbType.Text);
                copy.Write(string.Join(' ', Words.Of(person)), NpgsqlDbType.Text);
            }
            copy.Complete();
        }
        Run("CREATE TABLE person AS SELECT number, commune, province, to_tsvector('simple', words) AS words FROM drawn; DROP TABLE drawn");
        Run("CREATE INDEX ON person USING gin (words); CREATE INDEX ON person (commune); CREATE INDEX ON person (province); ANALYZE person");
    }

    public IReadOnlyList<int> First(Question question, int take)
    {
        var place = question.Reach switch { Reach.Commune => "commune = $3 AND ", Reach.Province => "province = $3 AND ", _ => "" };
        using var command = new NpgsqlCommand($"SELECT number FROM person WHERE {place}words @@ $1::tsquery ORDER BY ts_rank(words, $1::tsquery) DESC LIMIT $2", _connection)
        {
            Parameters = { new() { Value = string.Join(" | ", question.Words), NpgsqlDbType = NpgsqlDbType.Text }, new() { Value = take } },
        };
        if (question.Reach != Reach.Country)
            command.Parameters.Add(new NpgsqlParameter { Value = question.Reach == Reach.Commune ? question.Opening.CommuneCode : question.Opening.ProvinceCode });
        using var rows = command.ExecuteReader();
        var found = new List<int>();
        while (rows.Read())
            found.Add(rows.GetInt32(0));
        return found;
    }

    public void Dispose()
    {
        _connection?.Dispose();
        _server.Dispose();
    }

    private void Run(string sql)
    {
        using var command = new NpgsqlCommand(sql, _connection);
        command.ExecuteNonQuery();
    }
}
