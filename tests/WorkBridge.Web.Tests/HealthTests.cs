using System.Net;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests;

public sealed class HealthTests
{
    [Fact]
    public async Task A_started_service_says_it_is_ready()
    {
        await using var host = await TestHost.StartAsync();
        using var browser = host.Browser();

        await browser.GoAsync("/health/ready");

        Assert.Equal(HttpStatusCode.OK, browser.Status);
    }
}
