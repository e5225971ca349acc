using WorkBridge.Holidays;

namespace WorkBridge.Tests.Holidays;

public sealed class HolidayCalendarTests
{
    private static readonly HolidayCalendar Calendar = HolidayCalendar.Read();

    public static TheoryData<int> Years => new(Enumerable.Range(2026, 5));

    [Theory]
    [MemberData(nameof(Years))]
    public void Tet_and_the_day_of_the_Hung_kings_follow_the_new_moons_of_Vietnam(int year)
    {
        // New moon of Meeus' mean formula with the periodic terms of Hồ Ngọc Đức, on the clock of UTC+7: independent of the table.
        // No leap month falls between the first and the third lunar month of these years.
        var k = Enumerable.Range(1540, 100).Single(k => Moon(k) is var d && d.Year == year && (d.Month == 1 && d.Day >= 21 || d.Month == 2 && d.Day <= 20));
        var first = Moon(k);
        var kings = Moon(k + 2).AddDays(9);

        Assert.Equal((HolidayKind.Tet, first), (Calendar.On(first)?.Kind, Calendar.On(first)?.Day));
        Assert.True(Calendar.IsTet(first.AddDays(-1)));
        Assert.True(Calendar.IsTet(first.AddDays(3)));
        Assert.Equal((HolidayKind.HungKings, kings), (Calendar.On(kings)?.Kind, Calendar.On(kings)?.Day));
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void Every_year_has_the_days_of_the_law_and_what_is_made_up_for(int year)
    {
        var days = Enumerable.Range(0, 366).Select(new DateOnly(year, 1, 1).AddDays).Where(d => d.Year == year && Calendar.IsHoliday(d)).ToList();
        Assert.Equal(Enum.GetValues<HolidayKind>(), days.Select(d => Calendar.On(d)!.Kind).Distinct().Order());
        foreach (var (kind, month, day) in new[] { (HolidayKind.NewYear, 1, 1), (HolidayKind.Reunification, 4, 30), (HolidayKind.Labour, 5, 1), (HolidayKind.National, 9, 2) })
            Assert.Equal(kind, Calendar.On(new DateOnly(year, month, day))?.Kind);

        // A holiday that falls on a weekend costs a working day all the same: one for each, five for Tết, and one more where the day beside 2 September was announced.
        var besideNational = days.Any(d => Calendar.On(d) is { Kind: HolidayKind.National, Confidence: HolidayConfidence.Announced }) ? 1 : 0;
        Assert.Equal(10 + besideNational, days.Count(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)));
        Assert.All(days, d => Assert.False(Calendar.IsWorkingDay(d)));
    }

    [Fact]
    public void Weekends_are_no_holidays_and_no_working_days_and_a_day_not_announced_is_a_working_day()
    {
        Assert.Equal((false, false), (Calendar.IsHoliday(new DateOnly(2026, 11, 28)), Calendar.IsWorkingDay(new DateOnly(2026, 11, 28))));
        Assert.Equal((false, true), (Calendar.IsHoliday(new DateOnly(2026, 11, 27)), Calendar.IsWorkingDay(new DateOnly(2026, 11, 27))));
        Assert.True(Calendar.IsWorkingDay(new DateOnly(2027, 9, 1)));
        Assert.Equal(new DateOnly(2027, 5, 4), Calendar.WorkingDayFrom(new DateOnly(2027, 4, 30)));
        Assert.Equal(new DateOnly(2027, 5, 4), Calendar.OutsideTetFrom(new DateOnly(2027, 5, 4)));
    }

    [Theory]
    [InlineData("""{ "kind": "Tet", "day": "2031-01-23", "from": "2031-01-24", "to": "2031-01-27", "confidence": "Announced" }""")]
    [InlineData("""{ "kind": "Tet", "day": "2031-01-23", "from": "2031-01-22", "to": "2031-01-22", "confidence": "Announced" }""")]
    [InlineData("""{ "kind": "Labour", "day": "2031-05-01", "from": "2031-05-01", "to": "2031-05-01", "confidence": "ByLaw" }, { "kind": "National", "day": "2031-05-01", "from": "2031-05-01", "to": "2031-05-01", "confidence": "ByLaw" }""")]
    [InlineData("""{ "kind": "Christmas", "day": "2031-12-25", "from": "2031-12-25", "to": "2031-12-25", "confidence": "ByLaw" }""")]
    public void A_file_that_cannot_be_meant_stops_the_start(string holidays)
    {
        using var folder = new OwnRules($$"""{ "source": "x", "holidays": [{{holidays}}] }""");

        Assert.Contains(HolidayCalendar.FileName, Assert.Throws<InvalidOperationException>(() => HolidayCalendar.Read(folder.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_operators_own_file_counts_instead()
    {
        using var folder = new OwnRules("""{ "source": "x", "holidays": [{ "kind": "National", "day": "2027-09-02", "from": "2027-09-02", "to": "2027-09-03", "confidence": "Announced" }] }""");
        var own = HolidayCalendar.Read(folder.Path);

        Assert.Equal((true, false), (own.IsHoliday(new DateOnly(2027, 9, 3)), own.IsTet(new DateOnly(2027, 2, 6))));
    }

    private static DateOnly Moon(int k) => DateOnly.FromDateTime(NewMoon(k));

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

    private sealed class OwnRules : IDisposable
    {
        public OwnRules(string text)
        {
            Directory.CreateDirectory(System.IO.Path.Combine(Path, "rules"));
            File.WriteAllText(System.IO.Path.Combine(Path, "rules", HolidayCalendar.FileName), text);
        }

        public string Path { get; } = Directory.CreateTempSubdirectory("workbridge-rules-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
