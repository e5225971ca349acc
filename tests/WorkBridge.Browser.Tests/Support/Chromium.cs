using Microsoft.Playwright;

namespace WorkBridge.Browser.Tests.Support;

/// <summary>One Chromium for a collection of tests: Debian's, with its back-forward cache on, as people have it.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private IPlaywright playwright = null!;

    public IBrowser Browser { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? Array.Find(Places, File.Exists) ?? throw new InvalidOperationException("No Chromium: tests/run.sh installs it."),
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
            IgnoreDefaultArgs = ["--disable-back-forward-cache"],
        });
    }

    public async Task DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright.Dispose();
    }
}

/// <summary>The long walks. They run beside <see cref="InAnotherChromium"/>, in a browser of their own.</summary>
[CollectionDefinition(Name)]
public sealed class InChromium : ICollectionFixture<Chromium>
{
    public const string Name = "in Chromium";
}

/// <summary>The rest, so that both take about as long.</summary>
[CollectionDefinition(Name)]
public sealed class InAnotherChromium : ICollectionFixture<Chromium>
{
    public const string Name = "in another Chromium";
}
