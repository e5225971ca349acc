using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json;
using WorkBridge.Matching;

namespace WorkBridge.Evaluation;

/// <summary>A corpus of advertisements as openings in an index of the product, in a folder that goes away again.</summary>
internal sealed class Bench : IDisposable
{
    private readonly string _folder;
    private readonly MatchIndex _index;
    private readonly List<string> _names;

    private Bench(string folder, MatchIndex index, List<string> names) => (_folder, _index, _names) = (folder, index, names);

    public int Documents => _names.Count;

    public static Bench Load(string corpus)
    {
        var names = new List<string>();
        var folder = Directory.CreateTempSubdirectory("workbridge-evaluation").FullName;
        var index = MatchIndex.Open(folder, Vocabulary.Default);
        index.Rebuild([], Read(corpus, names), 1);
        return new Bench(folder, index, names);
    }

    /// <summary>A ranker reads the text and, for the type geo, the places; nothing else.</summary>
    public IReadOnlyList<(string Document, float Score)> Search(JudgedQuery query, int take)
    {
        string[] places = query.Type == "geo" ? [.. query.Places.Select(Vietnamese.Fold)] : [];
        return [.. _index.SearchOpenings(query.Text, places, new Scope(), take).Select(c => (_names[Number(c.Id)], c.Score))];
    }

    public void Dispose()
    {
        _index.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static IEnumerable<OpeningFacts> Read(string corpus, List<string> ids)
    {
        foreach (var line in File.ReadLines(corpus))
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            using var json = JsonDocument.Parse(line);
            var ad = json.RootElement;
            var names = ad.TryGetProperty("places", out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Select(p => p.GetString() ?? "").ToList() : [];
            var places = names.ConvertAll(Vietnamese.Fold);
            ids.Add(ad.GetProperty("id").GetString()!);
            yield return new OpeningFacts
            {
                Id = Id(ids.Count - 1),
                Title = Text(ad, "title") ?? "",
                Text = Text(ad, "text"),
                Requirements = Text(ad, "req"),
                ProvinceCode = places.FirstOrDefault(),
                OtherProvinces = [.. places.Skip(1)],
                ProvinceNames = names,
                PayMin = Money(ad, "pay_min"),
                PayMax = Money(ad, "pay_max"),
            };
        }
    }

    private static string? Text(JsonElement ad, string name) =>
        ad.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static long? Money(JsonElement ad, string name) =>
        ad.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? (long)value.GetDouble() : null;

    private static Guid Id(int number)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt32BigEndian(bytes[12..], number);
        return new Guid(bytes, bigEndian: true);
    }

    private static int Number(Guid id) => int.Parse(id.ToString("N")[24..], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
