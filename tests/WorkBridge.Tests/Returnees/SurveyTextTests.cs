using System.Text;
using WorkBridge.Files;
using WorkBridge.Matching;
using WorkBridge.Returnees;

namespace WorkBridge.Tests.Returnees;

public sealed class SurveyTextTests
{
    [Theory]
    [InlineData("  LỘC HỮU HUY ", "Lộc Hữu Huy")]
    [InlineData("nguyễn thị bé", "Nguyễn Thị Bé")]
    [InlineData("Đặng  Ngọc\tNam", "Đặng Ngọc Nam")]
    [InlineData("H'Hen Niê", "H'Hen Niê")]
    public void Names_are_tidied_and_get_their_capitals_back(string typed, string name)
    {
        Assert.Equal(name, SurveyText.Name(typed));
        Assert.Equal(name, SurveyText.Name(typed.Normalize(NormalizationForm.FormD)));
        Assert.Equal(name, SurveyText.Name(name));
    }

    [Theory]
    [InlineData("ổn định", WorkState.Stable)]
    [InlineData("Có việc làm ổn định", WorkState.Stable)]
    [InlineData("Việc làm ổn định", WorkState.Stable)]
    [InlineData("không ổn định", WorkState.Unstable)]
    [InlineData("Việc làm không ổn định", WorkState.Unstable)]
    [InlineData("Có việc làm chưa ổn định", WorkState.Unstable)]
    [InlineData("KHÔNG ỔN ĐỊNH (thời vụ)", WorkState.Unstable)]
    [InlineData("Không có việc làm", WorkState.None)]
    [InlineData("Chưa có việc làm", WorkState.None)]
    [InlineData("không có", WorkState.None)]
    [InlineData("", WorkState.Unknown)]
    [InlineData("  ", WorkState.Unknown)]
    [InlineData("chưa rõ", WorkState.Unknown)]
    public void The_three_way_answer_is_read_in_every_form(string typed, WorkState state)
    {
        Assert.True(SurveyText.TryState(typed, out var read));
        Assert.Equal(state, read);
    }

    [Theory]
    [InlineData("có")]
    [InlineData("không")]
    [InlineData("đi làm")]
    [InlineData("x")]
    public void An_answer_that_may_mean_two_things_is_not_guessed(string typed) => Assert.False(SurveyText.TryState(typed, out _));

    [Theory]
    [InlineData("tự học", Evidence.SelfTaught, null)]
    [InlineData("học trong thời gian vắng mặt, không có giấy", Evidence.TaughtWithoutPaper, null)]
    [InlineData("chưa có giấy", Evidence.TaughtWithoutPaper, null)]
    [InlineData("sơ cấp nghề", Evidence.Certificate, "sơ cấp nghề")]
    [InlineData("chứng chỉ dưới 3 tháng", Evidence.Certificate, "chứng chỉ dưới 3 tháng")]
    [InlineData("bậc 2/7", Evidence.Certificate, "bậc 2/7")]
    [InlineData("", Evidence.None, null)]
    public void Evidence_is_read_and_where_somebody_learnt_is_not_kept(string typed, Evidence evidence, string? paper)
    {
        Assert.True(SurveyText.TryEvidence(typed, out var read, out var kept));
        Assert.Equal((evidence, paper), (read, kept));
    }

    [Theory]
    [InlineData(CellKind.Number, "1983", 1983)]
    [InlineData(CellKind.Text, "1983", 1983)]
    [InlineData(CellKind.Text, "05/02/1983", 1983)]
    [InlineData(CellKind.Date, "1983-02-05", 1983)]
    public void Only_the_year_of_birth_is_read(CellKind kind, string text, int year)
    {
        Assert.True(SurveyText.TryBirthYear(new Cell(kind, text), 2026, out var read));
        Assert.Equal(year, read);
    }

    [Theory]
    [InlineData("83")]
    [InlineData("2020")]
    [InlineData("1850")]
    [InlineData("khoảng 40 tuổi")]
    public void An_impossible_year_of_birth_is_refused(string text) => Assert.False(SurveyText.TryBirthYear(Cell.OfText(text), 2026, out _));

    [Theory]
    [InlineData("Tổ dân phố 9", "TDP 9")]
    [InlineData("Thôn Nà Mò", "thôn nà mò")]
    [InlineData("tổ 9", "Tổ dân phố số 9")]
    public void Two_spellings_of_one_village_are_one(string one, string other) => Assert.Equal(SurveyText.VillageKey(one), SurveyText.VillageKey(other));

    [Fact]
    public void Notes_become_limits_hours_and_a_licence()
    {
        Assert.Equal(["no-heavy-lifting"], SurveyText.WithNote(new(), "Sức khoẻ yếu, không bê vác nặng").Limits);
        Assert.Equal(Shifts.Day, SurveyText.WithNote(new(), "Con nhỏ, chỉ làm ca ngày").Shifts);
        Assert.Equal(["B"], SurveyText.WithNote(new(), "Có bằng lái B2 cũ, cần đổi").Licences);
    }

    [Fact]
    public void Wishes_become_kinds_of_openings_and_keep_their_words()
    {
        var learn = SurveyText.WithWish(new(), "học lái xe");
        Assert.Equal([OpeningKind.Training], learn.WantedKinds);
        Assert.NotEmpty(learn.WantedTrades);
        Assert.Equal("học lái xe", learn.Wish);
        Assert.True(SurveyText.WithWish(new(), "đi làm xa cũng được").WantsAway);
        var near = SurveyText.WithWish(new(), "việc làm gần nhà");
        Assert.Equal([OpeningKind.Job], near.WantedKinds);
        Assert.False(near.WantsAway);
        Assert.Empty(SurveyText.WithWish(new(), "vay vốn sửa xe").WantedKinds);
    }

    [Fact]
    public void A_paper_among_several_trades_is_asked_about_and_not_guessed()
    {
        var one = SurveySkills.Read("thợ hàn", "bậc 2/7", "");
        Assert.Equal(Evidence.Certificate, Assert.Single(one.Profile.Trades).Evidence);
        Assert.Null(one.Ask);

        var two = SurveySkills.Read("thợ hàn, nấu ăn", "bậc 2/7", "may công nghiệp");
        Assert.All(two.Profile.Trades, t => Assert.Equal(Evidence.None, t.Evidence));
        Assert.Equal(3, two.Profile.Trades.Count);
        Assert.Contains("bậc 2/7", two.Ask, StringComparison.Ordinal);

        Assert.All(SurveySkills.Read("thợ hàn, nấu ăn", "tự học", "").Profile.Trades, t => Assert.Equal(Evidence.SelfTaught, t.Evidence));
    }
}
