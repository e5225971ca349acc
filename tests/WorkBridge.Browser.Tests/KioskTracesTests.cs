using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using WorkBridge.Browser.Tests.Support;

namespace WorkBridge.Browser.Tests;

/// <summary>Whoever comes next finds nothing: not by Back, not in the page, not in the browser's storage. Chromium's back-forward cache is on.</summary>
[Collection(InAnotherChromium.Name)]
public sealed class KioskTracesTests(Chromium chromium, OneHost one) : IClassFixture<OneHost>
{
    [Fact]
    public async Task A_page_without_protection_does_come_back_with_what_was_typed()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        await using var bare = builder.Build();
        bare.MapGet("/{page?}", (string? page) => Results.Text($"<!DOCTYPE html><title>{page}</title><p>Đ.T.N.</p><input id=code autocomplete=off><script>addEventListener('pageshow', (e) => document.title += e.persisted ? ' again' : '')</script>", "text/html; charset=utf-8"));
        await bare.StartAsync();
        var page = await (await chromium.Browser.NewContextAsync(new() { BaseURL = bare.Urls.Single() })).NewPageAsync();
        await page.GotoAsync("/one");
        await page.FillAsync("#code", "7HY9ME47");
        await page.GotoAsync("/two");

        await page.GoBackAsync(new() { WaitUntil = WaitUntilState.Commit });
        await page.WaitForFunctionAsync("document.title.startsWith('one')");

        Assert.Equal("one again", await page.TitleAsync());
        Assert.Equal("7HY9ME47", await page.InputValueAsync("#code"));
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Back_shows_nothing_of_whoever_was_there()
    {
        var touch = await TouchScreen.StartAsync(one.Host, chromium);
        await using var screen = await touch.OpenAsync(1080, 1920, axe: false);
        await touch.SignInAsync(screen);
        foreach (var path in new[] { "/Kiosk/Profile", "/Kiosk/Readings", "/Kiosk/Questions" })
            await screen.Page.GotoAsync(path);
        for (var question = 0; question < 4; question++)
            await screen.LeaveAsync(() => screen.Page.Locator(".wbk-answer").First.ClickAsync());
        await screen.PressAsync("Xong");
        var slip = await screen.Page.InnerTextAsync(".wbk-code");
        await screen.LeaveAsync(() => screen.Page.Locator(".wbk-foot__nav > a").Last.ClickAsync());
        await EmptyAsync(screen, touch, slip);

        // A code half typed by somebody who walks away.
        await screen.Page.GotoAsync("/Kiosk/Card");
        await screen.FillAsync("Input_Code", touch.Card.Code[..6]);
        await screen.LeaveAsync(() => screen.Page.Locator(".wbk-foot__nav > a").Last.ClickAsync());
        await EmptyAsync(screen, touch, slip);

        for (var steps = 0; steps < 12; steps++)
        {
            await screen.Page.GoBackAsync(new() { WaitUntil = WaitUntilState.Commit });
            await EmptyAsync(screen, touch, slip);
        }
    }

    [Fact]
    public async Task The_clock_asks_twenty_seconds_before_and_then_replaces_the_page()
    {
        var touch = await TouchScreen.StartAsync(one.Host, chromium);
        await using var screen = await touch.OpenAsync(1080, 1920, axe: false);
        await touch.SignInAsync(screen);
        await screen.Page.Clock.InstallAsync();
        await screen.Page.GotoAsync("/Kiosk/Profile");
        var dialog = screen.Page.Locator("[data-wb-stay]");
        await screen.Page.Clock.RunForAsync(38_000);
        Assert.False(await dialog.IsVisibleAsync());
        await screen.Page.Clock.RunForAsync(3_000);
        Assert.True(await dialog.IsVisibleAsync());
        Assert.Empty(await KioskRules.FaultsAsync(screen.Page));
        await screen.Page.ClickAsync("[data-wb-stay-yes]");
        Assert.False(await dialog.IsVisibleAsync());

        await screen.Page.Clock.RunForAsync(61_000);
        await screen.Page.WaitForURLAsync("**/Kiosk/Wiped");
        await EmptyAsync(screen, touch, null);
        await screen.Page.GoBackAsync(new() { WaitUntil = WaitUntilState.Commit });
        await EmptyAsync(screen, touch, null);
    }

    [Fact]
    public async Task An_address_that_is_no_screen_ends_on_the_neutral_one()
    {
        var touch = await TouchScreen.StartAsync(one.Host, chromium);
        await using var screen = await touch.OpenAsync(1080, 1920, axe: false);

        await screen.Page.GotoAsync("/Kiosk/Nowhere/at/all");

        Assert.EndsWith("/Kiosk/Fault", screen.Page.Url, StringComparison.Ordinal);
        Assert.Equal(0, await screen.Page.Locator("a:not([href^='/Kiosk'])").CountAsync());
    }

    private static async Task EmptyAsync(Screen screen, TouchScreen touch, string? slip)
    {
        // The first look comes as early as it can: what stood there for a moment could be seen, too.
        await NothingAsync(screen, touch, slip);
        // Not the load event: a page out of the back-forward cache has none.
        await screen.Page.WaitForFunctionAsync("document.readyState === 'complete'");
        await NothingAsync(screen, touch, slip);
        Assert.Equal("WorkBridge", await screen.Page.TitleAsync());
        Assert.Equal(0, await screen.Page.EvaluateAsync<int>("localStorage.length + sessionStorage.length"));
        Assert.DoesNotContain(await screen.Page.Context.CookiesAsync(), cookie => cookie.Name.Contains("visit", StringComparison.Ordinal));
    }

    private static async Task NothingAsync(Screen screen, TouchScreen touch, string? slip)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                var all = await screen.Page.EvaluateAsync<string>("document.documentElement.outerHTML + [...document.querySelectorAll('input')].map((field) => field.value).join()");
                foreach (var trace in touch.Traces.Append(touch.Card.Code[..6]).Append(touch.Card.Pin).Concat(slip is null ? [] : [slip]))
                    Assert.DoesNotContain(trace, all, StringComparison.Ordinal);
                return;
            }
            catch (PlaywrightException) when (tries < 50)
            {
                // Between two pages there is nothing to ask.
                await Task.Delay(20);
            }
        }
    }
}
