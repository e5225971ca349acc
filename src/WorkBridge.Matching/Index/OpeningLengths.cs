using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Lucene.Net.Index;

namespace WorkBridge.Matching;

/// <summary>What one time in the title and one half in the body of a document count, by their lengths.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Norm(float Title, float Body);

/// <summary>How long titles and bodies are, all in all and one by one. Safe for many threads.</summary>
internal sealed class OpeningLengths
{
    private readonly ConditionalWeakTable<object, Norm[]> _norms = [];
    private readonly float _title;
    private readonly float _body;

    /// <param name="step">Every how many documents are looked at for the averages.</param>
    public OpeningLengths(IndexReader reader, int step)
    {
        long titles = 0, bodies = 0;
        var seen = 0;
        foreach (var leaf in reader.Leaves)
        {
            for (var doc = 0; leaf.AtomicReader.GetNumericDocValues(IndexDocuments.Lengths) is { } lengths && doc < leaf.AtomicReader.MaxDoc; doc += step)
            {
                var (title, body) = IndexDocuments.Unpack(lengths.Get(doc));
                if (title + body == 0)
                    continue; // a person, or an opening that says nothing
                titles += title;
                bodies += body;
                seen++;
            }
        }
        _title = Math.Max(1f, (float)titles / Math.Max(1, seen));
        _body = Math.Max(1f, (float)bodies / Math.Max(1, seen));
    }

    /// <summary>What one time in the title and in the body of each document counts, by their lengths; null where no openings are.</summary>
    public Norm[]? NormsOf(AtomicReader segment)
    {
        if (segment.GetNumericDocValues(IndexDocuments.Lengths) is not { } lengths)
            return null;
        return _norms.GetValue(segment.CoreCacheKey, _ =>
        {
            var norms = new Norm[segment.MaxDoc];
            for (var doc = 0; doc < norms.Length; doc++)
            {
                var (title, body) = IndexDocuments.Unpack(lengths.Get(doc));
                norms[doc] = new Norm(
                    Ranking.TitleWeight / (1 - Ranking.TitleB + (Ranking.TitleB * title / _title)),
                    Ranking.BodyUnit / (1 - Ranking.BodyB + (Ranking.BodyB * body / _body)));
            }
            return norms;
        });
    }
}
