using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Queries;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using WorkBridge.Matching;

namespace WorkBridge.Benchmarks.Matching;

/// <summary>Lucene.Net as it comes: one field of words, its own ranking, places as a filter.</summary>
public sealed class PlainLucene(string folder) : IEngine
{
    private readonly FSDirectory _directory = FSDirectory.Open(Path.Combine(folder, "lucene"));
    private DirectoryReader? _reader;
    private IndexSearcher? _searcher;

    public string Name => "Lucene.Net 4.8, plain";

    public void Fill(Population population)
    {
        using var analyzer = new WhitespaceAnalyzer(LuceneVersion.LUCENE_48);
        using (var writer = new IndexWriter(_directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer) { OpenMode = OpenMode.CREATE, RAMBufferSizeMB = 128 }))
        {
            foreach (var person in population.All())
            {
                writer.AddDocument(
                [
                    new Int32Field("number", Population.NumberOf(person.Id), Field.Store.YES),
                    new StringField("commune", person.CommuneCode, Field.Store.NO),
                    new StringField("province", person.ProvinceCode, Field.Store.NO),
                    new TextField("words", string.Join(' ', Words.Of(person)), Field.Store.NO),
                ]);
            }
            writer.Commit();
        }
        _reader = DirectoryReader.Open(_directory);
        _searcher = new IndexSearcher(_reader);
    }

    public IReadOnlyList<int> First(Question question, int take)
    {
        var query = new BooleanQuery();
        foreach (var word in question.Words)
            query.Add(new TermQuery(new Term("words", word)), Occur.SHOULD);
        Filter? filter = question.Reach switch
        {
            Reach.Commune => new TermFilter(new Term("commune", question.Opening.CommuneCode)),
            Reach.Province => new TermFilter(new Term("province", question.Opening.ProvinceCode)),
            _ => null,
        };
        return [.. _searcher!.Search(query, filter, take).ScoreDocs.Select(d => _searcher.Doc(d.Doc).GetField("number").GetInt32Value()!.Value)];
    }

    public void Dispose()
    {
        _reader?.Dispose();
        _directory.Dispose();
    }
}
