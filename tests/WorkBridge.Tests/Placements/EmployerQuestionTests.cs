using System.Globalization;
using WorkBridge.Holidays;
using WorkBridge.Placements;

namespace WorkBridge.Tests.Placements;

/// <summary>Which step an employer is asked about, as a table.</summary>
public sealed class EmployerQuestionTests
{
    private static readonly HolidayCalendar Holidays = HolidayCalendar.Read();
    private static readonly DateOnly Start = new(2026, 11, 1);

    [Theory]
    [InlineData(6, 0, 0, null)]
    [InlineData(7, 0, 0, 7)]
    [InlineData(7, 0, 7, null)]
    [InlineData(7, 7, 0, null)]
    [InlineData(29, 0, 7, null)]
    [InlineData(30, 0, 7, 30)]
    [InlineData(30, 0, 0, 30)]
    [InlineData(200, 0, 0, 180)]
    [InlineData(200, 180, 0, null)]
    [InlineData(200, 365, 0, null)]
    [InlineData(386, 30, 90, 365)]
    [InlineData(387, 30, 90, null)]
    [InlineData(28, 0, 0, 7)]
    [InlineData(29, 0, 0, null)]
    [InlineData(900, 0, 0, null)]
    public void Only_the_step_that_fell_last_is_asked_and_only_once(int day, int answered, int asked, int? expected) =>
        Assert.Equal(expected, EmployerQuestion.StepAt(PlacementState.Running, Start, answered, asked, mayAsk: true, Noon(Start.AddDays(day)), Holidays));

    [Fact]
    public void Nothing_is_asked_of_work_that_ended_or_of_an_employer_nobody_may_ask()
    {
        Assert.Null(EmployerQuestion.StepAt(PlacementState.Ended, Start, 0, 0, mayAsk: true, Noon(Start.AddDays(30)), Holidays));
        Assert.Null(EmployerQuestion.StepAt(PlacementState.Running, Start, 0, 0, mayAsk: false, Noon(Start.AddDays(30)), Holidays));
    }

    [Theory]
    [InlineData("2027-02-03", 90)]
    [InlineData("2027-02-04", null)]
    [InlineData("2027-02-10", null)]
    [InlineData("2027-02-11", 90)]
    public void At_Tet_nobody_is_asked_and_afterwards_what_is_due_then(string day, int? expected) =>
        Assert.Equal(expected, EmployerQuestion.StepAt(PlacementState.Started, Start, 30, 30, mayAsk: true, Noon(DateOnly.Parse(day, CultureInfo.InvariantCulture)), Holidays));

    private static DateTime Noon(DateOnly day) => Clock.Utc(day, new TimeOnly(12, 0));
}
