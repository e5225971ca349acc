using System.Collections.Concurrent;
using System.Collections.ObjectModel;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace WorkBridge.Matching;

/// <summary>
/// The trades and skills that the product knows, read from one file that people edit, and the finding of them in
/// text. Immutable and safe for many threads.
/// </summary>
public sealed class Vocabulary
{
    /// <summary>Longer texts are searched up to here: an advertisement has said by then what it is about.</summary>
    private const int LongestText = 120_000;

    /// <summary>What is left of "công nhân" before a trade.</summary>
    private const double OnlyWorker = 0.4;

    private static readonly HashSet<string> WorkerWords = new(StringComparer.Ordinal) { "cong nhan", "cn", "lao dong", "lao dong pho thong", "ldpt", "cong nhan san xuat", "lao dong nam", "lao dong nu" };

    private static readonly Lazy<Vocabulary> Embedded = new(ReadEmbedded);

    private readonly Dictionary<string, Trade> _trades;
    private readonly Dictionary<string, Skill> _skills;
    private readonly Dictionary<(string, string), double> _near = [];
    private readonly Dictionary<string, int> _tradeNumbers;
    private readonly Dictionary<string, int> _skillNumbers;
    private readonly Dictionary<string, HashSet<int>> _tradesWith = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, double[]> _nearness = new(StringComparer.Ordinal);
    private readonly ILookup<string, Abbreviation> _abbreviations;
    private readonly PhraseFinder _tradeNames = new();
    private readonly PhraseFinder _skillNames = new();
    private readonly NameList _list;
    private readonly NameList _skillList;
    private readonly Dictionary<string, List<string>> _taughtIn = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IReadOnlyList<NearTrade>> _neighbours = new(StringComparer.Ordinal);

    private Vocabulary(VocabularyReader read, string fingerprint)
    {
        Fingerprint = fingerprint;
        Trades = read.Trades;
        Skills = read.Skills;
        _trades = Trades.ToDictionary(t => t.Code, StringComparer.Ordinal);
        _skills = Skills.ToDictionary(s => s.Code, StringComparer.Ordinal);
        _tradeNumbers = Trades.Index().ToDictionary(t => t.Item.Code, t => t.Index, StringComparer.Ordinal);
        _skillNumbers = Skills.Index().ToDictionary(s => s.Item.Code, s => s.Index, StringComparer.Ordinal);
        foreach (var (number, trade) in Trades.Index())
        {
            foreach (var skill in trade.Skills)
                (CollectionsMarshal.GetValueRefOrAddDefault(_tradesWith, skill, out _) ??= []).Add(number);
        }
        _abbreviations = read.Abbreviations.ToLookup(a => a.Short, StringComparer.Ordinal);
        foreach (var trade in Trades)
        {
            foreach (var near in trade.Near)
            {
                _near[(trade.Code, near.Code)] = Math.Max(near.Weight, _near.GetValueOrDefault((trade.Code, near.Code)));
                _near[(near.Code, trade.Code)] = Math.Max(near.Weight, _near.GetValueOrDefault((near.Code, trade.Code)));
            }
        }
        foreach (var skill in Skills.Where(s => s.TaughtIn is not null))
            _taughtIn[skill.Code] = [.. skill.TaughtIn!];
        foreach (var trade in Trades.Where(t => t.Learnt.Any(l => l.Way is not LearningWay.OnTheJob)))
        {
            foreach (var skill in trade.Skills)
            {
                if (_taughtIn.TryGetValue(skill, out var courses) && !courses.Contains(trade.Code))
                    courses.Add(trade.Code);
            }
        }
        foreach (var name in read.Names)
            (name.IsTrade ? _tradeNames : _skillNames).Add(Words(name.Text), name);
        _list = new NameList(read.Names.Where(n => n.IsTrade), code => _trades[code].Vi);
        _skillList = new NameList(read.Names.Where(n => !n.IsTrade), code => _skills[code].Vi);
    }

    /// <summary>The vocabulary that ships with the product. Throws <see cref="InvalidDataException"/> when its file is broken.</summary>
    public static Vocabulary Default => Embedded.Value;

    public IReadOnlyList<Trade> Trades { get; }

    public IReadOnlyList<Skill> Skills { get; }

    /// <summary>Changes when the file changes; an index made with another one is stale.</summary>
    public string Fingerprint { get; }

    /// <summary>Reads a vocabulary; throws <see cref="InvalidDataException"/> naming the line and what is wrong.</summary>
    public static Vocabulary Read(TextReader text)
    {
        var whole = text.ReadToEnd();
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(whole)))[..16];
        return new Vocabulary(new VocabularyReader(new StringReader(whole)), fingerprint);
    }

    public Trade? Trade(string code) => _trades.GetValueOrDefault(code);

    public Skill? Skill(string code) => _skills.GetValueOrDefault(code);

    /// <summary>
    /// The trades and skills that a text names (an advertisement, an officer's note, a cell of a survey), each with its
    /// place in the text. Trades come first, each group in order of place. Any text is allowed.
    /// </summary>
    public IReadOnlyList<Mention> FindIn(string? text) => Find(text, isTitle: false);

    /// <summary>Trades whose names begin like, contain, or are one slip away from what was typed, best first.</summary>
    public IReadOnlyList<Trade> SuggestTrades(string typed, int take) => [.. _list.Suggest(typed, take).Select(code => _trades[code])];

    /// <summary>As <see cref="SuggestTrades"/>, for skills.</summary>
    public IReadOnlyList<Skill> SuggestSkills(string typed, int take) => [.. _skillList.Suggest(typed, take).Select(code => _skills[code])];

    /// <summary>The trades that an advertisement is probably about, best first; empty when none is recognised.</summary>
    public IReadOnlyList<Trade> Classify(string title, string? text, int take) =>
        [.. Weigh(title, text).OrderByDescending(w => w.Value).ThenBy(w => w.Key, StringComparer.Ordinal).Take(Math.Max(0, take)).Select(w => _trades[w.Key])];

    /// <summary>
    /// How much of one trade helps in the other, 0 to 1: 1 for the same; else the table of near trades; else what the
    /// shared digits of ISCO-08 tell (same unit group 0.7, minor group 0.45, sub-major group 0.2). Symmetric.
    /// </summary>
    public double Nearness(string tradeA, string tradeB)
    {
        if (tradeA == tradeB)
            return 1;
        if (_near.TryGetValue((tradeA, tradeB), out var near))
            return near;
        if (!_trades.TryGetValue(tradeA, out var a) || !_trades.TryGetValue(tradeB, out var b))
            return 0;
        var shared = 0;
        while (shared < 4 && a.Isco[shared] == b.Isco[shared])
            shared++;
        return shared switch { 4 => 0.7, 3 => 0.45, 2 => 0.2, _ => 0 };
    }

    /// <summary>The trades whose courses teach a skill, the fittest first; empty when none does.</summary>
    public IReadOnlyList<string> CoursesTeaching(string skill) => _taughtIn.GetValueOrDefault(skill) ?? [];

    /// <summary>What a course in a trade teaches: the skills of the trade that can be taught at all.</summary>
    public IReadOnlyList<string> TaughtBy(string trade) =>
        Trade(trade)?.Skills.Where(_taughtIn.ContainsKey).ToList() ?? [];

    /// <summary>The trades near to one, those further than nothing at all, each with its nearness.</summary>
    internal IReadOnlyList<NearTrade> NeighboursOf(string trade) => !_trades.ContainsKey(trade) ? [] : _neighbours.GetOrAdd(
        trade,
        code => [.. Trades.Where(t => t.Code != code).Select(t => new NearTrade(t.Code, Nearness(code, t.Code))).Where(n => n.Weight > 0)]);

    /// <summary>The nearness of every trade, in the order of <see cref="Trades"/>, to one; all 0 for a code that is no trade.</summary>
    internal double[] NearnessTo(string trade) => _nearness.GetOrAdd(trade, code => [.. Trades.Select(t => Nearness(t.Code, code))]);

    /// <summary>The trades that list a skill, by their place in <see cref="Trades"/>.</summary>
    internal IReadOnlySet<int> TradesWith(string skill) => _tradesWith.GetValueOrDefault(skill) ?? ReadOnlySet<int>.Empty as IReadOnlySet<int>;

    /// <summary>The place of a trade in <see cref="Trades"/>; for a code that is none, a number below zero.</summary>
    internal int NumberOfTrade(string code) => _tradeNumbers.TryGetValue(code, out var number) ? number : CodeNumber.Of(code) | int.MinValue;

    /// <summary>The place of a skill in <see cref="Skills"/>; for a code that is none, a number below zero.</summary>
    internal int NumberOfSkill(string code) => _skillNumbers.TryGetValue(code, out var number) ? number : CodeNumber.Of(code) | int.MinValue;

    /// <summary>A trade as terms of the index, from itself up to its ISCO-08 minor group.</summary>
    internal string[] LevelsOf(string trade) =>
        Trade(trade) is { } known ? ["t:" + trade, "4:" + known.Isco, "3:" + known.Isco[..3]] : ["t:" + trade];

    /// <summary>The words of a text with abbreviations written out.</summary>
    internal List<Token> Words(string? text) => Abbreviation.Expand(Token.In(text), _abbreviations);

    /// <summary>Trades of a title with a weight each; the text behind it helps where the title is silent.</summary>
    internal Dictionary<string, double> Weigh(string title, string? text)
    {
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        var words = Words(title);
        var mentions = _tradeNames.Find(title ?? "", words, isTitle: true);
        for (var i = 0; i < mentions.Count; i++)
        {
            // The head of a Vietnamese name comes first: "kế toán công ty xây dựng" is a book-keeper. A word that only
            // says that somebody works is no head: "công nhân may mũ" makes hats.
            var mention = mentions[i];
            var place = words.FindIndex(w => w.Start >= mention.Start);
            var length = words.Count(w => w.Start >= mention.Start && w.End <= mention.Start + mention.Length);
            var share = IsOnlyWorker(title!, mention) && i + 1 < mentions.Count && mentions[i + 1].Start == NextStart(words, mention) ? OnlyWorker : 1;
            Raise(weights, mention.Code, share * mention.Confidence * length / (1 + (0.15 * Math.Max(0, place))));
        }
        if (weights.Count == 0 && _list.Misspelt(title) is { } meant)
            weights[meant] = 0.6;
        if (weights.Count == 0 && text is not null)
        {
            foreach (var mention in Find(text, isTitle: false).Where(m => m.IsTrade).Take(20))
                weights[mention.Code] = weights.GetValueOrDefault(mention.Code) + (0.1 * mention.Confidence);
        }
        return weights;
    }

    internal List<Mention> Find(string? text, bool isTitle)
    {
        if (string.IsNullOrEmpty(text))
            return [];
        var part = text.Length > LongestText ? text[..LongestText] : text;
        var words = Words(part);
        var found = _tradeNames.Find(part, words, isTitle);
        found.AddRange(_skillNames.Find(part, words, isTitle));
        if (found.Count == 0 && _list.Misspelt(part) is { } meant)
            found.Add(new Mention(meant, IsTrade: true, words[0].Start, words[^1].End - words[0].Start, 0.6));
        return found;
    }

    private static bool IsOnlyWorker(string title, Mention mention) =>
        WorkerWords.Contains(Vietnamese.Fold(title.Substring(mention.Start, mention.Length)));

    private static int NextStart(List<Token> words, Mention mention) =>
        words.FindIndex(w => w.Start >= mention.Start + mention.Length) is >= 0 and var next ? words[next].Start : -1;

    private static void Raise(Dictionary<string, double> weights, string code, double weight) =>
        weights[code] = Math.Max(weight, weights.GetValueOrDefault(code));

    private static Vocabulary ReadEmbedded()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("WorkBridge.Matching.vocabulary.txt")
            ?? throw new InvalidDataException("The vocabulary is missing from the library.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Read(reader);
    }
}
