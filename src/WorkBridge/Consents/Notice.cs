namespace WorkBridge.Consents;

/// <summary>One line of a notice: an icon beside plain words.</summary>
public sealed record NoticeLine(string Icon, Words Words);

/// <summary>What a notice is filled in with.</summary>
public sealed record NoticeFacts(DateOnly Until, Words? Employer = null, Words? Trade = null);

/// <summary>
/// What a person is told before one question: who receives, what they see and do not see, why, until when, that refusing costs
/// nothing, and that the data are sensitive. A version is never changed once somebody has answered under it.
/// </summary>
public sealed record Notice
{
    public required Purpose Purpose { get; init; }

    public required int Version { get; init; }

    /// <summary>The question itself; the answer is yes or no.</summary>
    public required Words Question { get; init; }

    /// <summary>Why, and until when.</summary>
    public required Words Why { get; init; }

    public required Words SeesHead { get; init; }

    public required IReadOnlyList<NoticeLine> Sees { get; init; }

    public required Words HiddenHead { get; init; }

    public required IReadOnlyList<NoticeLine> Hidden { get; init; }

    public required Words Sensitive { get; init; }

    public required Words Calm { get; init; }

    /// <summary>What was agreed or refused, in few words, for lists and slips.</summary>
    public required Words Short { get; init; }

    /// <summary>Everything that is read, in order: for the voice, and for tests of the wording.</summary>
    public IEnumerable<Words> All =>
        [Question, Why, SeesHead, .. Sees.Select(l => l.Words), HiddenHead, .. Hidden.Select(l => l.Words), Sensitive, Calm];
}
