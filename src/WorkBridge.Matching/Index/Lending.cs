namespace WorkBridge.Matching;

/// <summary>
/// Openings whose titles are alike lend each other their scores (Diaz 2007, regularising ad hoc scores): one that says
/// little but stands among good ones rises, a stray hit falls.
/// </summary>
internal static class Lending
{
    /// <param name="titles">For each of the first hits, the weights of the terms of its title.</param>
    public static float[] Lend(IReadOnlyList<Hit> hits, IReadOnlyList<Dictionary<string, float>> titles)
    {
        var alike = Alike(titles);
        var lent = new float[hits.Count];
        Span<(float Alike, float Score)> nearest = stackalloc (float, float)[Ranking.LendersEach];
        for (var i = 0; i < hits.Count; i++)
        {
            lent[i] = hits[i].Score;
            if (i >= titles.Count)
                continue;
            var kept = 0;
            for (var j = 0; j < titles.Count; j++)
            {
                if (j != i && alike[i, j] > 0)
                    Insert(nearest, ref kept, (alike[i, j], hits[j].Score));
            }
            float weight = Ranking.Own, score = Ranking.Own * hits[i].Score;
            foreach (var near in nearest[..kept])
            {
                weight += near.Alike;
                score += near.Alike * near.Score;
            }
            lent[i] = score / weight;
        }
        return lent;
    }

    // The cosine of every two titles, summed term by term: most titles share no term.
    private static float[,] Alike(IReadOnlyList<Dictionary<string, float>> titles)
    {
        var alike = new float[titles.Count, titles.Count];
        var having = new Dictionary<string, List<(int Title, float Weight)>>(StringComparer.Ordinal);
        for (var i = 0; i < titles.Count; i++)
        {
            var length = (float)Math.Sqrt(titles[i].Values.Sum(w => (double)w * w));
            foreach (var (term, weight) in titles[i])
            {
                if (weight <= 0)
                    continue;
                if (!having.TryGetValue(term, out var list))
                    having[term] = list = [];
                foreach (var (other, theirs) in list)
                {
                    alike[i, other] += weight / length * theirs;
                    alike[other, i] = alike[i, other];
                }
                list.Add((i, weight / length));
            }
        }
        return alike;
    }

    private static void Insert(Span<(float Alike, float Score)> nearest, ref int kept, (float Alike, float Score) one)
    {
        if (kept == nearest.Length && nearest[^1].Alike >= one.Alike)
            return;
        var at = kept == nearest.Length ? kept - 1 : kept++;
        while (at > 0 && nearest[at - 1].Alike < one.Alike)
        {
            nearest[at] = nearest[at - 1];
            at--;
        }
        nearest[at] = one;
    }
}
