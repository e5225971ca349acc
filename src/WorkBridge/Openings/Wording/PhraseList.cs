namespace WorkBridge.Openings;

/// <summary>Phrases that are looked for together, and those in front of which they are harmless.</summary>
internal sealed class PhraseList(IReadOnlyList<Phrase> phrases, IReadOnlyList<Phrase> harmlessAfter)
{
    private readonly ILookup<string, Phrase> byStart = phrases
        .SelectMany(p => p.Starters.Distinct().Select(bare => (bare, p)))
        .ToLookup(s => s.bare, s => s.p);

    public IReadOnlyList<FoundPhrase> Find(string? text)
    {
        var words = TextWord.In(text);
        var found = new List<FoundPhrase>();
        for (var at = 0; at < words.Count; at++)
        {
            var length = 0;
            foreach (var phrase in byStart[words[at].Bare])
                length = Math.Max(length, phrase.LengthAt(words, at));
            if (length == 0 || harmlessAfter.Any(h => h.EndsAt(words, at)))
                continue;
            Add(found, text!, words[at].Start, words[at + length - 1].End);
        }

        return found;
    }

    /// <summary>Phrases that overlap are one to the reader.</summary>
    private static void Add(List<FoundPhrase> found, string text, int start, int end)
    {
        if (found.Count > 0 && start <= found[^1].End)
        {
            var last = found[^1];
            found[^1] = Cut(text, last.Start, Math.Max(last.End, end));
        }
        else
            found.Add(Cut(text, start, end));
    }

    private static FoundPhrase Cut(string text, int start, int end) => new(start, end - start, text[start..end]);
}
