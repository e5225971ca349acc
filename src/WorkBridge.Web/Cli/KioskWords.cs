using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using WorkBridge.Data;
using WorkBridge.Web.Kiosk;
using WorkBridge.Web.Start;

namespace WorkBridge.Web;

/// <summary>Writes the sentences of the screens for a translator: a file that is a kiosk language as soon as "name" and "say" are filled in.</summary>
internal static class KioskWords
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static int Write(CliArguments given, TextWriter said)
    {
        var target = given.Path("--to");
        var (name, before) = given.Has("--from") ? Earlier(given.Path("--from")) : ("", []);
        var sentences = new JsonObject();
        foreach (var sentence in KioskSentences.All)
            sentences[sentence.Key] = new JsonObject { ["vi"] = sentence.Vi, ["en"] = sentence.En, ["say"] = before.GetValueOrDefault(sentence.Key, "") };
        using (var file = new FileStream(target, FileMode.CreateNew, FileAccess.Write))
        {
            JsonSerializer.Serialize(file, new JsonObject { ["name"] = name, ["sentences"] = sentences }, Readable);
        }

        var kept = KioskSentences.All.Count(s => before.ContainsKey(s.Key));
        said.WriteLine($"{KioskSentences.All.Count} sentences written to {target}; {kept} translated already.");
        foreach (var gone in before.Keys.Except(KioskSentences.All.Select(s => s.Key), StringComparer.Ordinal))
            said.WriteLine($"No longer said by any screen, left out: {gone}");
        return Cli.Done;
    }

    private static (string Name, Dictionary<string, string> Sentences) Earlier(string path)
    {
        try
        {
            using var read = JsonDocument.Parse(File.ReadAllText(path));
            var said = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var sentence in read.RootElement.GetProperty("sentences").EnumerateObject())
            {
                var words = sentence.Value.ValueKind == JsonValueKind.String ? sentence.Value.GetString() : sentence.Value.GetProperty("say").GetString();
                if (!string.IsNullOrWhiteSpace(words))
                    said[sentence.Name] = words;
            }

            return (read.RootElement.GetProperty("name").GetString() ?? "", said);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new BackupRefused($"{path} is no file of a kiosk language: {e.Message}");
        }
    }
}
