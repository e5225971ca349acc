namespace WorkBridge.Matching;

/// <summary>
/// The spelling of one Vietnamese syllable: where its tone stands and whether it ends in i or y. Works on composed
/// lower-case letters in place and never changes their number.
/// </summary>
internal static class Syllable
{
    // Six tones of each of the twelve vowels: level, falling, rising, asking, tumbling, heavy.
    private static readonly string[] Tones =
    [
        "aàáảãạ", "ăằắẳẵặ", "âầấẩẫậ", "eèéẻẽẹ", "êềếểễệ", "iìíỉĩị",
        "oòóỏõọ", "ôồốổỗộ", "ơờớởỡợ", "uùúủũụ", "ưừứửữự", "yỳýỷỹỵ",
    ];

    private static readonly Dictionary<char, (char Base, int Tone)> Vowels = Tones
        .SelectMany(row => row.Select((letter, tone) => (letter, row[0], tone)))
        .ToDictionary(v => v.letter, v => (v.Item2, v.tone));

    private static readonly Dictionary<char, string> Rows = Tones.ToDictionary(row => row[0]);

    /// <summary>The longest Vietnamese syllable is "nghiêng"; anything longer is another language.</summary>
    private const int Longest = 7;

    public static bool IsMarkedVowel(char letter) =>
        Vowels.TryGetValue(letter, out var vowel) && (vowel.Tone > 0 || vowel.Base is 'ă' or 'â' or 'ê' or 'ô' or 'ơ' or 'ư');

    /// <summary>Moves the tone to the main vowel (hòa → hoà, qủa → quả) and writes a closing i as y where both are used (kĩ → kỹ).</summary>
    public static void Respell(Span<char> word)
    {
        if (word.Length is 0 or > Longest || !FindVowels(word, out var start, out var end))
            return;

        var tone = 0;
        for (var i = start; i < end; i++)
        {
            var vowel = Vowels[word[i]];
            if (vowel.Tone > 0 && tone > 0)
                return; // two tones: not a syllable
            tone = Math.Max(tone, vowel.Tone);
        }

        // In "qu" and "gi" before a vowel, u and i belong to the consonant.
        var nucleus = start;
        if (end - start > 1 && start == 1 && (word[0], Vowels[word[1]].Base) is ('q', 'u') or ('g', 'i'))
            nucleus++;

        if (tone > 0)
        {
            for (var i = start; i < end; i++)
                word[i] = Vowels[word[i]].Base;
            var main = Main(word[nucleus..end], closed: end < word.Length) + nucleus;
            word[main] = Rows[word[main]][tone];
        }
        if (end == word.Length && end - nucleus == 1 && Vowels[word[nucleus]].Base == 'i' && EndsInY(word[..nucleus]))
            word[nucleus] = Rows['y'][tone];
    }

    private static bool FindVowels(ReadOnlySpan<char> word, out int start, out int end)
    {
        start = 0;
        while (start < word.Length && !Vowels.ContainsKey(word[start]))
            start++;
        end = start;
        while (end < word.Length && Vowels.ContainsKey(word[end]))
            end++;
        if (end == start || end - start > 4)
            return false;
        for (var i = end; i < word.Length; i++)
        {
            if (Vowels.ContainsKey(word[i]))
                return false; // two groups of vowels: a foreign word
        }
        return true;
    }

    private static int Main(ReadOnlySpan<char> vowels, bool closed)
    {
        for (var i = vowels.Length - 1; i >= 0; i--)
        {
            if (vowels[i] is 'ă' or 'â' or 'ê' or 'ô' or 'ơ' || (vowels[i] == 'ư' && (i + 1 == vowels.Length || vowels[i + 1] != 'ơ')))
                return i;
        }
        if (vowels.Length == 1)
            return 0;
        if (closed)
            return vowels.Length - 1;
        if (vowels.Length > 2)
            return 1;
        return (vowels[0], vowels[1]) is ('o', 'a') or ('o', 'e') or ('u', 'y') ? 1 : 0;
    }

    private static bool EndsInY(ReadOnlySpan<char> onset) => onset switch
    {
        "h" or "k" or "l" or "m" or "s" or "t" or "qu" => true,
        _ => false,
    };
}
