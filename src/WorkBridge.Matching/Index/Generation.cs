using System.Globalization;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace WorkBridge.Matching;

/// <summary>
/// One index on disk with its writer and its readers. A rebuild makes a new one beside it. What it is (format,
/// vocabulary, whether complete, the last change) is kept in the user data of its commits.
/// </summary>
internal sealed class Generation : IDisposable
{
    private readonly Lucene.Net.Store.Directory _directory;
    private readonly Lucene.Net.Analysis.Analyzer _analyzer = new KeywordAnalyzer();
    private readonly IndexWriter _writer;
    private readonly SearcherManager _searchers;
    private volatile OpeningFigures? _figures;

    private Generation(string folder, byte[]? key, OpenMode mode)
    {
        Folder = folder;
        _directory = At(folder, key);
        var settings = new IndexWriterConfig(LuceneVersion.LUCENE_48, _analyzer)
        {
            OpenMode = mode,
            RAMBufferSizeMB = 64,
            // The lock is held by the operating system: it goes with the process that held it.
            WriteLockTimeout = 1000,
            MergedSegmentWarmer = new Warmer(),
        };
        try
        {
            _writer = new IndexWriter(_directory, settings);
        }
        catch
        {
            _directory.Dispose();
            throw;
        }
        _searchers = new SearcherManager(_writer, applyAllDeletes: true, searcherFactory: null);
        Warm();
    }

    public string Folder { get; }

    public static Generation Create(string folder, byte[]? key) => new(folder, key, OpenMode.CREATE);

    /// <summary>Opens an index after reading every byte against its checksums; throws when it is damaged.</summary>
    public static Generation Open(string folder, byte[]? key)
    {
        using (var directory = At(folder, key))
        using (var reader = DirectoryReader.Open(directory))
        {
            foreach (var leaf in reader.Leaves)
                leaf.AtomicReader.CheckIntegrity();
        }
        return new Generation(folder, key, OpenMode.APPEND);
    }

    public static IDictionary<string, string> CommitDataOf(string folder, byte[]? key)
    {
        using var directory = At(folder, key);
        using var reader = DirectoryReader.Open(directory);
        return reader.IndexCommit.UserData;
    }

    public void Put(string key, Document document) => _writer.UpdateDocument(new Term(IndexDocuments.Id, key), document);

    public void Add(Document document) => _writer.AddDocument(document);

    /// <summary>Makes one segment of all: a search pays for each.</summary>
    public void Unite() => _writer.ForceMerge(1);

    public void Remove(string key) => _writer.DeleteDocuments(new Term(IndexDocuments.Id, key));

    /// <summary>When it returns, a search that begins sees every change made before.</summary>
    public void Refresh() => _searchers.MaybeRefreshBlocking();

    public void Commit(string vocabulary, bool complete, long lastChange)
    {
        _writer.SetCommitData(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["format"] = MatchIndex.Format.ToString(CultureInfo.InvariantCulture),
            ["vocabulary"] = vocabulary,
            ["complete"] = complete ? "yes" : "no",
            ["lastChange"] = lastChange.ToString(CultureInfo.InvariantCulture),
        });
        _writer.Commit();
    }

    /// <summary>The figures of the openings as a reader sees them, or as one that saw nearly the same.</summary>
    public OpeningFigures FiguresFor(IndexReader reader)
    {
        var figures = _figures;
        return figures?.Fits(reader) == true ? figures : _figures = new OpeningFigures(reader);
    }

    public IndexSearcher Acquire() => _searchers.Acquire();

    public void Release(IndexSearcher searcher) => _searchers.Release(searcher);

    public void Dispose()
    {
        _searchers.Dispose();
        _writer.Dispose();
        _directory.Dispose();
        _analyzer.Dispose();
    }

    private static Lucene.Net.Store.Directory At(string folder, byte[]? key) => key is null ? FSDirectory.Open(folder) : new SealedDirectory(folder, key);

    private void Warm()
    {
        var searcher = Acquire();
        try
        {
            foreach (var leaf in searcher.IndexReader.Leaves)
                PeopleColumn.Of(leaf.AtomicReader);
        }
        finally
        {
            Release(searcher);
        }
    }

    /// <summary>What a search needs in memory is read by who merges, before a search meets the new segment.</summary>
    private sealed class Warmer : IndexWriter.IndexReaderWarmer
    {
        public override void Warm(AtomicReader reader) => PeopleColumn.Of(reader);
    }
}
