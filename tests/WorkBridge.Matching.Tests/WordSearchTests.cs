namespace WorkBridge.Matching.Tests;

/// <summary>What the ranking by words learns from the openings themselves.</summary>
public sealed class WordSearchTests : IDisposable
{
    private static readonly Scope Everywhere = new();

    private readonly string _folder = Directory.CreateTempSubdirectory("workbridge-words").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_province_named_in_the_question_comes_first_and_the_others_stay()
    {
        using var index = MatchIndex.Open(_folder, Vocabulary.Default);
        var north = Opening("Thợ hàn") with { ProvinceNames = ["Hải Phòng"] };
        var south = Opening("Thợ hàn") with { ProvinceNames = ["Hồ Chí Minh"] };
        index.Rebuild([], [north, south], 1);

        Assert.Equal([south.Id, north.Id], index.SearchOpenings("tìm việc thợ hàn ở Hồ Chí Minh", Everywhere, 5).Select(c => c.Id));
        Assert.Equal([north.Id, south.Id], index.SearchOpenings("tìm việc thợ hàn ở Hải Phòng", Everywhere, 5).Select(c => c.Id));
        Assert.Equal([north.Id, south.Id], index.SearchOpenings("tim viec tho han o hai duong", Everywhere, 5).Select(c => c.Id));
        Assert.Equal([south.Id, north.Id], index.SearchOpenings("thợ hàn Bình Dương", Everywhere, 5).Select(c => c.Id));
    }

    [Fact]
    public void Words_that_stand_with_every_kind_of_work_tell_less_than_those_of_one()
    {
        var tell = Telling(people: 0);
        foreach (var telling in new[] { "que han", "so sach", "duong dai", "dao thot", "tuan tra" })
            Assert.True(tell[telling] > 5 * tell["chiu kho"], telling);
        Assert.Equal(0, tell["chua ai viet"]);

        // Many more people than openings stand in an index; they say nothing about words.
        Assert.Equal(tell, Telling(people: 8000));
    }

    private Dictionary<string, float> Telling(int people)
    {
        string[] titles = ["Thợ hàn khung sắt", "Kế toán thuế", "Lái xe tải", "Phụ bếp nhà hàng", "Bảo vệ toà nhà"];
        string[] texts = ["que hàn", "sổ sách", "đường dài", "dao thớt", "tuần tra"];
        using var generation = Generation.Create(Path.Combine(_folder, "g-" + people), key: null);
        var documents = new IndexDocuments(Vocabulary.Default);
        for (var i = 0; i < people; i++)
            generation.Add(documents.Of(new ProfileFacts { Id = Guid.CreateVersion7(), CommuneCode = "c1" }));
        for (var i = 0; i < 200; i++)
            generation.Add(documents.Of(Opening(titles[i % 5]) with { Text = texts[i % 5] + (i % 10 < 5 ? ", chịu khó" : "") }));
        generation.Refresh();
        var searcher = generation.Acquire();
        try
        {
            var figures = generation.FiguresFor(searcher.IndexReader);
            return new[] { "que han", "so sach", "duong dai", "dao thot", "tuan tra", "chiu kho", "chua ai viet" }
                .ToDictionary(w => w, w => figures.Telling(searcher.IndexReader, w), StringComparer.Ordinal);
        }
        finally
        {
            generation.Release(searcher);
        }
    }

    [Fact]
    public void Openings_alike_lend_each_other_their_scores_and_a_stray_hit_falls()
    {
        var hits = new List<Hit> { new(0, 10, false), new(1, 9, false), new(2, 9.5f, false), new(3, 4, false), new(4, 4, false) };
        Dictionary<string, float> sewing = new(StringComparer.Ordinal) { ["may"] = 1, ["chuyền"] = 1 };
        Dictionary<string, float> stray = new(StringComparer.Ordinal) { ["may"] = 0.1f, ["giám đốc"] = 1 };
        Dictionary<string, float> office = new(StringComparer.Ordinal) { ["giám đốc"] = 1 };

        var lent = Lending.Lend(hits, [sewing, sewing, stray, office, office]);

        Assert.True(lent[1] > lent[2], "the stray hit was better by its own score and is not among its like");
        Assert.Equal(lent[3], lent[4]);
        Assert.True(lent[0] <= 10);
        Assert.Equal([10f, 9f], Lending.Lend(hits[..2], [new(StringComparer.Ordinal), new(StringComparer.Ordinal)]));
    }

    [Fact]
    public void What_was_put_is_found_by_words_while_figures_are_those_of_before()
    {
        using var index = MatchIndex.Open(_folder, Vocabulary.Default);
        index.Rebuild([], Enumerable.Range(0, 100).Select(_ => Opening("Kế toán")), 1);
        Assert.Equal(10, index.SearchOpenings("kế toán", Everywhere, 10).Count);
        var welder = Opening("Thợ hàn");
        index.PutOpening(welder);
        Assert.Equal(welder.Id, index.SearchOpenings("thợ hàn", Everywhere, 10)[0].Id);
        index.Remove(welder.Id);
        Assert.DoesNotContain(index.SearchOpenings("thợ hàn", Everywhere, 200), c => c.Id == welder.Id);
    }

    private static OpeningFacts Opening(string title) => new() { Id = Guid.CreateVersion7(), Title = title, CommuneCode = "c1", ProvinceCode = "p1" };
}
