using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using WorkBridge.Kiosks;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Kiosk;

/// <summary>Recorded sentences: offered where a page says them, served to enrolled screens, and nothing else is.</summary>
public sealed class KioskAudioTests
{
    private static readonly string Key = SentenceKey.Of("Anh/chị muốn làm gì?");

    [Fact]
    public async Task A_recording_is_offered_by_the_page_that_says_it_and_kept_until_it_changes()
    {
        await using var screens = await Screens.StartAsync();
        using var screen = await screens.ScreenAsync();
        await screen.GoAsync("/Kiosk/Start");
        Assert.Equal("", screen.Page.Body!.GetAttribute("data-wb-clips"));
        var folder = Directory.CreateDirectory(Path.Combine(screens.Host.Folder, "data", "audio", "vi")).FullName;
        await File.WriteAllBytesAsync(Path.Combine(folder, Key + ".ogg"), [1, 2, 3, 4]);
        await screen.GoAsync("/Kiosk/Start");
        var address = JsonSerializer.Deserialize<Dictionary<string, string>>(screen.Page.Body!.GetAttribute("data-wb-clips")!)!["Anh/chị muốn làm gì?"];
        await screen.GoAsync("/Kiosk/Card");
        Assert.Equal("", screen.Page.Body!.GetAttribute("data-wb-clips"));

        foreach (var (ending, type) in new[] { ("ogg", "audio/ogg"), ("wav", "audio/wav"), ("m4a", "audio/mp4"), ("mp3", "audio/mpeg") })
        {
            foreach (var file in Directory.GetFiles(folder))
                File.Move(file, Path.Combine(folder, $"{Key}.{ending}"));
            using var got = await screen.OnceAsync(new(HttpMethod.Get, address));
            Assert.Equal(HttpStatusCode.OK, got.StatusCode);
            Assert.Equal(type, got.Content.Headers.ContentType!.MediaType);
            Assert.Equal([1, 2, 3, 4], await got.Content.ReadAsByteArrayAsync());
            Assert.Equal("no-cache, private", string.Join(", ", got.Headers.CacheControl!.ToString().Split(", ").Order(StringComparer.Ordinal)));
            Assert.False(got.Headers.Contains("Refresh"));
            var again = new HttpRequestMessage(HttpMethod.Get, address);
            again.Headers.IfNoneMatch.Add(got.Headers.ETag!);
            using var same = await screen.OnceAsync(again);
            Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        }

        var part = new HttpRequestMessage(HttpMethod.Get, address);
        part.Headers.Range = new RangeHeaderValue(1, 2);
        using var middle = await screen.OnceAsync(part);
        Assert.Equal([2, 3], await middle.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task No_address_leads_out_of_the_folder_and_none_is_served_to_a_stranger()
    {
        await using var screens = await Screens.StartAsync();
        using var screen = await screens.SignedInAsync();
        var data = Path.Combine(screens.Host.Folder, "data");
        var folder = Directory.CreateDirectory(Path.Combine(data, "audio", "vi")).FullName;
        foreach (var path in new[] { Path.Combine(folder, Key + ".mp3"), Path.Combine(data, "secret.mp3"), Path.Combine(data, "audio", "secret.mp3"), Path.Combine(folder, ".mp3"), Path.Combine(folder, "Loud.mp3") })
            await File.WriteAllTextAsync(path, "secret");
        File.CreateSymbolicLink(Path.Combine(folder, "link.mp3"), Path.Combine(data, "secret.mp3"));
        foreach (var address in new[] { "vi/..%2Fsecret", "vi/..%2F..%2Fsecret", "..%2F/secret", "..%2Fvi/secret", "%2e%2e/secret", "vi/%2e%2e%2fsecret", "vi%2F../secret", "vi/..%5Csecret", "vi/Loud", "vi/link", $"vi/{Key}.mp3", "vi/" + Uri.EscapeDataString(Path.Combine(data, "secret")), "nut/" + Key, "vi/.", "vi/%20" })
        {
            using var got = await screen.OnceAsync(new(HttpMethod.Get, "/Kiosk/Audio/" + address));
            Assert.NotEqual(HttpStatusCode.OK, got.StatusCode);
            Assert.DoesNotContain("secret", await got.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.True(got.Headers.CacheControl!.NoStore, address);
        }

        using (var missing = await screen.OnceAsync(new(HttpMethod.Get, "/Kiosk/Audio/vi/nothing")))
            Assert.Equal(HttpStatusCode.NoContent, missing.StatusCode);
        await screen.GoAsync("/Kiosk/Menu");
        Assert.Equal("/Kiosk/Menu", screen.At);
        using var stranger = screens.Host.Browser();
        using var refused = await stranger.OnceAsync(new(HttpMethod.Get, "/Kiosk/Audio/vi/" + Key));
        Assert.Equal(HttpStatusCode.Redirect, refused.StatusCode);
        Assert.True(refused.Headers.CacheControl!.NoStore);
    }
}
