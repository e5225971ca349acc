using System.Text.Json;
using System.Text.RegularExpressions;
using WorkBridge.Data;
using WorkBridge.Kiosks;

namespace WorkBridge.Web.Kiosk;

/// <summary>
/// Recorded sentences: <c>audio/LANGUAGE/KEY.mp3</c> (or ogg, m4a, wav) under the data folder. A file is found by a language and a key
/// of plain letters, digits and hyphens, so that no address leads out of the folder.
/// </summary>
public sealed partial class Clips(Storage storage)
{
    private static readonly (string Ending, string Type)[] Kinds = [(".mp3", "audio/mpeg"), (".ogg", "audio/ogg"), (".m4a", "audio/mp4"), (".wav", "audio/wav")];

    /// <summary>The file of a sentence and what it is; null where nobody has recorded it.</summary>
    public (FileInfo File, string Type)? Find(string language, string key)
    {
        if (!Plain().IsMatch(language) || !Plain().IsMatch(key))
            return null;
        foreach (var (ending, type) in Kinds)
        {
            var file = new FileInfo(Path.Combine(storage.Folder, "audio", language, key + ending));
            if (file is { Exists: true, LinkTarget: null })
                return (file, type);
        }

        return null;
    }

    /// <summary>For a page: what it says that was recorded, and where the recording is. JSON; null where there is none.</summary>
    public string? Of(ScreenTongue tongue, string address)
    {
        var folder = new DirectoryInfo(Path.Combine(storage.Folder, "audio", tongue.Code));
        if (!folder.Exists)
            return null;
        var recorded = folder.EnumerateFiles().Select(f => Path.GetFileNameWithoutExtension(f.Name)).ToHashSet(StringComparer.Ordinal);
        var said = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, words) in tongue.Said)
        {
            if (words.Length > 0 && recorded.Contains(key) && Find(tongue.Code, key) is not null)
                said.TryAdd(words, $"{address}/{tongue.Code}/{key}");
        }

        return said.Count == 0 ? null : JsonSerializer.Serialize(said);
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Plain();
}
