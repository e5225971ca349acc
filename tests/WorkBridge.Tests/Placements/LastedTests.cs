using WorkBridge.Placements;
using WorkBridge.Returnees;

namespace WorkBridge.Tests.Placements;

public sealed class LastedTests
{
    private static readonly DateOnly Start = new(2026, 1, 5);

    /// <summary>Outcomes as "day result", in order: S stable, U unstable, N no work, ? unknown.</summary>
    private static bool? Of(string said, EndReason? end) => Lasted.Of(
        new Begun(Start, end is not null, end),
        said.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(s => new Said(
            s[0] switch { 'S' => WorkState.Stable, 'U' => WorkState.Unstable, 'N' => WorkState.None, _ => WorkState.Unknown },
            Start.AddDays(int.Parse(s[1..], System.Globalization.CultureInfo.InvariantCulture)))),
        180);

    [Theory]
    [InlineData("")]
    [InlineData("?30 ?90")]
    [InlineData("U7 U30 U90")] // not stable yet is not failed
    [InlineData("U179")]
    [InlineData("U90 N120", EndReason.PlannedEnd)]
    [InlineData("U30 ?60", EndReason.BetterJob)]
    [InlineData("U30 N60", EndReason.Training)]
    [InlineData("N1", EndReason.NeverBegan)]
    public void Nobody_can_say_yet(string said, EndReason? end = null) => Assert.Null(Of(said, end));

    [Theory]
    [InlineData("U30 S90")]
    [InlineData("S90 ?180")]
    [InlineData("S90 N200", EndReason.EmployerCutOrClosed)] // it was stable, and ended later
    [InlineData("U30 S90 N200", EndReason.PlannedEnd)]
    [InlineData("U180 S365")]
    public void It_lasted(string said, EndReason? end = null) => Assert.True(Of(said, end));

    [Theory]
    [InlineData("U30 N45", EndReason.Conflict)]
    [InlineData("N10", EndReason.PayOrHours)]
    [InlineData("U30 U180")]
    [InlineData("S90 U200")]
    [InlineData("U30 ?60", EndReason.Unreachable)]
    [InlineData("U90", EndReason.EmployerCutOrClosed)]
    public void It_did_not_last(string said, EndReason? end = null) => Assert.False(Of(said, end));
}
