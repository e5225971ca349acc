using WorkBridge.Referrals;

namespace WorkBridge.Tests.Referrals;

public sealed class ReferralsDueTests
{
    private static readonly TetCalendar Tet = TetCalendar.Read();

    [Theory]
    [InlineData(0, ReferralDue.Nothing)]
    [InlineData(2, ReferralDue.Nothing)]
    [InlineData(3, ReferralDue.FirstReminder)]
    [InlineData(6, ReferralDue.FirstReminder)]
    [InlineData(7, ReferralDue.SecondReminder)]
    [InlineData(14, ReferralDue.SecondReminder)]
    [InlineData(15, ReferralDue.Lapse)]
    [InlineData(400, ReferralDue.Lapse)]
    public void Days_without_an_answer_decide(int days, ReferralDue due) =>
        Assert.Equal(due, ReferralsDue.At(ReferralMovesTests.At(ReferralState.Sent), new DateTime(2026, 11, 23, 2, 0, 0, DateTimeKind.Utc).AddDays(days), Tet));

    [Fact]
    public void The_day_turns_at_midnight_in_Hanoi()
    {
        var referral = ReferralMovesTests.At(ReferralState.Sent);
        Assert.Equal(ReferralDue.Nothing, ReferralsDue.At(referral, new DateTime(2026, 11, 25, 16, 59, 0, DateTimeKind.Utc), Tet));
        Assert.Equal(ReferralDue.FirstReminder, ReferralsDue.At(referral, new DateTime(2026, 11, 25, 17, 0, 0, DateTimeKind.Utc), Tet));
    }

    [Theory]
    [InlineData(ReferralState.Sent, ReferralDue.Lapse)]
    [InlineData(ReferralState.Seen, ReferralDue.Lapse)]
    [InlineData(ReferralState.UnderReview, ReferralDue.Lapse)]
    [InlineData(ReferralState.Prepared, ReferralDue.Nothing)]
    [InlineData(ReferralState.InterviewSet, ReferralDue.Nothing)]
    [InlineData(ReferralState.Trial, ReferralDue.Nothing)]
    [InlineData(ReferralState.Accepted, ReferralDue.Nothing)]
    [InlineData(ReferralState.Declined, ReferralDue.Nothing)]
    [InlineData(ReferralState.Lapsed, ReferralDue.Nothing)]
    public void Only_what_waits_for_an_answer_lapses(ReferralState state, ReferralDue due) =>
        Assert.Equal(due, ReferralsDue.At(ReferralMovesTests.At(state), new DateTime(2026, 12, 20, 2, 0, 0, DateTimeKind.Utc), Tet));

    [Fact]
    public void An_employer_that_asked_the_centre_is_not_reminded() =>
        Assert.Equal(ReferralDue.Nothing, ReferralsDue.At(ReferralMovesTests.At(ReferralState.UnderReview), new DateTime(2026, 12, 1, 2, 0, 0, DateTimeKind.Utc), Tet));

    [Fact]
    public void An_extension_moves_the_lapse_and_leaves_the_reminders()
    {
        var referral = ReferralMovesTests.At(ReferralState.Sent);
        referral.Extend(new DateOnly(2026, 12, 20), new DateTime(2026, 11, 24, 2, 0, 0, DateTimeKind.Utc));
        Assert.Equal(ReferralDue.SecondReminder, ReferralsDue.At(referral, new DateTime(2026, 12, 20, 2, 0, 0, DateTimeKind.Utc), Tet));
        Assert.Equal(ReferralDue.Lapse, ReferralsDue.At(referral, new DateTime(2026, 12, 21, 2, 0, 0, DateTimeKind.Utc), Tet));
    }

    [Fact]
    public void The_clock_stands_still_over_Tet()
    {
        // Sent on 2 February 2027; 4 to 10 February are Tết.
        var sent = new DateTime(2027, 2, 2, 2, 0, 0, DateTimeKind.Utc);
        Assert.Equal(new DateOnly(2027, 2, 23), Tet.Add(new DateOnly(2027, 2, 2), Referral.DaysToAnswer));
        Assert.Equal(1, Tet.Elapsed(new DateOnly(2027, 2, 2), new DateOnly(2027, 2, 10)));
        Assert.Equal(3, Tet.Elapsed(new DateOnly(2027, 2, 2), new DateOnly(2027, 2, 12)));
        Assert.Equal(new DateOnly(2027, 2, 11), Tet.NotBefore(new DateOnly(2027, 2, 6)));
        Assert.True(Tet.StandsStill(Clock.DayOf(sent.AddDays(2))));
        Assert.False(Tet.StandsStill(new DateOnly(2027, 2, 11)));
    }

    [Theory]
    [InlineData(3, ReferralDue.Nothing)]
    [InlineData(9, ReferralDue.Nothing)]
    [InlineData(10, ReferralDue.FirstReminder)]
    [InlineData(14, ReferralDue.SecondReminder)]
    [InlineData(21, ReferralDue.SecondReminder)]
    [InlineData(22, ReferralDue.Lapse)]
    public void A_referral_sent_before_Tet_is_reminded_and_lapses_later(int days, ReferralDue due)
    {
        var sent = new DateTime(2027, 2, 2, 2, 0, 0, DateTimeKind.Utc);
        var referral = ReferralAt(sent);
        Assert.Equal(due, ReferralsDue.At(referral, sent.AddDays(days), Tet));
    }

    [Theory]
    [InlineData(2026, 2, 17)]
    [InlineData(2027, 2, 6)]
    [InlineData(2028, 1, 26)]
    [InlineData(2029, 2, 13)]
    [InlineData(2030, 2, 2)]
    public void The_first_days_are_the_new_moons_of_Vietnam(int year, int month, int day)
    {
        // New moon of Meeus' mean formula with the periodic terms of Hồ Ngọc Đức, on the clock of UTC+7: independent of the table.
        var newMoon = Enumerable.Range(1540, 100).Select(NewMoon).Select(d => DateOnly.FromDateTime(d)).Single(d => d.Year == year && (d.Month == 1 && d.Day >= 21 || d.Month == 2 && d.Day <= 20));
        Assert.Equal(new DateOnly(year, month, day), newMoon);
        Assert.True(Tet.StandsStill(newMoon));
        Assert.True(Tet.StandsStill(newMoon.AddDays(-1)));
        Assert.True(Tet.StandsStill(newMoon.AddDays(3)));
    }

    private static Referral ReferralAt(DateTime sent)
    {
        var referral = ReferralMovesTests.At(ReferralState.Prepared);
        var consent = WorkBridge.Consents.Consent.Answer(referral.ReturneeId, 1, WorkBridge.Consents.Purpose.Employer, referral.EmployerId, true, new(sent, 1, WorkBridge.Consents.ConsentWay.KioskCard, null, null, false, null), new DateOnly(2028, 1, 1));
        referral.Send(consent, Actor.Officer(Guid.CreateVersion7()), sent, Tet.Add(Clock.DayOf(sent), Referral.DaysToAnswer));
        return referral;
    }

    private static DateTime NewMoon(int k)
    {
        double t = k / 1236.85, r = Math.PI / 180;
        var jd = 2415020.75933 + 29.53058868 * k + 0.0001178 * t * t - 0.000000155 * t * t * t + 0.00033 * Math.Sin((166.56 + 132.87 * t - 0.009173 * t * t) * r);
        var m = 359.2242 + 29.10535608 * k - 0.0000333 * t * t - 0.00000347 * t * t * t;
        var mp = 306.0253 + 385.81691806 * k + 0.0107306 * t * t + 0.00001236 * t * t * t;
        var f = 21.2964 + 390.67050646 * k - 0.0016528 * t * t - 0.00000239 * t * t * t;
        var c = (0.1734 - 0.000393 * t) * Math.Sin(m * r) + 0.0021 * Math.Sin(2 * m * r) - 0.4068 * Math.Sin(mp * r) + 0.0161 * Math.Sin(2 * mp * r) - 0.0004 * Math.Sin(3 * mp * r)
            + 0.0104 * Math.Sin(2 * f * r) - 0.0051 * Math.Sin((m + mp) * r) - 0.0074 * Math.Sin((m - mp) * r) + 0.0004 * Math.Sin((2 * f + m) * r) - 0.0004 * Math.Sin((2 * f - m) * r)
            - 0.0006 * Math.Sin((2 * f + mp) * r) + 0.0010 * Math.Sin((2 * f - mp) * r) + 0.0005 * Math.Sin((2 * mp + m) * r);
        var deltaT = -0.000278 + 0.000265 * t + 0.000262 * t * t;
        return new DateTime(2000, 1, 1, 12, 0, 0, DateTimeKind.Utc).AddDays(jd + c - deltaT - 2451545.0).AddHours(7);
    }
}
