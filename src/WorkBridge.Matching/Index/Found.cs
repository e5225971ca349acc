using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace WorkBridge.Matching;

/// <summary>What is kept of the openings of one reader for reading again once they are found.</summary>
internal sealed class Found(IndexReader reader)
{
    private static readonly HashSet<string> BeginningOnly = new(StringComparer.Ordinal) { IndexDocuments.Beginning };

    private readonly BytesRef _bytes = new();
    private readonly Dictionary<int, TermBag> _titles = [];

    public TermBag TitleOf(int doc)
    {
        if (!_titles.TryGetValue(doc, out var bag))
            _titles[doc] = bag = TermBag.Of(Token.In(Text(doc, IndexDocuments.Title)));
        return bag;
    }

    public string[] TradesOf(int doc) => Text(doc, IndexDocuments.Trades).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public TermBag BeginningOf(int doc) =>
        TermBag.Of(Token.In(reader.Document(doc, BeginningOnly).Get(IndexDocuments.Beginning, CultureInfo.InvariantCulture)));

    private string Text(int doc, string field)
    {
        var leaves = reader.Leaves;
        var leaf = leaves[ReaderUtil.SubIndex(doc, leaves)];
        if (leaf.AtomicReader.GetBinaryDocValues(field) is not { } values)
            return "";
        values.Get(doc - leaf.DocBase, _bytes);
        return _bytes.Utf8ToString();
    }
}
