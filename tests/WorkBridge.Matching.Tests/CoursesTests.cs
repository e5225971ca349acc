namespace WorkBridge.Matching.Tests;

public sealed class CoursesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("wb-courses-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_skill_finds_the_courses_that_teach_it_by_itself_or_inside_a_trade_in_their_place_and_no_jobs()
    {
        using var index = MatchIndex.Open(_folder, Vocabulary.Default);
        var sewing = Put(index, new OpeningFacts { Kind = OpeningKind.Training, Title = "Lớp may", Teaches = ["may-cong-nghiep"], ProvinceCode = "31" });
        var overlock = Put(index, new OpeningFacts { Kind = OpeningKind.Training, Title = "Lớp vắt sổ", Teaches = ["vat-so"], ProvinceCode = "20" });
        Put(index, new OpeningFacts { Kind = OpeningKind.Training, Title = "Lớp hàn", Teaches = ["tho-han"], ProvinceCode = "31" });
        Put(index, new OpeningFacts { Kind = OpeningKind.Job, Title = "Thợ may", Skills = ["vat-so"], TradeCode = "may-cong-nghiep", ProvinceCode = "31" });

        Assert.Equal(new[] { sewing, overlock }.Order(), Courses(index, new Scope(), "vat-so").Order());
        Assert.Equal([sewing], Courses(index, new Scope(ProvinceCode: "31"), "vat-so"));
        Assert.Empty(Courses(index, new Scope(), "suc-khoe-tot"));
        Assert.Empty(Courses(index, new Scope()));
        Assert.Equal(sewing, Courses(index, new Scope(), "vat-so", "may-1-kim")[0]);
    }

    [Fact]
    public void Who_wants_away_is_shown_beds_and_who_has_no_trade_is_shown_what_is_learnt_on_the_spot()
    {
        using var index = MatchIndex.Open(_folder, Vocabulary.Default);
        var lodging = Put(index, new OpeningFacts { Title = "Thợ hàn, bao ở", TradeCode = "tho-han", LodgingOffered = true, ProvinceCode = "24" });
        var loading = Put(index, new OpeningFacts { Title = "Bốc xếp", TradeCode = "boc-xep", ProvinceCode = "31" });
        var welding = Put(index, new OpeningFacts { Title = "Thợ hàn", TradeCode = "tho-han", ProvinceCode = "31" });
        var nobody = new ProfileFacts { ProvinceCode = "31" };

        Assert.Equal([loading], index.OpeningsFor(nobody, new Scope(), 10).Select(c => c.Id));
        Assert.Equal(new[] { lodging, loading }.Order(), index.OpeningsFor(nobody with { WantsAway = true }, new Scope(), 10).Select(c => c.Id).Order());
        // A welder too may want what is near and learnt on the spot, behind the trade.
        Assert.Equal(loading, index.OpeningsFor(nobody with { Trades = [new HeldTrade("tho-han", Evidence.None, null)] }, new Scope(), 10)[^1].Id);
        Assert.Contains(welding, index.OpeningsFor(nobody with { Trades = [new HeldTrade("tho-han", Evidence.None, null)] }, new Scope(), 10).Select(c => c.Id));
    }

    private static List<Guid> Courses(MatchIndex index, Scope scope, params string[] skills) => [.. index.CoursesFor(skills, scope, 10).Select(c => c.Id)];

    private static Guid Put(MatchIndex index, OpeningFacts opening)
    {
        var put = opening with { Id = Guid.CreateVersion7() };
        index.PutOpening(put);
        return put.Id;
    }
}
