namespace WorkBridge.Web;

/// <summary>What saving once more does for whoever was second.</summary>
public enum AfterSecond
{
    /// <summary>Theirs takes the place of what is kept.</summary>
    Replaces,

    /// <summary>Theirs is added beside what is kept.</summary>
    Adds,

    /// <summary>What they wanted to do may not be possible any more.</summary>
    Look,
}

/// <summary>
/// What somebody else saved while a form was being filled in, told beside it. Typed holds what was entered where the form that
/// held it is no longer shown; everywhere else it is still in the form.
/// </summary>
public sealed record Meanwhile(IReadOnlyList<(string Label, string Kept)> Kept, AfterSecond Next = AfterSecond.Replaces)
{
    public static readonly Meanwhile Nothing = new([]);

    public IReadOnlyList<(string Label, string Words)> Typed { get; init; } = [];
}
