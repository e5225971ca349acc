using System.Globalization;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace WorkBridge.Matching;

/// <summary>
/// Finds candidates: the people for an opening, the openings for a person, openings by words. Derived data: it can be
/// deleted at any time and rebuilt, and what it answers must be checked against the database before it is shown.
/// Every method is safe for many threads. A put or removal that has returned is seen by every search that begins
/// afterwards; what is on disk after a crash is what <see cref="Commit"/> or <see cref="Rebuild"/> last kept, so the
/// caller repeats the changes after <see cref="LastChange"/>.
/// </summary>
public sealed class MatchIndex : IDisposable
{
    /// <summary>The form of the documents; an index of another form is not read but rebuilt.</summary>
    public const int Format = 5;

    private static readonly HashSet<string> IdOnly = new(StringComparer.Ordinal) { IndexDocuments.Id };

    private readonly Lock _gate = new();
    private readonly Lock _rebuilding = new();
    private readonly IndexFolder _folder;
    private readonly Vocabulary _vocabulary;
    private readonly IndexDocuments _documents;
    private readonly IndexQueries _queries;
    private volatile Generation _current;
    private Dictionary<string, Func<Document>?>? _changesWhileRebuilding;
    private long _lastChange;
    private volatile bool _needsRebuild;
    private volatile bool _disposed;

    private MatchIndex(string folder, byte[]? key, Vocabulary vocabulary)
    {
        _folder = new IndexFolder(folder, key, vocabulary.Fingerprint);
        _vocabulary = vocabulary;
        _documents = new IndexDocuments(vocabulary);
        _queries = new IndexQueries(vocabulary);
        if (_folder.OpenKept(out _lastChange) is { } kept)
        {
            _current = kept;
        }
        else
        {
            _needsRebuild = true;
            _current = _folder.StartEmpty();
        }
        _folder.DeleteOthers(_current);
    }

    /// <summary>Missing, damaged, of another format or vocabulary, or never built to its end: call <see cref="Rebuild"/>. Until then searches answer from what was put.</summary>
    public bool NeedsRebuild => _needsRebuild;

    /// <summary>The last change of the database that the kept index has seen; 0 for none.</summary>
    public long LastChange => Interlocked.Read(ref _lastChange);

    /// <summary>Opens the index under a folder, or starts an empty one that <see cref="NeedsRebuild"/>. Throws <see cref="IOException"/> when another process holds it.</summary>
    /// <param name="folder">Where it lies.</param>
    /// <param name="v">The vocabulary; with another one the index is stale.</param>
    /// <param name="key">32 bytes without which nothing on disk can be read; with another key the index is stale. Null leaves it readable.</param>
    public static MatchIndex Open(string folder, Vocabulary v, byte[]? key = null)
    {
        Directory.CreateDirectory(folder);
        return new MatchIndex(folder, key, v);
    }

    public void PutProfile(ProfileFacts f) => Put(f.Id, () => _documents.Of(f));

    public void PutOpening(OpeningFacts o) => Put(o.Id, () => _documents.Of(o));

    /// <summary>Takes a person or an opening out. When it returns, no search that begins shows it.</summary>
    public void Remove(Guid id) => Change(IndexDocuments.Key(id), null);

    /// <summary>Keeps on disk what was put and removed, with the number of the last change it holds.</summary>
    public void Commit(long lastChange)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            _current.Commit(_vocabulary.Fingerprint, complete: !_needsRebuild, lastChange);
            Interlocked.Exchange(ref _lastChange, lastChange);
        }
    }

    /// <summary>
    /// Builds a new index beside the old one and swaps them. Searches go on meanwhile; puts and removals made meanwhile
    /// are in both. When <paramref name="people"/> or <paramref name="openings"/> throws, the old one stays.
    /// </summary>
    public void Rebuild(IEnumerable<ProfileFacts> people, IEnumerable<OpeningFacts> openings, long lastChange)
    {
        lock (_rebuilding)
        {
            lock (_gate)
                _changesWhileRebuilding = new Dictionary<string, Func<Document>?>(StringComparer.Ordinal);

            var next = _folder.StartNew();
            try
            {
                foreach (var person in people)
                    next.Add(_documents.Of(person));
                foreach (var opening in openings)
                    next.Add(_documents.Of(opening));
                next.Unite();
                Swap(next, lastChange);
            }
            catch
            {
                lock (_gate)
                    _changesWhileRebuilding = null;
                next.Dispose();
                throw;
            }
        }
    }

    /// <summary>
    /// The people for an opening, best first by the total of <see cref="Scoring"/>: the list that scoring everybody would
    /// give, but for what is not in the index (work closed by law, which the caller takes away). Inside communes or a
    /// province everybody is looked at; in the whole country those with a trade, a wish or a skill in common.
    /// <see cref="Candidate.Score"/> is the total.
    /// </summary>
    public IReadOnlyList<Candidate> PeopleFor(OpeningFacts o, Scope scope, int take, MatchWeights? weights = null)
    {
        if (take <= 0)
            return [];
        var demand = Demand.Of(o, _vocabulary);
        return Search(new PeopleSearch(demand, _queries.InCommonWith(demand), weights ?? new MatchWeights(), scope, take).Run);
    }

    /// <summary>
    /// The openings and training slots that may fit a person, best first. In the whole country a third of the places is
    /// kept for the own province, and there also for work that is learnt on the spot: among the many kitchens of a country a cook shall not miss the cleaning job
    /// around the corner.
    /// </summary>
    public IReadOnlyList<Candidate> OpeningsFor(ProfileFacts p, Scope scope, int take)
    {
        var found = Top(_queries.OpeningsFor(p, scope), IndexQueries.Filter(IndexDocuments.Opening, scope), take);
        if (scope.CommuneCodes is not null || !string.IsNullOrEmpty(scope.ProvinceCode) || string.IsNullOrEmpty(p.ProvinceCode))
            return found;
        var home = scope with { ProvinceCode = p.ProvinceCode };
        var near = Top(_queries.OpeningsFor(p, scope, elementaryForAll: true), IndexQueries.Filter(IndexDocuments.Opening, home), take / 3);
        var kept = found.Take(take - near.ExceptBy(found.Take(take - near.Count).Select(c => c.Id), c => c.Id).Count()).ToList();
        return [.. kept, .. near.ExceptBy(kept.Select(c => c.Id), c => c.Id).Take(take - kept.Count)];
    }

    /// <summary>Openings like one: of the same or a near trade, or that ask or teach the same, those at its place first; never itself.</summary>
    public IReadOnlyList<Candidate> OpeningsLike(OpeningFacts o, Scope scope, int take) =>
        Top(_queries.OpeningsLike(o), IndexQueries.Filter(IndexDocuments.Opening, scope), take);

    /// <summary>Places in courses that teach one of some skills, by themselves or inside a trade; those that teach more of them first.</summary>
    public IReadOnlyList<Candidate> CoursesFor(IReadOnlyCollection<string> skills, Scope scope, int take) =>
        Top(IndexQueries.Courses(skills), IndexQueries.Filter(IndexDocuments.Opening, scope with { Kinds = [OpeningKind.Training] }), take);

    /// <summary>Openings by words, however they were typed. <paramref name="openOn"/> leaves out what has closed before that day.</summary>
    public IReadOnlyList<Candidate> SearchOpenings(string words, Scope scope, int take, DateOnly? openOn = null) =>
        SearchOpenings(words, [], scope, take, openOn);

    /// <summary>As above, with wishes for places: openings in these provinces count double, the others stay.</summary>
    public IReadOnlyList<Candidate> SearchOpenings(string words, IReadOnlyCollection<string> provinces, Scope scope, int take, DateOnly? openOn = null)
    {
        if (take <= 0)
            return [];
        return Search((searcher, generation) => WordSearch.Run(searcher, generation.FiguresFor(searcher.IndexReader), _vocabulary, words, provinces, scope, take, openOn));
    }

    /// <summary>How many people have the trade of an opening, a near one, or a wish for it, within a scope.</summary>
    public int CountPeopleFor(OpeningFacts o, Scope scope) =>
        Count(_queries.PeopleFor(o), IndexQueries.Filter(IndexDocuments.Person, scope));

    /// <summary>How many openings have a trade of a person, a near or a wanted one, or teach it, within a scope.</summary>
    public int CountOpeningsFor(ProfileFacts p, Scope scope) =>
        Count(_queries.OpeningsFor(p, scope: null), IndexQueries.Filter(IndexDocuments.Opening, scope));

    /// <summary>How many documents there are, people and openings.</summary>
    public int Count() => Search(searcher => searcher.IndexReader.NumDocs);

    /// <summary>Every id that is in the index now; reads each document, so it is for checks and not for pages.</summary>
    public IReadOnlyCollection<Guid> Ids() => Search(searcher => Read(searcher, searcher.Search(new MatchAllDocsQuery(), Math.Max(1, searcher.IndexReader.MaxDoc))).ConvertAll(c => c.Id));

    public bool Contains(Guid id) =>
        Search(searcher => searcher.Search(new TermQuery(new Term(IndexDocuments.Id, IndexDocuments.Key(id))), 1).TotalHits > 0);

    public void Dispose()
    {
        lock (_gate)
        {
            if (_disposed)
                return;
            _disposed = true;
            _current.Dispose();
        }
    }

    private void Put(Guid id, Func<Document> make) => Change(IndexDocuments.Key(id), make);

    // A document is made anew for each index it goes into: its streams are read once.
    private void Change(string key, Func<Document>? make)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (make is null)
                _current.Remove(key);
            else
                _current.Put(key, make());
            _changesWhileRebuilding?[key] = make;
            _current.Refresh();
        }
    }

    private void Swap(Generation next, long lastChange)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            foreach (var (key, make) in _changesWhileRebuilding!)
            {
                if (make is null)
                    next.Remove(key);
                else
                    next.Put(key, make());
            }
            next.Commit(_vocabulary.Fingerprint, complete: true, lastChange);
            next.Refresh();
            _folder.Point(next);
            var old = _current;
            _current = next;
            _changesWhileRebuilding = null;
            _needsRebuild = false;
            Interlocked.Exchange(ref _lastChange, lastChange);
            old.Dispose();
        }
        _folder.DeleteOthers(next);
    }

    private IReadOnlyList<Candidate> Top(Query query, Filter filter, int take) => take <= 0 ? [] : Search(searcher => Read(searcher, searcher.Search(query, filter, take)));

    private int Count(Query query, Filter filter) => Search(searcher =>
    {
        var count = new TotalHitCountCollector();
        searcher.Search(query, filter, count);
        return count.TotalHits;
    });

    internal static List<Candidate> Read(IndexSearcher searcher, IEnumerable<Hit> hits)
    {
        var found = new List<Candidate>();
        foreach (var hit in hits)
            found.Add(new Candidate(Guid.ParseExact(searcher.Doc(hit.Doc, IdOnly).Get(IndexDocuments.Id, CultureInfo.InvariantCulture), "N"), hit.Score));
        return found;
    }

    private static List<Candidate> Read(IndexSearcher searcher, TopDocs hits) =>
        Read(searcher, hits.ScoreDocs.Select(h => new Hit(h.Doc, h.Score, IsWished: false)));

    private T Search<T>(Func<IndexSearcher, T> read) => Search((searcher, _) => read(searcher));

    private T Search<T>(Func<IndexSearcher, Generation, T> read)
    {
        while (true)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            var generation = _current;
            IndexSearcher searcher;
            try
            {
                searcher = generation.Acquire();
            }
            catch (ObjectDisposedException) when (!_disposed)
            {
                continue; // swapped in this moment: take the new one
            }
            try
            {
                return read(searcher, generation);
            }
            finally
            {
                generation.Release(searcher);
            }
        }
    }
}
