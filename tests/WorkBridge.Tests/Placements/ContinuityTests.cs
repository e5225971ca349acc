using WorkBridge.Placements;

namespace WorkBridge.Tests.Placements;

public sealed class ContinuityTests
{
    private static readonly DateOnly Check = new(2026, 11, 23);

    [Fact]
    public void One_job_seen_today_counts_from_its_start() =>
        Assert.Equal(new Continuity(100, 100), UpTo(Job(100, null, (0, true))));

    [Theory]
    [InlineData(30, 190)]
    [InlineData(31, 100)]
    public void A_gap_of_thirty_days_joins_and_of_thirty_one_does_not(int gap, int days) =>
        Assert.Equal(days, UpTo(Job(190, 100 + gap), Job(100, null, (0, true))).Certain);

    [Fact]
    public void Three_jobs_chain() =>
        Assert.Equal(new Continuity(300, 300), UpTo(Job(300, 220), Job(200, 110), Job(90, null, (0, true))));

    [Fact]
    public void Work_elsewhere_that_nobody_saw_begin_is_possible_and_not_certain() =>
        Assert.Equal(new Continuity(0, 120), UpTo(Job(120, null, (90, true), (0, false))));

    [Fact]
    public void Work_elsewhere_seen_soon_after_the_last_sight_is_certain() =>
        Assert.Equal(new Continuity(120, 120), UpTo(Job(120, null, (30, true), (0, false))));

    [Fact]
    public void The_same_employer_after_a_long_silence_is_certain() =>
        Assert.Equal(new Continuity(200, 200), UpTo(Job(200, null, (0, true))));

    [Fact]
    public void Work_that_begins_after_the_check_does_not_count() =>
        Assert.Equal(new Continuity(50, 50), UpTo(Job(50, null, (0, true)), Job(-10, null)));

    private static Continuity UpTo(params WorkHistory[] jobs) => Continuity.UpTo(Check, jobs, 30);

    /// <summary>A job that began and ended so many days before the check, and was seen so many days before it.</summary>
    private static WorkHistory Job(int began, int? ended, params (int DaysAgo, bool Same)[] seen) =>
        new(Check.AddDays(-began), ended is { } e ? Check.AddDays(-e) : null, [.. seen.Select(s => new WorkSight(Check.AddDays(-s.DaysAgo), s.Same))]);
}
