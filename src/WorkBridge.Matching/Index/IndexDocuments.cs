using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace WorkBridge.Matching;

/// <summary>
/// What is written of a person and of an opening. Of a person: the id, the places, and codes; no text, and nothing of
/// what the law closes.
/// </summary>
internal sealed class IndexDocuments(Vocabulary vocabulary)
{
    public const string Id = "id";
    public const string Type = "type";
    public const string Person = "p";
    public const string Opening = "o";
    public const string Commune = "commune";
    public const string Province = "province";
    public const string ProvinceName = "province-name";
    public const string Kind = "kind";
    public const string Closes = "closes";
    public const string Concepts = "c";

    /// <summary>A concept: there is a bed at the workplace.</summary>
    public const string Lodging = "lodging";
    public const string Marked = "m";
    public const string Bare = "u";
    public const string TitleMarked = "tm";
    public const string TitleBare = "tu";
    public const string Title = "title";
    public const string Beginning = "beginning";
    public const string Lengths = "lengths";
    public const string Print = "print";
    public const string Trades = "trades";

    /// <summary>Of a person: <see cref="PeopleColumn"/>.</summary>
    public const string Who = "who";

    private const int LongestCode = 200;

    private static readonly FieldType Terms = Frozen();

    public Document Of(ProfileFacts person)
    {
        var concepts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var trade in person.Trades)
            concepts["t:" + trade.Code] = 1;
        foreach (var wanted in person.WantedTrades)
            concepts["w:" + wanted] = 1;
        foreach (var skill in person.Skills)
            concepts["s:" + skill.Code] = 1;

        var document = Begin(person.Id, Person);
        AddCode(document, Commune, person.CommuneCode);
        AddCode(document, Province, person.ProvinceCode);
        document.Add(new Field(Concepts, new TermStream(concepts.Where(c => IsCode(c.Key))), Terms));
        document.Add(new BinaryDocValuesField(Who, new BytesRef(PeopleColumn.Write(person, vocabulary))));
        return document;
    }

    public Document Of(OpeningFacts opening)
    {
        var document = Begin(opening.Id, Opening);
        AddCode(document, Commune, opening.CommuneCode);
        foreach (var province in opening.OtherProvinces.Append(opening.ProvinceCode).Distinct(StringComparer.Ordinal))
            AddCode(document, Province, province);
        foreach (var name in opening.ProvinceNames.Select(Provinces.Key).Distinct(StringComparer.Ordinal))
            AddCode(document, ProvinceName, name);
        AddCode(document, Kind, opening.Kind.ToString());
        document.Add(new Int32Field(Closes, opening.ClosesOn?.DayNumber ?? int.MaxValue, Field.Store.NO));

        var words = new OpeningWords(vocabulary, opening);
        document.Add(new Field(Marked, new TermStream(words.Marked), Terms));
        document.Add(new Field(Bare, new TermStream(words.Bare), Terms));
        document.Add(new Field(TitleMarked, new TermStream(words.TitleTerms.Marked), Terms));
        document.Add(new Field(TitleBare, new TermStream(words.TitleTerms.Bare), Terms));
        document.Add(new NumericDocValuesField(Lengths, Pack(words.TitleLength, words.BodyLength)));
        document.Add(new NumericDocValuesField(Print, words.Print));
        document.Add(new BinaryDocValuesField(Title, new BytesRef(words.Title)));
        document.Add(new StoredField(Beginning, words.Beginning));

        string[] trades = IsCode(opening.TradeCode) ? [opening.TradeCode] : [.. Ranking.Strongest(vocabulary.Weigh(opening.Title, null)).Select(w => w.Code)];
        document.Add(new BinaryDocValuesField(Trades, new BytesRef(string.Join(' ', trades))));
        document.Add(new Field(Concepts, new TermStream(ConceptsOf(opening, trades).Where(c => IsCode(c.Key))), Terms));
        return document;
    }

    private Dictionary<string, int> ConceptsOf(OpeningFacts opening, string[] trades)
    {
        var concepts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var trade in trades)
        {
            concepts["t:" + trade] = 1;
            if (vocabulary.Trade(trade) is { } known)
            {
                concepts["4:" + known.Isco] = 1;
                concepts["3:" + known.Isco[..3]] = 1;
                concepts["2:" + known.Isco[..2]] = 1;
            }
        }
        foreach (var skill in opening.Skills)
            concepts["s:" + skill] = 1;
        foreach (var mention in vocabulary.Find(OpeningWords.Part(opening.Requirements), isTitle: false).Where(m => !m.IsTrade))
            concepts["s:" + mention.Code] = 1;
        foreach (var mention in vocabulary.Find(OpeningWords.Part(opening.Text), isTitle: false).Where(m => !m.IsTrade))
            concepts["s:" + mention.Code] = 1;
        foreach (var taught in opening.Teaches.Concat(opening.Teaches.SelectMany(vocabulary.TaughtBy)))
            concepts["l:" + taught] = 1;
        if (opening.LodgingOffered)
            concepts[Lodging] = 1;
        return concepts;
    }

    private static Document Begin(Guid id, string type) =>
    [
        new StringField(Id, Key(id), Field.Store.YES),
        new StringField(Type, type, Field.Store.NO),
    ];

    public static long Pack(int titleLength, int bodyLength) => ((long)titleLength << 32) | (uint)bodyLength;

    public static (int Title, int Body) Unpack(long lengths) => ((int)(lengths >> 32), (int)(lengths & 0xFFFF_FFFF));

    public static string Key(Guid id) => id.ToString("N", CultureInfo.InvariantCulture);

    // What is longer is no code, and Lucene refuses a term without measure together with its whole document.
    private static bool IsCode([NotNullWhen(true)] string? code) => code is { Length: > 0 and <= LongestCode };

    /// <summary>The code, or nothing where it is none.</summary>
    public static string CodeOrNone(string? code) => IsCode(code) ? code : "";

    private static void AddCode(Document document, string field, string? code)
    {
        if (IsCode(code))
            document.Add(new StringField(field, code, Field.Store.NO));
    }

    private static FieldType Frozen()
    {
        var type = new FieldType { IsIndexed = true, IsTokenized = true, OmitNorms = true, IndexOptions = IndexOptions.DOCS_AND_FREQS };
        type.Freeze();
        return type;
    }
}
