using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Browser.Tests.Support;

/// <summary>One service for the tests of a class that do not move its clock; each brings its own people and employers.</summary>
public sealed class OneHost : IAsyncLifetime
{
    public TestHost Host { get; private set; } = null!;

    public async Task InitializeAsync() => Host = await TestHost.StartAsync("http://127.0.0.1:0");

    public async Task DisposeAsync() => await Host.DisposeAsync();
}
