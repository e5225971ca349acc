using WorkBridge.Files;

namespace WorkBridge.Openings;

/// <summary>What saving will do with a row that has no error.</summary>
public enum RowStanding
{
    New,
    AlreadyHere,

    /// <summary>Here as a draft and written anew.</summary>
    Rewritten,

    /// <summary>Here, different, and no longer a draft: left as it is.</summary>
    ChangedButKept,
}

/// <summary>One row of a file of openings: what it says, whose it is, and what stands in its way.</summary>
public sealed record ImportRow(int Number, string Title, string UnitText, UnitFinding Finding, KnownUnit? Unit, OpeningContent Content, string Key, IReadOnlyList<RowError> Errors)
{
    public RowStanding Standing { get; init; }

    /// <summary>The opening that is here already.</summary>
    public Guid? OpeningId { get; init; }

    public bool IsGood => Errors.Count == 0;

    public bool WillBeSaved => IsGood && (Standing is RowStanding.New or RowStanding.Rewritten);

    /// <summary>Whether an opening says what this row says, in the columns a file can hold.</summary>
    public bool Says(OpeningContent other) =>
        Content.Kind == other.Kind && Content.Title == other.Title && Content.Description == other.Description && Content.Requirements == other.Requirements
        && Content.Places == other.Places && Content.PayMin == other.PayMin && Content.PayMax == other.PayMax && Content.PlaceText == other.PlaceText
        && Content.ExperienceMonths == other.ExperienceMonths && Content.HoursText == other.HoursText && Content.ClosesOn == other.ClosesOn;
}
