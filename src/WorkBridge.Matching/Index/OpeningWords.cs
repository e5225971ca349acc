using System.Text;

namespace WorkBridge.Matching;

/// <summary>
/// The words of an opening as they are indexed: how often a term stands in the title and in the body, packed into one
/// frequency, and the lengths of both. In the body a word of the text counts two halves, one of the requirements one.
/// </summary>
internal sealed class OpeningWords
{
    /// <summary>Beyond this an advertisement repeats itself.</summary>
    private const int LongestText = 20_000;
    private const int LongestTitle = 300;
    private const int MostTitleTimes = 8;
    private const int BodyRoom = 32;
    private const int BeginningWords = 60;
    private const int PrintBins = 8;

    private readonly List<Token> _title;

    public OpeningWords(Vocabulary vocabulary, OpeningFacts opening)
    {
        _title = vocabulary.Words(Part(opening.Title, LongestTitle));
        var text = vocabulary.Words(Part(opening.Text, LongestText));
        var requirements = vocabulary.Words(Part(opening.Requirements, LongestText));

        TitleTerms = TermBag.Of(_title);
        var body = new TermBag();
        body.Add(text, Ranking.TextWeight);
        body.Add(requirements, Ranking.RequirementsWeight);
        Marked = Pack(TitleTerms.Marked, body.Marked);
        Bare = Pack(TitleTerms.Bare, body.Bare);
        TitleLength = TitleTerms.Bare.Values.Sum();
        BodyLength = body.Bare.Values.Sum();
        Beginning = Spell(text.Take(BeginningWords), marked: false) + Break + Spell(requirements.Take(BeginningWords), marked: false);
        Print = PrintOf(TitleTerms);
    }

    public Dictionary<string, int> Marked { get; }

    public Dictionary<string, int> Bare { get; }

    public TermBag TitleTerms { get; }

    public int TitleLength { get; }

    public int BodyLength { get; }

    /// <summary>The title as words that <see cref="Token.In"/> reads again.</summary>
    public string Title => Spell(_title, marked: true);

    /// <summary>How the text and the requirements begin, without marks.</summary>
    public string Beginning { get; }

    /// <summary>Up to eight pairs of the title, each as one byte of its hash: enough to tell titles of one kind from all others.</summary>
    public long Print { get; }

    /// <summary>Wider than what parts the two words of a pair.</summary>
    private static string Break => "    ";

    public static int InTitle(int frequency) => frequency / BodyRoom;

    public static int InBody(int frequency) => frequency % BodyRoom;

    public static string? Part(string? text, int longest = LongestText) => text?.Length > longest ? text[..longest] : text;

    private static Dictionary<string, int> Pack(Dictionary<string, int> title, Dictionary<string, int> body)
    {
        var packed = new Dictionary<string, int>(title.Count + body.Count, StringComparer.Ordinal);
        foreach (var (term, times) in body)
            packed[term] = Math.Min(times, BodyRoom - 1);
        foreach (var (term, times) in title)
            packed[term] = (Math.Min(times, MostTitleTimes) * BodyRoom) + packed.GetValueOrDefault(term);
        return packed;
    }

    private static string Spell(IEnumerable<Token> words, bool marked)
    {
        var spelt = new StringBuilder();
        var end = 0;
        foreach (var word in words)
        {
            if (spelt.Length > 0)
                spelt.Append(word.Start - end < TermBag.MostPairsGap ? " " : Break);
            spelt.Append(marked ? word.Marked : word.Bare);
            end = word.End;
        }
        return spelt.ToString();
    }

    private static long PrintOf(TermBag title)
    {
        var print = 0L;
        var bins = 0;
        foreach (var term in title.Bare.Keys.Where(t => t.Contains(' ', StringComparison.Ordinal)).DefaultIfEmpty(title.Bare.Keys.FirstOrDefault()).Take(PrintBins))
        {
            if (term is not null)
                print |= (long)Bin(term) << (8 * bins++);
        }
        return print;
    }

    // FNV-1a: the same in every process, which string.GetHashCode is not. Zero means "none".
    private static byte Bin(string term)
    {
        var hash = 2166136261u;
        foreach (var letter in term)
            hash = unchecked((hash ^ letter) * 16777619u);
        return (byte)(1 + ((hash ^ (hash >> 15)) % 255));
    }
}
