namespace WorkBridge.Evaluation;

/// <summary>
/// Two halves of the judged queries by occupation, so that what is tuned on one is checked on occupations it has not
/// seen. Queries share an occupation when most of their right documents are the same.
/// </summary>
internal sealed class Halves
{
    private readonly Dictionary<string, string> _byBase = new(StringComparer.Ordinal);

    public Halves(IReadOnlyDictionary<string, IReadOnlySet<string>> rightByBase)
    {
        var occupations = new List<(HashSet<string> Right, List<string> Bases)>();
        foreach (var (name, right) in rightByBase.OrderByDescending(r => r.Value.Count).ThenBy(r => r.Key, StringComparer.Ordinal))
        {
            var same = occupations.Find(o => 2 * o.Right.Count(right.Contains) > Math.Min(right.Count, o.Right.Count));
            if (same.Bases is null)
                occupations.Add(([.. right], [name]));
            else
            {
                same.Bases.Add(name);
                same.Right.UnionWith(right);
            }
        }
        Occupations = occupations.Count;
        int first = 0, second = 0;
        foreach (var (_, bases) in occupations.OrderByDescending(o => o.Bases.Count).ThenBy(o => o.Bases[0], StringComparer.Ordinal))
        {
            var half = first <= second ? "A" : "B";
            if (half == "A")
                first += bases.Count;
            else
                second += bases.Count;
            foreach (var name in bases)
                _byBase[name] = half;
        }
    }

    public int Occupations { get; }

    /// <summary>"A" or "B".</summary>
    public string Of(string name) => _byBase[name];
}
