using Microsoft.Playwright;
using WorkBridge.Browser.Tests.Support;
using WorkBridge.Kiosks;

namespace WorkBridge.Browser.Tests;

/// <summary>A screen whose line breaks, and a screen that cannot speak: calm words, nothing lost, and an officer within reach.</summary>
[Collection(InAnotherChromium.Name)]
public sealed class KioskLineTests(Chromium chromium, OneHost one) : IClassFixture<OneHost>
{
    [Fact]
    public async Task While_the_line_is_down_nothing_typed_is_lost_and_when_it_is_back_one_touch_goes_on()
    {
        var touch = await TouchScreen.StartAsync(one.Host, chromium);
        await using var screen = await touch.OpenAsync(1080, 1920);
        var page = screen.Page;
        var line = page.Locator("[data-wb-line]");
        await page.GotoAsync("/Kiosk/Card");
        await screen.FillAsync("Input_Code", touch.Card.Code);
        await page.Context.SetOfflineAsync(true);

        await page.Locator("main .wbk-go").ClickAsync();
        await line.WaitForAsync();
        Assert.Contains("Đường truyền đang đứt", await line.InnerTextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("Đã có đường truyền lại", await line.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains(touch.Card.Code[..4], await page.InputValueAsync("#Input_Code"), StringComparison.Ordinal);
        Assert.Empty(await KioskRules.FaultsAsync(page));
        await screen.AxeAsync();
        await page.Keyboard.PressAsync("Enter"); // "try again" has the focus
        await page.Locator("[data-wb-line][open]").WaitForAsync();
        await line.Locator("[data-wb-close]").ClickAsync();
        Assert.False(await line.IsVisibleAsync());
        await page.Locator(".wbk-foot__nav a").First.ClickAsync(); // a link is held back as well
        await line.WaitForAsync();
        Assert.EndsWith("/Kiosk/Card", page.Url, StringComparison.Ordinal);
        await line.Locator("[data-wb-close]").ClickAsync();
        await page.Locator("main .wbk-go").ClickAsync();
        await line.WaitForAsync();

        await page.Context.SetOfflineAsync(false);
        await line.GetByText("Đã có đường truyền lại").WaitForAsync();
        await screen.AxeAsync();
        await screen.LeaveAsync(() => line.Locator("[data-wb-line-again]").ClickAsync());
        await page.Locator("#Input_Pin").WaitForAsync();
        await screen.FillAsync("Input_Pin", touch.Card.Pin);
        await screen.LeaveAsync(() => page.Locator("main .wbk-go").ClickAsync());
        Assert.EndsWith("/Kiosk/Menu", page.Url, StringComparison.Ordinal);

        // Leaving does not wait for the line: the page is empty at once, and the visit is over as soon as the server can be told.
        await page.GotoAsync("/Kiosk/Profile");
        await page.Context.SetOfflineAsync(true);
        await page.Locator(".wbk-foot__nav > a").Last.ClickAsync();
        await line.WaitForAsync();
        Assert.Contains("Màn hình đã xoá", await line.InnerTextAsync(), StringComparison.Ordinal);
        await screen.AxeAsync();
        var left = await page.ContentAsync();
        Assert.All(touch.Traces, trace => Assert.DoesNotContain(trace, left, StringComparison.Ordinal));
        await page.Context.SetOfflineAsync(false);
        await page.WaitForURLAsync("**/Kiosk/Wiped");
        await page.GotoAsync("/Kiosk/Menu");
        Assert.EndsWith("/Kiosk/Wiped", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recording_is_played_first_then_the_voice_and_where_neither_can_an_officer_is_called()
    {
        var touch = await TouchScreen.StartAsync(one.Host, chromium);
        await using var screen = await touch.OpenAsync(1080, 1920, axe: false);
        var page = screen.Page;
        await page.AddInitScriptAsync("""
            window.said = [];
            const RealAudio = window.Audio;
            window.Audio = function (url) { window.said.push('clip ' + url.split('/').pop()); return new RealAudio(url); };
            """);
        await page.GotoAsync("/Kiosk/Start");
        var (listen, officer) = (page.Locator("[data-wb-listen]"), page.Locator("[data-wb-askread]"));
        Assert.False(await listen.IsVisibleAsync());
        Assert.Equal("Nhờ cán bộ đọc", (await officer.InnerTextAsync()).Trim());
        await screen.LeaveAsync(() => officer.ClickAsync());
        Assert.Contains("Đã gọi cán bộ", await screen.TextAsync(), StringComparison.Ordinal);

        // Every sentence of the page is recorded: it is read, from first to last.
        var folder = Directory.CreateDirectory(Path.Combine(one.Host.Folder, "data", "audio", "vi")).FullName;
        string[] sentences = ["Anh/chị muốn làm gì?", "Xem việc và lớp nghề", "Vào bằng thẻ", "Trả lời câu hỏi của trung tâm", "Rút lại bằng mã trên phiếu"];
        var keys = sentences.Select(SentenceKey.Of).ToList();
        foreach (var key in keys)
            await File.WriteAllBytesAsync(Path.Combine(folder, key + ".wav"), Silence());
        await page.GotoAsync("/Kiosk/Start");
        await listen.ClickAsync();
        await page.Locator("[data-wb-listen][data-on='']").WaitForAsync();
        Assert.Equal(keys.Select(k => "clip " + k), await page.EvaluateAsync<string[]>("window.said"));
        Assert.False(await page.Locator("[data-wb-mute]").IsVisibleAsync());

        // A recording that cannot be played: no voice on this device, so that an officer is offered in calm words.
        await File.WriteAllTextAsync(Path.Combine(folder, keys[2] + ".wav"), "no sound at all");
        await page.GotoAsync("/Kiosk/Start");
        await listen.ClickAsync();
        var mute = page.Locator("[data-wb-mute]");
        await mute.WaitForAsync();
        Assert.Empty(await KioskRules.FaultsAsync(page));
        await screen.LookAsync(null, axe: true);
        await screen.LeaveAsync(() => mute.Locator("[form=askread]").ClickAsync());
        Assert.Contains("Đã gọi cán bộ", await screen.TextAsync(), StringComparison.Ordinal);

        // With a voice for this language the same sentence is spoken instead, and the one that no file holds as well.
        File.Delete(Path.Combine(folder, keys[4] + ".wav"));
        await page.AddInitScriptAsync("""
            const voices = [{ localService: true, lang: 'vi-VN' }];
            Object.defineProperty(window, 'speechSynthesis', { value: { getVoices: () => voices, speak: (one) => { window.said.push(one.text); setTimeout(() => one.onend(), 5); }, cancel: () => {}, addEventListener: () => {} } });
            window.SpeechSynthesisUtterance = function (text) { this.text = text; };
            """);
        await page.GotoAsync("/Kiosk/Start");
        await listen.ClickAsync();
        await page.Locator("[data-wb-listen][data-on='']").WaitForAsync();
        Assert.Equal(["clip " + keys[0], "clip " + keys[1], "clip " + keys[2], sentences[2], "clip " + keys[3], sentences[4]], await page.EvaluateAsync<string[]>("window.said"));
        Assert.False(await mute.IsVisibleAsync());
        foreach (var key in keys)
            File.Delete(Path.Combine(folder, key + ".wav"));
    }

    /// <summary>A twentieth of a second of nothing, as a wave file.</summary>
    private static byte[] Silence()
    {
        using var file = new MemoryStream();
        using var write = new BinaryWriter(file);
        write.Write("RIFF"u8);
        write.Write(36 + 800);
        write.Write("WAVEfmt "u8);
        write.Write(16);
        write.Write((short)1);
        write.Write((short)1);
        write.Write(8000);
        write.Write(16000);
        write.Write((short)2);
        write.Write((short)16);
        write.Write("data"u8);
        write.Write(800);
        write.Write(new byte[800]);
        return file.ToArray();
    }
}
