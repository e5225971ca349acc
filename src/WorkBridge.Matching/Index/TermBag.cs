using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace WorkBridge.Matching;

/// <summary>
/// Terms and how often each counts: syllables, and pairs of neighbouring syllables, in two channels, with marks and
/// without. Numbers by themselves say nothing about work and stay out.
/// </summary>
internal sealed class TermBag
{
    public const int MostPairsGap = 4;

    public Dictionary<string, int> Marked { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, int> Bare { get; } = new(StringComparer.Ordinal);

    public static TermBag Of(List<Token> words)
    {
        var bag = new TermBag();
        bag.Add(words, 1);
        return bag;
    }

    public void Add(List<Token> words, int times)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (IsNumber(word.Bare))
                continue;
            Count(Marked, word.Marked, times);
            Count(Bare, word.Bare, times);
            if (i + 1 < words.Count && words[i + 1].Start - word.End < MostPairsGap && !IsNumber(words[i + 1].Bare))
            {
                Count(Marked, word.Marked + ' ' + words[i + 1].Marked, times);
                Count(Bare, word.Bare + ' ' + words[i + 1].Bare, times);
            }
        }
    }

    private static bool IsNumber(string word)
    {
        foreach (var letter in word)
        {
            if (!char.IsAsciiDigit(letter) && letter is not ('.' or ','))
                return false;
        }
        return true;
    }

    private static void Count(Dictionary<string, int> bag, string term, int times) =>
        bag[term] = bag.GetValueOrDefault(term) + times;
}

/// <summary>Hands a bag of terms to Lucene, each as often as it counts.</summary>
internal sealed class TermStream : TokenStream
{
    private readonly ICharTermAttribute _term;
    private readonly IEnumerable<KeyValuePair<string, int>> _bag;
    private IEnumerator<KeyValuePair<string, int>>? _terms;
    private int _left;

    public TermStream(IEnumerable<KeyValuePair<string, int>> bag)
    {
        _bag = bag;
        _term = AddAttribute<ICharTermAttribute>();
    }

    public override void Reset()
    {
        base.Reset();
        _terms?.Dispose();
        _terms = _bag.GetEnumerator();
        _left = 0;
    }

    public sealed override bool IncrementToken()
    {
        if (_left == 0)
        {
            if (_terms is null || !_terms.MoveNext())
                return false;
            _left = _terms.Current.Value;
        }
        ClearAttributes();
        _term.SetEmpty().Append(_terms!.Current.Key);
        _left--;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _terms?.Dispose();
        base.Dispose(disposing);
    }
}
