using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace WorkBridge.Matching.Tests;

public sealed class LastingTests
{
    private static readonly Vocabulary Words = Vocabulary.Default;
    private static readonly MatchWeights Weights = new();
    private static readonly ProfileFacts Tailor = new() { CommuneCode = "11407", ProvinceCode = "31", Trades = [new HeldTrade("may-cong-nghiep", Evidence.Certificate, 36)], WantedTrades = ["may-cong-nghiep"] };
    private static readonly OpeningFacts Sewing = new() { TradeCode = "may-cong-nghiep", CommuneCode = "11407", ProvinceCode = "31", Shifts = Shifts.Day, EmployerSize = EmployerSize.Small };
    private static readonly LastingCell SewingNear = LastingCell.Of(Tailor, Sewing, Words);

    /// <summary>So many placements of as many people, of whom so many lasted.</summary>
    private static IEnumerable<KnownOutcome> Known(LastingCell cell, int known, int lasted) =>
        Enumerable.Range(0, known).Select(i => new KnownOutcome(cell, Guid.NewGuid(), i < lasted));

    private static Lasting Learnt(params IEnumerable<KnownOutcome>[] outcomes) =>
        Lasting.From(LastingCount.Of(outcomes.SelectMany(o => o), 5), new LastingRule());

    private static MatchScore Score(ProfileFacts person, OpeningFacts opening, Lasting? lasting) => Scoring.Score(person, opening, Words, Weights, lasting);

    private static LastingCell Welding(DistanceBand distance) => new("7212", distance, HoursBand.Day, EmployerSize.Small);

    [Property(MaxTest = 200)]
    public Property With_nothing_known_no_score_changes() => Prop.ForAll(
        Pairs.Arbitrary(),
        pair =>
        {
            var plain = Score(pair.Person, pair.Opening, null);
            foreach (var nothing in new[] { Lasting.Nothing, Learnt(), Learnt(Known(Welding(DistanceBand.Far), 4, 0)) })
            {
                var score = Score(pair.Person, pair.Opening, nothing);
                Assert.Equal(plain.Total, score.Total);
                Assert.Equal(5, score.Parts.Count);
            }
        });

    [Property(MaxTest = 200)]
    public Property However_much_is_known_the_parts_add_up_and_nobody_moves_by_more_than_a_tenth() => Prop.ForAll(
        Pairs.Arbitrary(),
        pair =>
        {
            var cell = LastingCell.Of(pair.Person, pair.Opening, Words);
            foreach (var lasted in new[] { 0, 500 })
            {
                var plain = Score(pair.Person, pair.Opening, null);
                var score = Score(pair.Person, pair.Opening, Lasting.From(LastingCount.Of([.. Known(cell, 500, lasted), .. Known(new("9999", null, null, null), 500, 500 - lasted)], 5), new LastingRule(10)));
                Assert.Equal(score.Total, score.Parts.Sum(p => p.Points));
                Assert.InRange(score.Total, 0, 100);
                Assert.InRange(Math.Abs(score.Total - plain.Total), 0, plain.Total / 10);
                Assert.All(score.Parts, p => Assert.InRange(p.Fill, 0, 1));
                Assert.All(score.Parts.SelectMany(p => p.Reasons), ReasonTextTests.IsSaid);
            }
        });

    [Fact]
    public void Work_that_lasted_stands_higher_and_work_that_did_not_lower_and_the_reason_says_so()
    {
        var lasting = Learnt(Known(SewingNear, 60, 50), Known(Welding(DistanceBand.Far), 60, 10));
        var plain = Score(Tailor, Sewing, null);
        var sewing = Score(Tailor, Sewing, lasting);
        Assert.Equal(plain.Total + 4, sewing.Total);
        var part = sewing.Parts[^1];
        Assert.Equal((PartKind.Lasting, 4, 5), (part.Kind, part.Points, part.Of));
        Assert.Equal("Việc như thế này (nghề này, gần nhà, ca ngày, nơi tuyển đến 50 người) thường bền hơn mức chung, theo ít nhất 60 lần nhận việc đã biết kết quả", ReasonText.ForStaff(Assert.Single(part.Reasons), Words, "chị").Vi);
        Assert.Equal("Nhiều người làm việc như thế này đã gắn bó lâu dài.", ReasonText.ForPerson(part.Reasons[0], Words).Vi);

        var welding = Score(Tailor, new OpeningFacts { TradeCode = "tho-han", CommuneCode = "00001", ProvinceCode = "01", Shifts = Shifts.Day, EmployerSize = EmployerSize.Small }, lasting);
        Assert.Equal("lasting-less", Assert.Single(welding.Parts[^1].Reasons).Code);
        Assert.True(welding.Parts[^1].Points < 0);
        Assert.Equal("Nhận việc này, anh/chị được trung tâm hỏi thăm sớm.", ReasonText.ForPerson(welding.Parts[^1].Reasons[0], Words).Vi);
    }

    [Fact]
    public void What_is_told_is_true_of_the_work_it_names()
    {
        // The trade is as lasting as all work; it is being near that lasts, in every trade.
        var lasting = Learnt(Known(Welding(DistanceBand.Near), 200, 160), Known(Welding(DistanceBand.Far), 200, 40), Known(SewingNear with { Distance = DistanceBand.Far }, 40, 8), Known(SewingNear, 40, 32));
        var near = Score(Tailor, Sewing, lasting).Parts[^1];
        Assert.Equal("Việc như thế này (gần nhà, ca ngày, nơi tuyển đến 50 người) thường bền hơn mức chung, theo ít nhất 240 lần nhận việc đã biết kết quả", ReasonText.ForStaff(near.Reasons[0], Words, "chị").Vi);
        var far = Score(Tailor, Sewing with { CommuneCode = "00001", ProvinceCode = "01" }, lasting).Parts[^1];
        Assert.Equal("Work like this (far from home, days, an employer of up to 50) lasted less often than most, by at least 240 placements whose outcome is known: check in early", ReasonText.ForStaff(far.Reasons[0], Words, "chị").En);
    }

    [Fact]
    public void A_handful_moves_nothing_and_the_more_is_known_the_more_it_moves()
    {
        int Shift(int known) => Learnt(Known(SewingNear, known, known * 9 / 10), Known(Welding(DistanceBand.Far), 5000, 2500)).ShiftOf(SewingNear);
        Assert.Equal(0, Shift(5));
        Assert.InRange(Shift(10), 1, 3);
        Assert.True(Shift(10) < Shift(100));
        Assert.Equal(5, Shift(100));
    }

    [Fact]
    public void Work_like_all_other_work_is_left_where_it_is() =>
        Assert.Equal(0, Learnt(Known(SewingNear, 300, 150), Known(Welding(DistanceBand.Far), 300, 150)).ShiftOf(SewingNear));

    [Fact]
    public void What_distance_does_elsewhere_counts_in_a_trade_where_nobody_went_far_yet()
    {
        var lasting = Learnt(Known(Welding(DistanceBand.Near), 200, 150), Known(Welding(DistanceBand.Far), 200, 30), Known(SewingNear, 100, 75));
        Assert.True(lasting.ShiftOf(SewingNear with { Distance = DistanceBand.Far }) < 0);
        Assert.True(lasting.ShiftOf(SewingNear) > 0);
    }

    [Fact]
    public void A_trade_learns_from_those_of_its_minor_group_and_a_trade_without_a_code_from_all()
    {
        // 7531 tailors and 7533 sewing: minor group 753.
        var lasting = Learnt(Known(new("7531", DistanceBand.Near, HoursBand.Day, EmployerSize.Small), 300, 270), Known(Welding(DistanceBand.Near), 300, 90));
        Assert.True(lasting.ShiftOf(new("7533", DistanceBand.Near, HoursBand.Day, EmployerSize.Small)) > 0);
        Assert.Equal(0, lasting.ShiftOf(new("", DistanceBand.Near, HoursBand.Day, EmployerSize.Small)));
    }

    [Fact]
    public void Cells_of_few_people_are_not_kept_however_often_those_began()
    {
        Guid[] two = [Guid.NewGuid(), Guid.NewGuid()];
        var counts = LastingCount.Of([.. Enumerable.Range(0, 40).Select(i => new KnownOutcome(SewingNear, two[i % 2], true)), .. Known(Welding(DistanceBand.Far), 6, 3)], 5);
        Assert.DoesNotContain(counts, c => c.Cell.Trade.StartsWith("753", StringComparison.Ordinal) || c.Cell.Distance == DistanceBand.Near);
        Assert.Contains(counts, c => c is { Cell: { Trade: "7212", Distance: DistanceBand.Far }, Known: 6, Lasted: 3 });
        Assert.Contains(counts, c => c.Cell == LastingCell.All && c.Known == 46);
    }

    [Fact]
    public void Of_the_person_only_where_home_is_counts()
    {
        var another = Tailor with { Id = Guid.NewGuid(), Trades = [], Skills = [new HeldSkill("vat-so", Evidence.SelfTaught)], Limits = ["no-dust"], PayFrom = 20_000_000, WantsAway = true };
        Assert.Equal(SewingNear, LastingCell.Of(another, Sewing, Words));
        Assert.NotEqual(SewingNear, LastingCell.Of(Tailor with { CommuneCode = "11410" }, Sewing, Words));
    }

    [Theory]
    [InlineData("11407", "31", 50, DistanceBand.Near)]
    [InlineData("11410", "31", 3, DistanceBand.Near)]
    [InlineData("11410", "31", 20, DistanceBand.Around)]
    [InlineData("11410", "31", 90, DistanceBand.Far)]
    [InlineData("11410", "31", null, DistanceBand.Around)]
    [InlineData("00001", "01", null, DistanceBand.Far)]
    [InlineData(null, null, null, DistanceBand.Unknown)]
    public void Distance_is_kilometres_where_both_points_are_known_and_else_the_places(string? commune, string? province, int? km, DistanceBand band)
    {
        var home = new GeoPoint(20.80, 106.62);
        var opening = Sewing with { CommuneCode = commune, ProvinceCode = province, Point = km is { } k ? new GeoPoint(20.80 + (k / 111.2), 106.62) : null };
        Assert.Equal(band, LastingCell.Of(Tailor with { Point = home }, opening, Words).Distance);
    }

    [Theory]
    [InlineData(Shifts.None, HoursBand.Unknown)]
    [InlineData(Shifts.Day, HoursBand.Day)]
    [InlineData(Shifts.Day | Shifts.Weekend, HoursBand.Weekend)]
    [InlineData(Shifts.Day | Shifts.Evening, HoursBand.Evening)]
    [InlineData(Shifts.Any, HoursBand.Night)]
    public void Hours_count_by_what_is_hardest_in_them(Shifts shifts, HoursBand band) =>
        Assert.Equal(band, LastingCell.Of(Tailor, Sewing with { Shifts = shifts }, Words).Hours);

    [Fact]
    public void A_course_is_left_alone()
    {
        var lasting = Learnt(Known(SewingNear, 500, 500), Known(Welding(DistanceBand.Far), 500, 0));
        Assert.Equal(5, Score(Tailor, Sewing with { Kind = OpeningKind.Training }, lasting).Parts.Count);
        Assert.Equal(6, Score(Tailor, Sewing, lasting).Parts.Count);
    }

    [Theory]
    [InlineData(11, 0.25, 10)]
    [InlineData(-1, 0.25, 10)]
    [InlineData(5, 0, 10)]
    [InlineData(5, 0.25, 0)]
    public void A_rule_past_its_bounds_is_refused(int most, double whole, double shrink) =>
        Assert.Throws<ArgumentException>(() => Lasting.From([], new LastingRule(most, whole, shrink)));

    [Fact]
    public void Zero_points_switch_it_off() =>
        Assert.Equal(0, Lasting.From(LastingCount.Of([.. Known(SewingNear, 500, 500), .. Known(Welding(DistanceBand.Far), 500, 0)], 5), new LastingRule(0)).ShiftOf(SewingNear));
}
