namespace WorkBridge.Matching;

/// <summary>
/// How a trade is usually learnt here: beside a master, a farm course of some days, a course under three months without
/// a level, a vocational level, a school for a driving licence, or a degree.
/// </summary>
public enum LearningWay { OnTheJob, FarmCourse, ShortCourse, Elementary, Intermediate, College, DrivingSchool, Degree }

/// <summary>One usual way into a trade and about how many months it takes; at least 1.</summary>
public sealed record Learning(LearningWay Way, int Months)
{
    /// <summary>The words of the vocabulary file, in the order of the enumeration.</summary>
    private static readonly string[] Names = ["kèm việc", "tập huấn", "lớp ngắn", "sơ cấp", "trung cấp", "cao đẳng", "trường lái", "đại học"];

    private const int LongestMonths = 72;

    internal static string Known => string.Join(", ", Names);

    /// <summary>Reads "sơ cấp 3"; null when it is not that.</summary>
    internal static Learning? Read(string item)
    {
        var blank = item.LastIndexOf(' ');
        if (blank < 1 || !int.TryParse(item[(blank + 1)..], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var months) || months is < 1 or > LongestMonths)
            return null;
        var way = Array.IndexOf(Names, Vietnamese.Normalise(item[..blank]));
        return way < 0 ? null : new Learning((LearningWay)way, months);
    }
}
