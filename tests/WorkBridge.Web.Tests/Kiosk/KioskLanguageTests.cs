using System.Text.Json.Nodes;
using WorkBridge.Kiosks;
using WorkBridge.Web.Kiosk;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Kiosk;

/// <summary>Further languages come as files, reach every word of the screens, and leave with the visit.</summary>
public sealed class KioskLanguageTests(SpeakingScreens speaking) : IClassFixture<SpeakingScreens>
{
    [Fact]
    public void No_sentence_of_any_page_escapes_a_language_that_was_dropped_in_while_the_service_runs()
    {
        Assert.Empty(speaking.NotWalked());
        var escaped = speaking.Pages.SelectMany(p => speaking.Escaped(p.Value).Distinct().Select(words => $"{p.Key}: {words}"));
        Assert.Empty(escaped);
        Assert.All(speaking.Pages.Where(p => p.Key is not ("/Kiosk/Fault" or "/Kiosk/Wiped")), p => Assert.Equal(SpeakingScreens.Code, p.Value.DocumentElement.GetAttribute("lang")));
    }

    [Fact]
    public void Nothing_on_any_page_waits_for_a_script()
    {
        var waiting = speaking.Pages.SelectMany(p => p.Value.QuerySelectorAll("button, a, input").Where(e => e.Closest("dialog, [hidden]") is null)
            .Where(e => e.NodeName switch
            {
                "BUTTON" => e.GetAttribute("type") is "button" || (e.Closest("form") is null && p.Value.GetElementById(e.GetAttribute("form") ?? "-")?.NodeName != "FORM"),
                "A" => !e.HasAttribute("href") && e.GetAttribute("aria-disabled") != "true",
                _ => e.GetAttribute("type") != "hidden" && e.Closest("form") is null,
            })
            .Select(e => $"{p.Key}: {e.OuterHtml}"));
        Assert.Empty(waiting);
    }

    [Fact]
    public async Task The_choice_is_gone_after_leaving_and_never_reaches_the_desk()
    {
        Assert.DoesNotContain("⟦", speaking.AtTheDesk, StringComparison.Ordinal);
        using var screen = await speaking.Screens.ScreenAsync("Tầng 2");
        foreach (var end in new[] { "/Kiosk/Leave", "/Kiosk/Wiped", "/Kiosk/Fault" })
        {
            await screen.GoAsync($"/Kiosk/Language?to={SpeakingScreens.Code}&back=/Kiosk/Start");
            Assert.Equal("/Kiosk/Start", screen.At);
            Assert.Contains("⟦", screen.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(screen.Cookies.GetCookies(new Uri("http://localhost/Kiosks")), c => c.Value == SpeakingScreens.Code);
            await screen.GoAsync("/Kiosk");
            Assert.Equal("60; url=/Kiosk/Wiped", string.Join("", screen.Answer.Headers.GetValues("Refresh")));
            await screen.GoAsync(end);
            await screen.GoAsync("/Kiosk/Start");
            Assert.Equal("vi", screen.Page.DocumentElement.GetAttribute("lang"));
            Assert.DoesNotContain("⟦Anh", screen.Text, StringComparison.Ordinal);
        }

        await screen.GoAsync("/Kiosk/Language?to=en&back=//evil.example/Kiosk/");
        Assert.Equal("/Kiosk", screen.At);
        await screen.GoAsync("/Kiosk/Language?to=../../en&back=/Kiosk/Start");
        Assert.Equal("en", screen.Page.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task What_a_file_lacks_is_said_in_Vietnamese_and_a_broken_one_is_named_and_stops_nothing()
    {
        await using var screens = await Screens.StartAsync();
        var folder = Directory.CreateDirectory(Path.Combine(screens.Host.Folder, "data", KioskLanguages.Folder)).FullName;
        using var admin = await screens.Host.Given.SignedIn(await screens.Host.Given.Administrator());
        using var screen = await screens.ScreenAsync();
        await File.WriteAllTextAsync(Path.Combine(folder, "mnw.json"), $$$"""
            {"name": "ဘာသာမန်", "sentences": {
              "{{{SentenceKey.Of("Anh/chị muốn làm gì?")}}}": "မန် <b>?</b>",
              "{{{SentenceKey.Of("từ {0}")}}}": {"vi": "từ {0}", "say": "{0} {9}"},
              "{{{SentenceKey.Of("Vào bằng thẻ")}}}": {"say": "  "}, "no-such-000000": "x"}}
            """);
        await screen.GoAsync("/Kiosk/Language?to=mnw&back=/Kiosk/Start");
        Assert.Equal("မန် <b>?</b>", screen.Page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Vào bằng thẻ", screen.Text, StringComparison.Ordinal);

        foreach (var (name, text) in new[] { ("nut.json", "{\"name\": \"Nùng\", \"sentences\": {"), ("khb.json", "[]"), ("Not A Code.json", "{}"), ("vi.json", "{\"name\":\"x\",\"sentences\":{}}"), ("hmv.json", "{\"name\":\"\",\"sentences\":{}}"), ("tyz.json", "{\"name\":\"Tày\",\"sentences\":7}") })
            await File.WriteAllTextAsync(Path.Combine(folder, name), text);
        foreach (var path in new[] { "/Kiosk", "/Kiosk/Start", "/Kiosk/Language", "/Kiosk/Language?to=nut&back=/Kiosk/Start", "/Kiosk/Openings" })
        {
            await screen.GoAsync(path);
            Assert.Equal(System.Net.HttpStatusCode.OK, screen.Status);
            Assert.DoesNotContain("Fault", screen.At, StringComparison.Ordinal);
            Assert.Equal("mnw", screen.Page.DocumentElement.GetAttribute("lang"));
        }

        await admin.GoAsync("/Admin/Health");
        var faults = admin.Page.QuerySelectorAll("[data-wb-faults] li").Select(l => l.TextContent.Trim()).ToList();
        Assert.All(new[] { "nut.json", "khb.json", "Not A Code.json", "vi.json", "hmv.json", "tyz.json", "mnw.json: câu tu-0-" }, name => Assert.Contains(faults, f => f.StartsWith(name, StringComparison.Ordinal)));
        Assert.Equal(7, faults.Count);
        Assert.Contains("1 trên ", admin.Text, StringComparison.Ordinal);
        lock (screens.Host.Log)
            Assert.Contains(screens.Host.Log, line => line.Contains("nut.json is passed over", StringComparison.Ordinal));

        File.Delete(Path.Combine(folder, "mnw.json"));
        await screen.GoAsync("/Kiosk/Start");
        Assert.Equal("Anh/chị muốn làm gì?", screen.Page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public void The_export_carries_earlier_work_over_and_a_reworded_sentence_is_a_new_one()
    {
        var folder = Directory.CreateTempSubdirectory("workbridge-words-").FullName;
        var (first, second) = (Path.Combine(folder, "first.json"), Path.Combine(folder, "second.json"));
        using var said = new StringWriter();
        Assert.Equal(Cli.Done, Run(said, "kiosk-words", "--to", first));
        Assert.Equal(Cli.Refused, Run(said, "kiosk-words", "--to", first));
        var file = JsonNode.Parse(File.ReadAllText(first))!;
        var key = SentenceKey.Of("Giữ hồ sơ tay nghề của anh/chị để tìm việc hợp?");
        Assert.Equal("Keep your skill profile to find work that fits?", (string?)file["sentences"]![key]!["en"]);
        Assert.StartsWith("giu-ho-so-tay-nghe-cua-anh-chi-de-tim-vi-", key, StringComparison.Ordinal);
        Assert.NotEqual(key, SentenceKey.Of("Giữ hồ sơ tay nghề của anh/chị để tìm việc hợp và lương cao?"));
        file["name"] = "Nùng";
        file["sentences"]![key]!["say"] = "…";
        file["sentences"]!["gone-123456"] = "…";
        File.WriteAllText(first, file.ToJsonString());
        Assert.Equal(Cli.Done, Run(said, "kiosk-words", "--from", first, "--to", second));
        var again = JsonNode.Parse(File.ReadAllText(second))!;
        Assert.Equal(("Nùng", "…"), ((string?)again["name"], (string?)again["sentences"]![key]!["say"]));
        Assert.Contains("1 translated already", said.ToString(), StringComparison.Ordinal);
        Assert.Contains("left out: gone-123456", said.ToString(), StringComparison.Ordinal);
        File.WriteAllText(first, "{");
        Assert.Equal(Cli.Refused, Run(said, "kiosk-words", "--from", first, "--to", second + "3"));
        Directory.Delete(folder, recursive: true);
    }

    private static int? Run(TextWriter said, params string[] line) => Cli.TryRun(line, _ => null, said, TextWriter.Null);
}
