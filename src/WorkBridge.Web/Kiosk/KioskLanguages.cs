using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using WorkBridge.Data;
using WorkBridge.Kiosks;

namespace WorkBridge.Web.Kiosk;

/// <summary>A language that was added to the screens by a file.</summary>
/// <param name="Name">What it calls itself.</param>
/// <param name="Sentences">By key; what is missing is said in Vietnamese.</param>
public sealed record KioskLanguage(string Code, string Name, IReadOnlyDictionary<string, string> Sentences)
{
    /// <summary>How many of the sentences of the screens it has.</summary>
    public int Translated => KioskSentences.All.Count(s => Sentences.ContainsKey(s.Key));
}

/// <summary>
/// The files <c>kiosk-languages/CODE.json</c> under the data folder. They are looked at for every page of a screen, so that one that
/// was put there, changed or taken away counts at once; one that cannot be used is passed over and named, and stops nothing.
/// </summary>
public sealed partial class KioskLanguages(Storage storage, ILogger<KioskLanguages> log)
{
    public const string Folder = "kiosk-languages";
    private const int LongestFile = 1 << 20;
    private const int LongestName = 24;
    private const int LongestSentence = 1000;
    private const int Most = 12;

    private readonly Lock reading = new();
    private volatile Found found = new("", [], []);

    /// <summary>The languages that can be used now, by code.</summary>
    public IReadOnlyList<KioskLanguage> All => Look().Languages;

    /// <summary>What cannot be used and why, a line each, for the administrator.</summary>
    public IReadOnlyList<Words> Faults => Look().Faults;

    /// <summary>The tongue of a request; Vietnamese where there is no such language.</summary>
    public ScreenTongue Tongue(string? code) => code switch
    {
        null or "vi" => new ScreenTongue("vi"),
        "en" => new ScreenTongue("en"),
        _ => All.FirstOrDefault(l => l.Code == code) is { } further ? new ScreenTongue(further.Code, further.Sentences) : new ScreenTongue("vi"),
    };

    private Found Look()
    {
        try
        {
            var folder = new DirectoryInfo(Path.Combine(storage.Folder, Folder));
            var files = folder.Exists ? folder.GetFiles("*.json").OrderBy(f => f.Name, StringComparer.Ordinal).ToList() : [];
            var stamp = string.Join('|', files.Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Name}:{f.Length}:{f.LastWriteTimeUtc.Ticks}")));
            if (found.Stamp == stamp)
                return found;
            lock (reading)
            {
                if (found.Stamp != stamp)
                    found = Read(stamp, files);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (found.Faults.Count == 0)
            {
                log.LogWarning(e, "The folder of kiosk languages cannot be read; what was known stays.");
                found = found with { Faults = [new("Không đọc được thư mục kiosk-languages.", "The folder kiosk-languages cannot be read.")] };
            }
        }

        return found;
    }

    private Found Read(string stamp, IReadOnlyList<FileInfo> files)
    {
        var languages = new List<KioskLanguage>();
        var faults = new List<Words>();
        foreach (var file in files)
        {
            try
            {
                if (languages.Count == Most)
                    throw new FormatException($"there are {Most} languages already");
                languages.Add(ReadFile(file, faults));
            }
            catch (Exception e) when (e is FormatException or JsonException or IOException or UnauthorizedAccessException)
            {
                faults.Add(new($"{file.Name} được bỏ qua: {e.Message}", $"{file.Name} is passed over: {e.Message}"));
            }
        }

        foreach (var fault in faults)
            log.LogWarning("Kiosk languages: {Fault}", fault.En);
        return new Found(stamp, languages, faults);
    }

    private static KioskLanguage ReadFile(FileInfo file, List<Words> faults)
    {
        var code = Path.GetFileNameWithoutExtension(file.Name);
        if (!Code().IsMatch(code) || code is "vi" or "en")
            throw new FormatException("the name of the file must be the code of a further language, such as nut.json");
        if (file.Length > LongestFile)
            throw new FormatException("it is larger than 1 MB");
        using var read = JsonDocument.Parse(File.ReadAllBytes(file.FullName));
        if (read.RootElement.ValueKind != JsonValueKind.Object
            || !read.RootElement.TryGetProperty("name", out var name) || name.ValueKind != JsonValueKind.String || name.GetString()!.Trim() is not { Length: > 0 and <= LongestName } own
            || !read.RootElement.TryGetProperty("sentences", out var given) || given.ValueKind != JsonValueKind.Object)
            throw new FormatException($"it needs a \"name\" of at most {LongestName} characters and \"sentences\" by key");
        var known = KioskSentences.All.ToDictionary(s => s.Key, StringComparer.Ordinal);
        var sentences = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var sentence in given.EnumerateObject())
        {
            var said = sentence.Value.ValueKind switch
            {
                JsonValueKind.String => sentence.Value.GetString(),
                JsonValueKind.Object when sentence.Value.TryGetProperty("say", out var say) && say.ValueKind is JsonValueKind.String => say.GetString(),
                _ => null,
            };
            if (string.IsNullOrWhiteSpace(said))
                continue;
            if (said.Length > LongestSentence || (known.TryGetValue(sentence.Name, out var source) && !Holes(said).SetEquals(Holes(source.Vi))))
                faults.Add(new($"{file.Name}: câu {sentence.Name} được bỏ qua, phải có đúng các chỗ điền như câu gốc", $"{file.Name}: the sentence {sentence.Name} is passed over: it must have the holes of its source, each as {{0}}"));
            else
                sentences[sentence.Name] = said;
        }

        return new KioskLanguage(code, own, sentences.ToFrozenDictionary(StringComparer.Ordinal));
    }

    private static HashSet<string> Holes(string text) => [.. Hole().Matches(text).Select(m => m.Value)];

    [GeneratedRegex("^[a-z]{2,3}(-[a-z0-9]{2,8})*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();

    [GeneratedRegex("\\{[0-9]\\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hole();

    private sealed record Found(string Stamp, IReadOnlyList<KioskLanguage> Languages, IReadOnlyList<Words> Faults);
}
