using WorkBridge.Files;

namespace WorkBridge.Returnees;

/// <summary>What saving will do with a person of a survey.</summary>
public enum SurveyStanding
{
    New,

    /// <summary>Here already, and the survey says nothing newer.</summary>
    AlreadyHere,

    /// <summary>Here already; the survey is later and says something else, which is added.</summary>
    NewState,
}

/// <summary>One person of a survey as it was read.</summary>
public sealed record SurveyRow(int Number, PersonalDetails Details, bool Marked, WorkState State, ProfileContent? Profile, IReadOnlyList<RowError> Errors, IReadOnlyList<Words> Remarks)
{
    public byte[]? Key { get; init; }

    public SurveyStanding Standing { get; init; }

    public Guid? ReturneeId { get; init; }

    public bool IsGood => Errors.Count == 0;
}

/// <summary>A row that is nobody, and why it was left out.</summary>
public sealed record LeftOut(int Row, string Text, Words Why);

/// <summary>A value of a column, how often it stands there, and whether it probably means yes.</summary>
public sealed record CellValue(string Key, string Text, int Count, bool Suggested);

/// <summary>What an officer confirmed about a survey before it is read.</summary>
public sealed record SurveyChoices
{
    public string CommuneCode { get; init; } = "";

    public DateOnly? SurveyedOn { get; init; }

    public DateOnly? PlannedEnd { get; init; }

    /// <summary>The values that mean "still in the programme", by key; null until somebody confirmed them.</summary>
    public IReadOnlySet<string>? Marks { get; init; }

    /// <summary>What values mean that were not understood by themselves.</summary>
    public IReadOnlyDictionary<string, WorkState> States { get; init; } = new Dictionary<string, WorkState>(StringComparer.Ordinal);
}
