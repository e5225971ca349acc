using WorkBridge.Holidays;
using WorkBridge.Referrals;

namespace WorkBridge.Tests.Referrals;

public sealed class ReferralsDueTests
{
    private static readonly HolidayCalendar Holidays = HolidayCalendar.Read();

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
        Assert.Equal(due, ReferralsDue.At(ReferralMovesTests.At(ReferralState.Sent), new DateTime(2026, 11, 23, 2, 0, 0, DateTimeKind.Utc).AddDays(days), Holidays));

    [Fact]
    public void The_day_turns_at_midnight_in_Hanoi()
    {
        var referral = ReferralMovesTests.At(ReferralState.Sent);
        Assert.Equal(ReferralDue.Nothing, ReferralsDue.At(referral, new DateTime(2026, 11, 25, 16, 59, 0, DateTimeKind.Utc), Holidays));
        Assert.Equal(ReferralDue.FirstReminder, ReferralsDue.At(referral, new DateTime(2026, 11, 25, 17, 0, 0, DateTimeKind.Utc), Holidays));
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
        Assert.Equal(due, ReferralsDue.At(ReferralMovesTests.At(state), new DateTime(2026, 12, 20, 2, 0, 0, DateTimeKind.Utc), Holidays));

    [Fact]
    public void An_employer_that_asked_the_centre_is_not_reminded() =>
        Assert.Equal(ReferralDue.Nothing, ReferralsDue.At(ReferralMovesTests.At(ReferralState.UnderReview), new DateTime(2026, 12, 1, 2, 0, 0, DateTimeKind.Utc), Holidays));

    [Fact]
    public void An_extension_moves_the_lapse_and_leaves_the_reminders()
    {
        var referral = ReferralMovesTests.At(ReferralState.Sent);
        referral.Extend(new DateOnly(2026, 12, 20), new DateTime(2026, 11, 24, 2, 0, 0, DateTimeKind.Utc));
        Assert.Equal(ReferralDue.SecondReminder, ReferralsDue.At(referral, new DateTime(2026, 12, 20, 2, 0, 0, DateTimeKind.Utc), Holidays));
        Assert.Equal(ReferralDue.Lapse, ReferralsDue.At(referral, new DateTime(2026, 12, 21, 2, 0, 0, DateTimeKind.Utc), Holidays));
    }

    [Fact]
    public void The_clock_stands_still_over_Tet()
    {
        // Sent on 2 February 2027; 4 to 10 February are Tết.
        var sent = new DateTime(2027, 2, 2, 2, 0, 0, DateTimeKind.Utc);
        Assert.Equal(new DateOnly(2027, 2, 23), Holidays.AddOutsideTet(new DateOnly(2027, 2, 2), Referral.DaysToAnswer));
        Assert.Equal(1, Holidays.ElapsedOutsideTet(new DateOnly(2027, 2, 2), new DateOnly(2027, 2, 10)));
        Assert.Equal(3, Holidays.ElapsedOutsideTet(new DateOnly(2027, 2, 2), new DateOnly(2027, 2, 12)));
        Assert.Equal(new DateOnly(2027, 2, 11), Holidays.OutsideTetFrom(new DateOnly(2027, 2, 6)));
        Assert.True(Holidays.IsTet(Clock.DayOf(sent.AddDays(2))));
        Assert.False(Holidays.IsTet(new DateOnly(2027, 2, 11)));
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
        Assert.Equal(due, ReferralsDue.At(referral, sent.AddDays(days), Holidays));
    }

    private static Referral ReferralAt(DateTime sent)
    {
        var referral = ReferralMovesTests.At(ReferralState.Prepared);
        var consent = WorkBridge.Consents.Consent.Answer(referral.ReturneeId, 1, WorkBridge.Consents.Purpose.Employer, referral.EmployerId, true, new(sent, 1, WorkBridge.Consents.ConsentWay.KioskCard, null, null, false, null), new DateOnly(2028, 1, 1));
        referral.Send(consent, Actor.Officer(Guid.CreateVersion7()), sent, Holidays.AddOutsideTet(Clock.DayOf(sent), Referral.DaysToAnswer));
        return referral;
    }
}
