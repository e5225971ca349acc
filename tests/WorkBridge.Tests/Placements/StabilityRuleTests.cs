using WorkBridge.Placements;
using WorkBridge.Returnees;
using static WorkBridge.Placements.ConditionState;

namespace WorkBridge.Tests.Placements;

public sealed class StabilityRuleTests
{
    private static readonly StabilityTerms Terms = StabilityRules.Read().On(new DateOnly(2026, 11, 23));
    private static readonly MinimumPayRange KienAn = MinimumPay.Read().On(new DateOnly(2026, 11, 23), "11443")!;
    private static readonly MinimumPayRange Anywhere = MinimumPay.Read().On(new DateOnly(2026, 11, 23), null)!;

    private static readonly Evidence Good = new()
    {
        Working = Answer.Yes,
        Continuity = new Continuity(90, 90),
        Contract = ContractKind.Written,
        Insurance = Answer.No,
        DaysPerMonth = 26,
        PayPerMonth = 7_000_000,
    };

    [Fact]
    public void All_conditions_held_is_stable()
    {
        var judged = StabilityRule.Judge(Good, Terms, KienAn);
        Assert.Equal(WorkState.Stable, judged.Result);
        Assert.Equal(1, judged.RuleVersion);
        Assert.Equal(5, judged.Conditions.Count);
        Assert.All(judged.Conditions, c => Assert.Equal(Held, c.State));
    }

    [Fact]
    public void Not_working_is_no_work_and_not_known_is_unknown()
    {
        Assert.Equal(WorkState.None, StabilityRule.Judge(Good with { Working = Answer.No }, Terms, KienAn).Result);
        Assert.Equal(WorkState.Unknown, StabilityRule.Judge(Good with { Working = Answer.Unknown }, Terms, KienAn).Result);
    }

    [Theory]
    [InlineData(90, 90, Held, WorkState.Stable)]
    [InlineData(89, 89, Failed, WorkState.Unstable)]
    [InlineData(60, 120, Unknown, WorkState.Unknown)]
    [InlineData(0, 89, Failed, WorkState.Unstable)]
    public void Ninety_days_count(int certain, int possible, ConditionState state, WorkState result) =>
        Expect(Good with { Continuity = new Continuity(certain, possible) }, ConditionKind.LongEnough, state, result);

    [Theory]
    [InlineData(ContractKind.Written, Answer.No, 90, 90, Held, WorkState.Stable)]
    [InlineData(ContractKind.None, Answer.Yes, 90, 90, Held, WorkState.Stable)]
    [InlineData(ContractKind.Spoken, Answer.No, 180, 180, Held, WorkState.Stable)]
    [InlineData(ContractKind.Spoken, Answer.No, 179, 179, Failed, WorkState.Unstable)]
    [InlineData(ContractKind.None, Answer.No, 90, 200, Unknown, WorkState.Unknown)]
    [InlineData(ContractKind.Unknown, Answer.No, 90, 90, Unknown, WorkState.Unknown)]
    [InlineData(ContractKind.None, Answer.Unknown, 90, 90, Unknown, WorkState.Unknown)]
    [InlineData(ContractKind.Unknown, Answer.Unknown, 180, 180, Held, WorkState.Stable)]
    public void A_paper_or_180_days(ContractKind contract, Answer insurance, int certain, int possible, ConditionState state, WorkState result) =>
        Expect(Good with { Contract = contract, Insurance = insurance, Continuity = new Continuity(certain, possible) }, ConditionKind.PaperOrLonger, state, result);

    [Theory]
    [InlineData(20, null, Held, WorkState.Stable)]
    [InlineData(19, null, Failed, WorkState.Unstable)]
    [InlineData(null, 35, Held, WorkState.Stable)]
    [InlineData(null, 34, Failed, WorkState.Unstable)]
    [InlineData(10, 56, Held, WorkState.Stable)]
    [InlineData(19, 34, Failed, WorkState.Unstable)]
    [InlineData(null, null, Unknown, WorkState.Unknown)]
    public void Twenty_days_a_month_or_35_hours_a_week(int? days, int? hours, ConditionState state, WorkState result) =>
        Expect(Good with { DaysPerMonth = days, HoursPerWeek = hours }, ConditionKind.EnoughWork, state, result);

    [Theory]
    [InlineData(5_310_000L, PayBand.Unknown, Held, WorkState.Stable)]
    [InlineData(5_309_999L, PayBand.Unknown, Failed, WorkState.Unstable)]
    [InlineData(null, PayBand.AtLeastMinimum, Held, WorkState.Stable)]
    [InlineData(null, PayBand.UnderMinimum, Failed, WorkState.Unstable)]
    [InlineData(null, PayBand.Unknown, Unknown, WorkState.Unknown)]
    public void Pay_not_under_the_least_of_the_region(long? pay, PayBand band, ConditionState state, WorkState result) =>
        Expect(Good with { PayPerMonth = pay, PayBand = band }, ConditionKind.EnoughPay, state, result);

    [Theory]
    [InlineData(5_310_000L, Held)]
    [InlineData(4_000_000L, Unknown)]
    [InlineData(3_699_999L, Failed)]
    public void Where_the_region_is_not_known_only_the_extremes_decide(long pay, ConditionState state) =>
        Assert.Equal(state, StabilityRule.Judge(Good with { PayPerMonth = pay }, Terms, Anywhere).Conditions.Single(c => c.Kind == ConditionKind.EnoughPay).State);

    [Fact]
    public void One_failed_condition_outweighs_what_is_not_known() =>
        Assert.Equal(WorkState.Unstable, StabilityRule.Judge(Good with { DaysPerMonth = 10, PayPerMonth = null }, Terms, KienAn).Result);

    [Theory]
    [InlineData("2024-06-30", "06526", 3_250_000)]
    [InlineData("2025-12-31", "11443", 4_960_000)]
    [InlineData("2026-01-01", "11443", 5_310_000)]
    [InlineData("2026-01-01", "06526", 3_700_000)]
    public void The_least_pay_follows_the_day_and_the_place(string day, string commune, long pay)
    {
        var range = MinimumPay.Read().On(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), commune)!;
        Assert.True(range.IsExact);
        Assert.Equal(pay, range.Lowest);
    }

    [Fact]
    public void A_later_version_of_the_rule_counts_from_its_day()
    {
        var rules = new StabilityRules([new(1, new(2020, 1, 1), 90, 30, 180, 20, 35), new(2, new(2027, 1, 1), 120, 30, 180, 20, 35)]);
        Assert.Equal(1, rules.On(new(2026, 12, 31)).Version);
        Assert.Equal(2, rules.On(new(2027, 1, 1)).Version);
    }

    [Fact]
    public void An_operators_own_rule_file_counts_as_a_whole_and_a_damaged_one_stops_the_start()
    {
        var folder = Directory.CreateTempSubdirectory("workbridge-rules-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "rules"));
        var path = Path.Combine(folder, "rules", StabilityRules.FileName);
        File.WriteAllText(path, """{ "source": "HĐND", "versions": [ { "version": 7, "from": "2026-01-01", "days": 60, "longestGap": 15, "daysWithoutPaper": 120, "daysPerMonth": 18, "hoursPerWeek": 30 } ] }""");
        Assert.Equal(60, StabilityRules.Read(folder).On(new(2026, 11, 23)).Days);

        File.WriteAllText(path, """{ "source": "HĐND", "versions": [ { "version": 7, "day": 60 } ] }""");
        Assert.Contains(StabilityRules.FileName, Assert.Throws<InvalidOperationException>(() => StabilityRules.Read(folder)).Message, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    private static void Expect(Evidence evidence, ConditionKind kind, ConditionState state, WorkState result)
    {
        var judged = StabilityRule.Judge(evidence, Terms, KienAn);
        Assert.Equal(state, judged.Conditions.Single(c => c.Kind == kind).State);
        Assert.Equal(result, judged.Result);
    }
}
