using System.Collections.Concurrent;

namespace WorkBridge.Matching;

/// <summary>The index of profiles and openings.</summary>
public sealed class MatchIndex : IDisposable
{
    public const int Format = 1;

    private readonly ConcurrentDictionary<Guid, ProfileFacts> _people = new();
    private readonly ConcurrentDictionary<Guid, OpeningFacts> _openings = new();

    public static MatchIndex Open(string folder, Vocabulary v) => new();

    public bool NeedsRebuild { get; private set; } = true;

    public long LastChange { get; private set; }

    public void PutProfile(ProfileFacts f) => _people[f.Id] = f;

    public void PutOpening(OpeningFacts o) => _openings[o.Id] = o;

    public void Remove(Guid id)
    {
        _people.TryRemove(id, out _);
        _openings.TryRemove(id, out _);
    }

    public void Commit(long lastChange) => LastChange = lastChange;

    public void Rebuild(IEnumerable<ProfileFacts> people, IEnumerable<OpeningFacts> openings, long lastChange)
    {
        _people.Clear();
        _openings.Clear();
        foreach (var p in people)
            PutProfile(p);
        foreach (var o in openings)
            PutOpening(o);
        NeedsRebuild = false;
        Commit(lastChange);
    }

    public IReadOnlyList<Candidate> PeopleFor(OpeningFacts o, Scope scope, int take) =>
        _people.Values.Where(p => scope.CommuneCodes?.Contains(p.CommuneCode) != false).Take(take).Select(p => new Candidate(p.Id, 1)).ToList();

    public IReadOnlyList<Candidate> OpeningsFor(ProfileFacts p, Scope scope, int take) =>
        _openings.Values.Take(take).Select(o => new Candidate(o.Id, 1)).ToList();

    public IReadOnlyList<Candidate> SearchOpenings(string words, Scope scope, int take, DateOnly? openOn = null) =>
        _openings.Values.Where(o => Vietnamese.Fold(o.Title).Contains(Vietnamese.Fold(words), StringComparison.Ordinal)).Take(take).Select(o => new Candidate(o.Id, 1)).ToList();

    public int CountPeopleFor(OpeningFacts o, Scope scope) => PeopleFor(o, scope, int.MaxValue).Count;

    public int CountOpeningsFor(ProfileFacts p, Scope scope) => OpeningsFor(p, scope, int.MaxValue).Count;

    public bool Contains(Guid id) => _people.ContainsKey(id) || _openings.ContainsKey(id);

    public void Dispose()
    {
    }
}
