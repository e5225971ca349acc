using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Util;

namespace WorkBridge.Matching;

/// <summary>
/// BM25 (Robertson and Zaragoza 2009) over a field into which titles were written several times, which makes it
/// BM25F with one length. Unlike Lucene's own it keeps exact lengths, not one byte of them, and neither rewards nor
/// normalises anything else.
/// </summary>
internal sealed class Bm25(float k1, float b) : Similarity
{
    public override long ComputeNorm(FieldInvertState state) => state.Length;

    public override SimWeight ComputeWeight(float queryBoost, CollectionStatistics collectionStats, params TermStatistics[] termStats)
    {
        var documents = collectionStats.MaxDoc;
        var average = collectionStats.SumTotalTermFreq <= 0 ? 1f : (float)collectionStats.SumTotalTermFreq / documents;
        var idf = 0.0;
        foreach (var term in termStats)
            idf += Math.Log(1 + ((documents - term.DocFreq + 0.5) / (term.DocFreq + 0.5)));
        return new Weight(collectionStats.Field, (float)idf * queryBoost, average);
    }

    public override SimScorer GetSimScorer(SimWeight weight, AtomicReaderContext context)
    {
        var own = (Weight)weight;
        return new Scorer(k1, b, own, context.AtomicReader.GetNormValues(own.Field));
    }

    private sealed class Weight(string name, float value, float average) : SimWeight
    {
        private float _value = value;

        public string Field => name;

        public float Value => _value;

        public float Average => average;

        public override float GetValueForNormalization() => 1;

        public override void Normalize(float queryNorm, float topLevelBoost) => _value *= topLevelBoost;
    }

    private sealed class Scorer(float k1, float b, Weight weight, NumericDocValues? lengths) : SimScorer
    {
        public override float Score(int doc, float freq)
        {
            var length = lengths is null ? weight.Average : lengths.Get(doc);
            return weight.Value * freq * (k1 + 1) / (freq + (k1 * (1 - b + (b * length / weight.Average))));
        }

        public override float ComputeSlopFactor(int distance) => 1f / (distance + 1);

        public override float ComputePayloadFactor(int doc, int start, int end, BytesRef payload) => 1;
    }
}
