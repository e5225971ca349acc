using WorkBridge.Matching;

namespace WorkBridge.Openings;

/// <summary>How exactly the marks of a phrase must have been typed.</summary>
internal enum Marks
{
    /// <summary>A word without marks stands for the marked one: "ly lich" is "lý lịch".</summary>
    MayMiss,

    /// <summary>Only as written, because the bare form says something else too: "tien an" is also "tiền ăn".</summary>
    Needed,
}

/// <summary>
/// A phrase written as slots: <c>a|b</c> either, <c>a_b</c> two syllables, a final <c>?</c> may be missing, a final <c>*</c>
/// may come again and again. It never reaches over the end of a sentence, nor over more than sixty words.
/// </summary>
internal sealed class Phrase
{
    private readonly Slot[] slots;
    private readonly Marks marks;

    public Phrase(string slots, Marks marks = Marks.MayMiss)
    {
        this.slots = [.. slots.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Slot.Read)];
        this.marks = marks;
    }

    /// <summary>Slots that must not stand directly in front, within the same clause.</summary>
    public Phrase? NotAfter { get; init; }

    /// <summary>Slots that must not follow directly.</summary>
    public Phrase? NotBefore { get; init; }

    /// <summary>Every first syllable, without marks: a phrase is looked for only where one of them stands.</summary>
    public IEnumerable<string> Starters
    {
        get
        {
            foreach (var slot in slots)
            {
                foreach (var keys in slot.Alternatives)
                    yield return keys[0].Bare;
                if (!slot.Optional)
                    yield break;
            }
        }
    }

    /// <summary>The number of words the phrase takes from <paramref name="at"/>, the longest reading; 0 where it does not stand there.</summary>
    public int LengthAt(List<TextWord> words, int at)
    {
        var end = Longest(words, 0, at, at, Math.Min(words.Count, at + MostWords));
        if (end <= at || (NotBefore is { } after && after.StandsAt(words, end)) || (NotAfter is { } before && before.EndsAt(words, at)))
            return 0;
        return end - at;
    }

    /// <summary>Whether the phrase stands at a place and continues the sentence before it.</summary>
    public bool StandsAt(List<TextWord> words, int at) =>
        at < words.Count && words[at].Break != TextBreak.Sentence && LengthAt(words, at) > 0;

    /// <summary>Whether the phrase ends where another begins, with nothing but blanks between them.</summary>
    public bool EndsAt(List<TextWord> words, int end)
    {
        if (end >= words.Count || words[end].Break != TextBreak.Blank)
            return false;
        for (var at = end - 1; at >= 0 && end - at <= LongestLead; at--)
        {
            if (Longest(words, 0, at, at, end) == end)
                return true;
            if (words[at].Break != TextBreak.Blank)
                return false;
        }

        return false;
    }

    private const int LongestLead = 10;

    /// <summary>A bound to how deep a text without end can lead: each word of a phrase is a step down.</summary>
    private const int MostWords = 60;

    private int Longest(List<TextWord> words, int slot, int at, int first, int limit)
    {
        if (slot == slots.Length)
            return at;
        var best = -1;
        foreach (var alternative in slots[slot].Alternatives)
        {
            if (at + alternative.Length > limit || !Stands(words, alternative, at, first))
                continue;
            var next = at + alternative.Length;
            best = Math.Max(best, Longest(words, slots[slot].Repeats ? slot : slot + 1, next, first, limit));
        }

        return slots[slot].Optional ? Math.Max(best, Longest(words, slot + 1, at, first, limit)) : best;
    }

    private bool Stands(List<TextWord> words, Key[] keys, int at, int first)
    {
        for (var i = 0; i < keys.Length; i++)
        {
            var word = words[at + i];
            if (at + i > first && word.Break == TextBreak.Sentence)
                return false;
            if (word.Marked != keys[i].Marked && (marks == Marks.Needed || word.HasMarks || word.Bare != keys[i].Bare))
                return false;
        }

        return true;
    }

    private sealed record Key(string Marked, string Bare);

    private sealed record Slot(Key[][] Alternatives, bool Optional, bool Repeats)
    {
        public static Slot Read(string written)
        {
            var repeats = written.EndsWith('*');
            var optional = repeats || written.EndsWith('?');
            return new Slot([.. (optional ? written[..^1] : written).Split('|').Select(Keys)], optional, repeats);
        }

        private static Key[] Keys(string phrase) => [.. phrase.Split('_').Select(s => new Key(Vietnamese.Normalise(s), Vietnamese.Fold(s)))];
    }
}
