using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using static WorkBridge.Matching.Tests.ScoringFacts;

namespace WorkBridge.Matching.Tests;

public sealed class ScoringTests
{
    [Fact]
    public void Who_fits_in_everything_has_the_whole_number()
    {
        var score = Score(Seamstress, Sewing);
        Assert.Equal(100, score.Total);
        Assert.All(score.Parts, p => Assert.Equal(PartState.Fits, p.State));
        Assert.Equal([35, 25, 20, 15, 5], score.Parts.Select(p => p.Of));
        Assert.Equal([PartKind.Trade, PartKind.Skill, PartKind.Travel, PartKind.Hours, PartKind.Papers], score.Parts.Select(p => p.Kind));
        Assert.Null(score.Exclusion);
        Assert.Empty(score.MissingSkills);
        Assert.Equal("Đúng nghề may công nghiệp", ReasonText.ForStaff(score.Parts[0].Reasons[0], Words, "chị").Vi);
    }

    [Fact]
    public void Of_an_empty_profile_everything_is_a_question_at_half()
    {
        var score = Score(new ProfileFacts(), Sewing with { Papers = ["id"], Licences = ["B"] });
        Assert.All(score.Parts, p => Assert.Equal(PartState.Unknown, p.State));
        Assert.All(score.Parts, p => Assert.InRange(p.Fill, 0.45, 0.6));
        Assert.Empty(score.MissingSkills);
        Assert.Null(score.Exclusion);
        Assert.All(score.Parts, p => Assert.NotEmpty(p.Reasons));
    }

    [Fact]
    public void An_opening_that_says_nothing_is_asked_and_not_guessed()
    {
        var score = Score(Seamstress, new OpeningFacts { Title = "Tuyển gấp" });
        Assert.Equal(PartState.Unknown, score.Parts[0].State);
        Assert.Equal(PartState.Unknown, score.Parts[2].State);
        Assert.Equal(PartState.Unknown, score.Parts[3].State);
        Assert.Contains(score.Parts[2].Reasons, r => r.Code == "place-not-stated");
    }

    [Fact]
    public void A_trade_comes_from_the_title_where_no_code_was_set() =>
        Assert.Equal(35, Score(Seamstress, Sewing with { TradeCode = null, Title = "CÔNG NHÂN MAY (bao ăn ở)" }).Parts[0].Points);

    [Fact]
    public void The_wish_limits_the_trade_and_the_trade_limits_the_wish()
    {
        var wantsPigs = Score(Seamstress with { WantedTrades = ["chan-nuoi-lon"] }, Sewing).Parts[0];
        Assert.Equal(14, wantsPigs.Points); // she could begin at once: it stays behind what she wants
        Assert.Contains(wantsPigs.Reasons, r => r.Code == "wants-other");

        var cannot = Score(Seamstress with { Trades = [new HeldTrade("nau-an", Evidence.Certificate, 60)] }, Sewing).Parts[0];
        Assert.Equal(0, cannot.Points);
        Assert.Equal(PartState.DoesNotFit, cannot.State);
    }

    [Fact]
    public void A_near_trade_counts_in_part_and_says_so()
    {
        var part = Score(Seamstress with { Trades = [new HeldTrade("may-do", Evidence.Certificate, 60)] }, Sewing).Parts[0];
        Assert.InRange(part.Points, 20, 30);
        Assert.Equal(PartState.Partly, part.State);
        Assert.Equal("Làm may đo, gần với may công nghiệp", ReasonText.ForStaff(part.Reasons[0], Words, "chị").Vi);
    }

    [Fact]
    public void Work_learnt_on_the_spot_is_open_to_everybody()
    {
        var score = Score(
            Seamstress with { WantedTrades = [] },
            Sewing with { TradeCode = "boc-xep", Title = "Bốc xếp", Skills = [], ExperienceMonths = null });
        Assert.Equal(19, score.Parts[0].Points);
        Assert.Equal("Việc ai cũng làm được, chưa dùng tới nghề may công nghiệp", ReasonText.ForStaff(score.Parts[0].Reasons[0], Words, "chị").Vi);
        Assert.True(Score(Seamstress with { Trades = [], WantedTrades = [] }, Sewing with { TradeCode = "boc-xep", Skills = [] }).Parts[0].Points >= 25, "nobody's trade is left unused");
        Assert.Contains(score.Parts[1].Reasons, r => r.Code == "skill-none-needed");
        Assert.NotEqual(PartState.DoesNotFit, score.Parts[1].State);
    }

    [Fact]
    public void Work_that_asks_nothing_comes_behind_the_own_trade_and_behind_what_is_wanted_and_taught()
    {
        var labour = Sewing with { TradeCode = "boc-xep", Title = "Bốc xếp", Skills = [], ExperienceMonths = null };
        Assert.True(Score(Seamstress, labour).Total < Score(Seamstress, Sewing).Total - 20);
        var shoes = Sewing with { TradeCode = "lap-rap-dien-tu", Title = "Lắp ráp điện tử", Skills = [], ExperienceMonths = null, TeachesOnTheJob = true };
        Assert.True(Score(Seamstress with { WantedTrades = ["lap-rap-dien-tu"] }, shoes).Total > Score(Seamstress with { WantedTrades = ["lap-rap-dien-tu"] }, labour).Total);
    }

    [Fact]
    public void Of_somebody_whom_nobody_asked_even_open_work_is_a_question()
    {
        var part = Score(new ProfileFacts { CommuneCode = "11407", ProvinceCode = "31" }, Sewing with { TradeCode = "boc-xep", Title = "Bốc xếp", Skills = [] }).Parts[0];
        Assert.Equal(PartState.Unknown, part.State);
        Assert.Contains(part.Reasons, r => r.Code == "trade-ask");
    }

    [Fact]
    public void Good_hours_do_not_make_up_for_poor_pay()
    {
        double Hours(long wish) => Score(Seamstress with { PayFrom = wish }, Sewing with { PayMin = 5_000_000, PayMax = 6_000_000 }).Parts[3].Points;
        Assert.Equal(15, Hours(5_000_000));
        Assert.InRange(Hours(8_000_000), 1, 6);
        Assert.True(Hours(8_000_000) < Hours(7_000_000) && Hours(7_000_000) < Hours(6_000_000));
    }

    [Fact]
    public void What_is_missing_names_the_course_that_teaches_it_and_how_long_it_takes()
    {
        var reasons = Score(Seamstress, Sewing with { Skills = ["may-1-kim", "lai-xe-nang"] }).Parts[1].Reasons;
        var course = Assert.Single(reasons, r => r.Code == "skill-course");
        Assert.Equal(("Học ở lớp lái xe nâng, lớp ngắn, khoảng 1 tháng", "Taught in a course: forklift driver, short course, about 1 month"), ReasonText.ForStaff(course, Words, "chị"));
        Assert.DoesNotContain(Score(Seamstress, Sewing with { Skills = ["lai-xe-nang"], TeachesOnTheJob = true }).Parts[1].Reasons, r => r.Code == "skill-course");
        Assert.DoesNotContain(Score(Seamstress, Sewing with { Skills = ["suc-khoe-tot"] }).Parts[1].Reasons, r => r.Code == "skill-course");
    }

    [Fact]
    public void Who_was_taught_without_a_paper_and_asks_to_learn_is_offered_the_course_that_gives_one()
    {
        var course = new OpeningFacts { Kind = OpeningKind.Training, Title = "Lớp sửa xe máy", TradeCode = "sua-xe-may", Teaches = ["sua-xe-may"] };
        var taught = Seamstress with { Trades = [new HeldTrade("sua-xe-may", Evidence.TaughtWithoutPaper, 18)], WantedTrades = ["sua-xe-may"] };
        Assert.Contains(Score(taught, course).Parts[0].Reasons, r => r.Code == "training-paper");
        Assert.True(Score(taught, course).Parts[0].Fill > 0.7);
        Assert.Contains(Score(taught with { WantedKinds = [] }, course).Parts[0].Reasons, r => r.Code == "training-held");
        Assert.Contains(Score(taught with { Trades = [new HeldTrade("sua-xe-may", Evidence.Certificate, 18)] }, course).Parts[0].Reasons, r => r.Code == "training-held");
    }

    [Fact]
    public void Missing_skills_are_named_and_unasked_ones_are_not_missing()
    {
        var opening = Sewing with { Skills = ["may-1-kim", "danh-bong", "lai-xe-nang"] };
        var score = Score(Seamstress, opening);
        Assert.Equal(["lai-xe-nang"], score.MissingSkills); // danh-bong goes with the trade: ask
        Assert.Contains(score.Parts[1].Reasons, r => r.Code == "skill-ask" && r.Arguments.Contains("danh-bong"));
        Assert.Empty(Score(Seamstress with { Skills = [] }, opening).MissingSkills);
    }

    [Theory]
    [InlineData(Evidence.None, Evidence.SelfTaught)]
    [InlineData(Evidence.SelfTaught, Evidence.TaughtWithoutPaper)]
    [InlineData(Evidence.TaughtWithoutPaper, Evidence.Certificate)]
    public void More_evidence_is_never_worth_less(Evidence less, Evidence more)
    {
        double Points(Evidence e) => Score(
            Seamstress with { Trades = [new HeldTrade("may-cong-nghiep", e, 36)], Skills = [new HeldSkill("may-1-kim", e), new HeldSkill("vat-so", e)] },
            Sewing).Parts[1].Points;
        Assert.True(Points(more) > Points(less));
    }

    [Theory]
    [InlineData(7_000_000, "pay-fits")]
    [InlineData(9_000_000, "pay-within")]
    [InlineData(12_000_000, "pay-below")]
    public void Pay_is_compared_with_the_wish(long wish, string reason) =>
        Assert.Contains(Score(Seamstress with { PayFrom = wish }, Sewing).Parts[3].Reasons, r => r.Code == reason);

    [Theory]
    [InlineData(Shifts.Day, "shift-fits")]
    [InlineData(Shifts.Day | Shifts.Night, "shift-some")]
    [InlineData(Shifts.Night, "shift-none")]
    [InlineData(Shifts.None, "shift-not-stated")]
    public void Hours_are_compared_with_what_the_person_can_do(Shifts asked, string reason) =>
        Assert.Contains(Score(Seamstress, Sewing with { Shifts = asked }).Parts[3].Reasons, r => r.Code == reason);

    [Theory]
    [InlineData("C", "B", 5)]
    [InlineData("B", "B2", 5)]
    [InlineData("A1", "B", 0)]
    [InlineData("B", "C1", 0)]
    public void A_larger_licence_covers_a_smaller_one(string held, string needed, int points) =>
        Assert.Equal(points, Score(Seamstress with { Licences = [held] }, Sewing with { Licences = [needed], Papers = [] }).Parts[4].Points);

    [Fact]
    public void Each_hard_limit_excludes_with_its_code()
    {
        Assert.Equal("closed-work", Score(Seamstress with { ClosedWork = ["guarding"] }, Sewing with { TradeCode = "bao-ve", Title = "Bảo vệ" }).Exclusion);
        Assert.Equal("closed-work", Score(Seamstress with { ClosedWork = ["guarding"] }, Sewing with { TradeCode = null, Title = "Nhân viên bảo vệ" }).Exclusion);
        Assert.Null(Score(Seamstress with { ClosedWork = ["guarding"] }, Sewing).Exclusion);
        Assert.Equal("kind-not-wanted", Score(Seamstress, Sewing with { Kind = OpeningKind.Seasonal }).Exclusion);
        Assert.Equal("limit:no-heavy-lifting", Score(Seamstress with { Limits = ["no-heavy-lifting"] }, Sewing with { Demands = ["no-heights", "no-heavy-lifting"] }).Exclusion);
        Assert.Null(Score(Seamstress with { Limits = ["no-dust"] }, Sewing with { Demands = ["no-heights"] }).Exclusion);
    }

    [Fact]
    public void A_course_fits_who_wants_the_trade_and_not_who_holds_it()
    {
        var course = Sewing with { Kind = OpeningKind.Training, TradeCode = "tho-han", Title = "Lớp hàn cơ bản", Teaches = ["tho-han", "han-que", "han-mig"], Skills = [], ExperienceMonths = null };
        var beginner = Seamstress with { WantedTrades = ["tho-han"] };
        var welder = beginner with { Trades = [new HeldTrade("tho-han", Evidence.Certificate, 60)], Skills = [new HeldSkill("han-que", Evidence.Certificate), new HeldSkill("han-mig", Evidence.Certificate)] };
        var selfTaught = beginner with { Trades = [new HeldTrade("tho-han", Evidence.SelfTaught, 60)] };
        Assert.Equal(35, Score(beginner, course).Parts[0].Points);
        Assert.True(Score(welder, course).Parts[0].Points < 5);
        Assert.True(Score(welder, course).Parts[1].Points < Score(beginner, course).Parts[1].Points);
        Assert.InRange(Score(selfTaught, course).Parts[0].Points, 25, 30);
        Assert.Equal(PartState.DoesNotFit, Score(Seamstress, course).Parts[0].State);
    }

    [Fact]
    public void Other_weights_are_kept_to()
    {
        var score = Scoring.Score(Seamstress, Sewing, Words, new MatchWeights(10, 20, 30, 40, 0));
        Assert.Equal(100, score.Total);
        Assert.Equal([10, 20, 30, 40, 0], score.Parts.Select(p => p.Of));
    }

    [Property(MaxTest = 300)]
    public Property For_any_pair_the_parts_add_up_and_every_reason_is_said_in_plain_words() => Prop.ForAll(
        Pairs.Arbitrary(),
        pair =>
        {
            var score = Scoring.Score(pair.Person, pair.Opening, Words, Weights);
            Assert.Equal(score.Total, score.Parts.Sum(p => p.Points));
            Assert.InRange(score.Total, 0, 100);
            Assert.Equal(5, score.Parts.Count);
            foreach (var part in score.Parts)
            {
                Assert.Equal(Math.Round(part.Points), part.Points);
                Assert.InRange(part.Points, 0, part.Of);
                Assert.NotEmpty(part.Reasons);
                foreach (var reason in part.Reasons)
                    ReasonTextTests.IsSaid(reason);
            }
        });
}
