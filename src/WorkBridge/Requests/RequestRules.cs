using WorkBridge.Holidays;

namespace WorkBridge.Requests;

/// <summary>How long the law leaves for a request, dated: a request keeps the terms of the day it came.</summary>
public sealed class RequestRules
{
    public const string FileName = "requests.json";

    private readonly IReadOnlyList<RequestTerms> versions;

    public RequestRules(string source, IEnumerable<RequestTerms> versions)
    {
        Source = source;
        this.versions = [.. versions.OrderBy(v => v.From)];
        if (this.versions.Count == 0 || this.versions.Any(v => v.WorkingDaysToAnswer < 1 || v.ExtensionDays < 1
                || Enum.GetValues<RequestKind>().Any(kind => !v.Terms.TryGetValue(kind, out var term) || term.Days < 1 || term.DaysWithOthers < term.Days)))
            throw new InvalidOperationException("requests.json must give days for every kind of request, not fewer where others hold the data too.");
    }

    public string Source { get; }

    public static RequestRules Read(string? dataFolder = null)
    {
        var file = RuleFile.Read<RequestFile>(FileName, dataFolder);
        return new RequestRules(file.Source, file.Versions);
    }

    /// <summary>The terms in force on a day; before the first date, the first ones.</summary>
    public RequestTerms On(DateOnly day) => versions.LastOrDefault(v => v.From <= day) ?? versions[0];
}

/// <summary>Working days to answer in, days of the one extension, and days to do each kind in.</summary>
public sealed record RequestTerms(DateOnly From, int WorkingDaysToAnswer, int ExtensionDays, IReadOnlyDictionary<RequestKind, RequestTerm> Terms)
{
    /// <summary>The last days for an answer, and to have it done, of a request that comes on a day.</summary>
    public (DateOnly AnswerBy, DateOnly DoneBy) For(RequestKind kind, bool othersHold, DateOnly today, HolidayCalendar holidays) =>
        (holidays.AddWorkingDays(today, WorkingDaysToAnswer), holidays.WorkingDayFrom(today.AddDays(othersHold ? Terms[kind].DaysWithOthers : Terms[kind].Days)));
}

/// <summary>Days to do it in; more where an employer was sent something and must be told.</summary>
public sealed record RequestTerm(int Days, int DaysWithOthers, TermConfidence Confidence);

/// <summary>Whether a term was read in the source, or the shortest of the range it gives was taken.</summary>
public enum TermConfidence
{
    Verified,
    RangeOnly,
}

internal sealed record RequestFile(string Source, IReadOnlyList<RequestTerms> Versions);
