using System.Text;

namespace WorkBridge.Matching.Tests;

/// <summary>Whatever is typed or imported: an answer or an empty list, never an error, and an end. The minute is a stop for what hangs, not a measure.</summary>
public sealed class BadInputTests : IDisposable
{
    private static readonly TimeSpan Stop = TimeSpan.FromMinutes(1);
    private static readonly Scope Everywhere = new();

    private readonly string _folder = Directory.CreateTempSubdirectory("workbridge-bad").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static readonly string[] Names =
        ["unknown", "long", "skills", "emoji", "latin1", "rtl", "surrogates", "line", "marks", "digits", "blanks", "punctuation", "one word", "controls", "conditions"];

    public static TheoryData<string> Kinds => [.. Names];

    private static string Text(string kind) => kind switch
    {
        "unknown" => "blorf quxly zzz 本日 привет",
        "long" => string.Concat(Enumerable.Range(0, 20_000).Select(i => $"từ{i} "))[..100_000],
        "skills" => string.Join("; ", Enumerable.Range(0, 500).Select(i => Vocabulary.Default.Skills[i % Vocabulary.Default.Skills.Count].Vi)),
        "emoji" => string.Concat(Enumerable.Repeat("👷🏽‍♀️ thợ hàn 🔥🇻🇳 ", 200)),
        "latin1" => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes("Thợ hàn cần tuyển gấp ở Hải Phòng, lương 10 triệu")),
        "rtl" => "\u202Eمطلوب عامل لحام\u202C שלום thợ hàn \u200F\u200E",
        "surrogates" => "thợ \uD800 hàn \uDC00\uD83D \uDFFF" + new string('\uD800', 5_000),
        "line" => new string('a', 500_000) + new string('ế', 500_000),
        "marks" => "thợ h" + new string('\u0301', 100_000) + "àn",
        "digits" => string.Concat(Enumerable.Repeat("0123456789,.", 20_000)),
        "blanks" => new string('\u00A0', 50_000) + "\u200B\uFEFF" + new string('\n', 50_000),
        "punctuation" => string.Concat(Enumerable.Repeat("+-&&||!(){}[]^\"~*?:\\/;", 5_000)),
        "one word" => string.Concat(Enumerable.Repeat("việc ", 50_000)),
        "controls" => new string([.. Enumerable.Range(0, 32).Select(i => (char)i)]) + "\0thợ\0hàn\u007F",
        "conditions" => string.Concat(Enumerable.Repeat("tôi muốn tìm việc ở Hà Nội lương từ 10 triệu ", 5_000)),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Bad_text_is_indexed_searched_and_matched_without_an_error(string kind)
    {
        var text = Text(kind);
        await Task.Run(() => Try(text)).WaitAsync(Stop);
    }

    [Fact]
    public async Task A_mixture_of_everything_bad_is_borne()
    {
        var random = new Random(20270301);
        var pieces = Names.Select(Text).Select(t => t[..Math.Min(40, t.Length)]).ToList();
        await Task.Run(() =>
        {
            var texts = Enumerable.Range(0, 300).Select(_ => string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => Cut(pieces[random.Next(pieces.Count)], random)))).ToList();
            using var index = MatchIndex.Open(_folder, Vocabulary.Default);
            index.Rebuild([], texts.Select(text => Opening(text, text)), 1);
            Assert.Equal(texts.Count, index.Count());
            foreach (var text in texts)
                Assert.True(index.SearchOpenings(text, Everywhere, 5).Count <= 5);
        }).WaitAsync(Stop);
    }

    private void Try(string text)
    {
        using var index = Filled();
        var opening = Opening(text, text) with { Skills = [text], Teaches = [text], ProvinceNames = [text], TradeCode = null };
        index.PutOpening(opening);
        var person = new ProfileFacts { Id = Guid.CreateVersion7(), CommuneCode = "c1", ProvinceCode = "p1", Trades = [new HeldTrade(text, Evidence.None, null)], Skills = [new HeldSkill(text, Evidence.None)], WantedTrades = [text] };
        index.PutProfile(person);

        Assert.True(index.SearchOpenings(text, Everywhere, 10).Count <= 10);
        Assert.True(index.SearchOpenings(text, [text], Everywhere, 10).Count <= 10);
        Assert.NotEmpty(index.SearchOpenings("thợ hàn", Everywhere, 10));
        Assert.NotEmpty(index.PeopleFor(opening, new Scope(["c1"]), 10));
        Assert.NotEmpty(index.OpeningsFor(person, new Scope(["c1"]), 10));
        Assert.NotNull(Vocabulary.Default.FindIn(text));
        Assert.NotNull(Vocabulary.Default.SuggestTrades(text, 5));
        Assert.NotNull(Vocabulary.Default.Classify(text, text, 3));
    }

    private MatchIndex Filled()
    {
        var index = MatchIndex.Open(_folder, Vocabulary.Default);
        index.Rebuild([], Enumerable.Range(0, 30).Select(i => Opening(i % 2 == 0 ? "Thợ hàn" : "Kế toán", "Làm ở xưởng")), 1);
        return index;
    }

    private static string Cut(string text, Random random) => text[random.Next(text.Length + 1)..];

    private static OpeningFacts Opening(string title, string text) =>
        new() { Id = Guid.CreateVersion7(), Title = title, Text = text, Requirements = text, CommuneCode = "c1", ProvinceCode = "p1" };
}
