using WorkBridge.Referrals;

namespace WorkBridge.Requests;

/// <summary>
/// The days on which offices work: Monday to Friday, without Tết and the public holidays of a dated table. A holiday not yet
/// announced counts as a working day, so that a date worked out here is never too late.
/// </summary>
public sealed class WorkingDays(IEnumerable<DateOnly> holidays, TetCalendar tet)
{
    public const string FileName = "holidays.json";

    private readonly HashSet<DateOnly> holidays = [.. holidays];

    public static WorkingDays Read(TetCalendar tet, string? dataFolder = null) => new(RuleFile.Read<HolidayFile>(FileName, dataFolder).Days, tet);

    public bool IsWorking(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !holidays.Contains(day) && !tet.StandsStill(day);

    /// <summary>The last of so many working days after a day; the day itself is not counted (Civil Code 91/2015/QH13, Article 147).</summary>
    public DateOnly Add(DateOnly day, int workingDays)
    {
        while (workingDays > 0)
        {
            day = day.AddDays(1);
            if (IsWorking(day))
                workingDays--;
        }

        return day;
    }

    /// <summary>The day itself, or the first working day after it: a term that ends on a day off ends there (Civil Code, Article 148, clause 5).</summary>
    public DateOnly NotBefore(DateOnly day)
    {
        while (!IsWorking(day))
            day = day.AddDays(1);
        return day;
    }
}

internal sealed record HolidayFile(string Source, IReadOnlyList<DateOnly> Days);
