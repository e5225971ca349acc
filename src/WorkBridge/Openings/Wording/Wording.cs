namespace WorkBridge.Openings;

/// <summary>A phrase found in a text: where it stands in the text as given, so that the page can mark it.</summary>
public sealed record FoundPhrase(int Start, int Length, string Text)
{
    public int End => Start + Length;
}

/// <summary>
/// Pure checks of free text. Both read Vietnamese with marks, without, composed or decomposed, whatever the capitals and
/// blanks; both answer phrases in the order of the text, never overlapping; neither decides what a law allows.
/// </summary>
public static class Wording
{
    /// <summary>
    /// Phrases by which an employer asks for a clean record. An ordinary CV form ("sơ yếu lý lịch", also with the commune's
    /// stamp) is none; neither is the log of a machine, nor a sentence that says a record is not asked for.
    /// </summary>
    public static IReadOnlyList<FoundPhrase> DemandsOfRecord(string? text) => RecordPhrases.Find(text);

    /// <summary>Phrases in a note, a wish or an answer that tell somebody's past. The writer is asked to take them out.</summary>
    public static IReadOnlyList<FoundPhrase> TellsOfThePast(string? text) => PastPhrases.InNotes(text);

    /// <summary>
    /// The same for an advertisement, which speaks of work and of nobody: only words that name people by their past. A lawyer's
    /// advertisement may say "án hình sự", a hospital's may say "ma tuý".
    /// </summary>
    public static IReadOnlyList<FoundPhrase> AdvertisesThePast(string? text) => PastPhrases.InAdvertisements(text);
}
