using System.Net;
using WorkBridge.Web.Start;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Security;

/// <summary>The service answers under its own names and no others.</summary>
public sealed class HostsTests
{
    private static readonly string[] Own = ["node7", "192.0.2.7", "[2001:db8::7]"];

    [Theory]
    [InlineData(null, HttpStatusCode.OK, "vieclam.example.vn", "VIECLAM.example.vn:8443", "localhost", "localhost:5080", "127.0.0.1", "[::1]")]
    [InlineData(null, HttpStatusCode.BadRequest, "evil.example", "example.vn", "a.vieclam.example.vn", "vieclam.example.vn.evil.example", "192.0.2.7")]
    [InlineData("khac.example.vn;*.node.example.vn", HttpStatusCode.OK, "khac.example.vn", "a.node.example.vn", "localhost")]
    [InlineData("khac.example.vn", HttpStatusCode.BadRequest, "vieclam.example.vn", "evil.example")]
    [InlineData("*", HttpStatusCode.OK, "evil.example")]
    public async Task A_request_for_another_name_is_refused_before_anything_looks_at_it(string? set, HttpStatusCode status, params string[] names)
    {
        var settings = new Dictionary<string, string?> { ["Site:BaseUrl"] = "https://vieclam.example.vn" };
        if (set is not null)
            settings["AllowedHosts"] = set;
        await using var host = await TestHost.StartAsync(settings: settings);
        using var browser = host.Browser();
        foreach (var name in names)
        {
            foreach (var path in new[] { "/health/ready", "/SignIn" })
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, path);
                request.Headers.Host = name;
                using var answer = await browser.AsIsAsync(request);
                Assert.Equal((name, path, status), (name, path, answer.StatusCode));
                Assert.DoesNotContain(status == HttpStatusCode.OK ? "Invalid Hostname" : "WorkBridge", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("http://localhost:5080", "http://localhost:5080", false, "localhost 127.0.0.1 [::1]")]
    [InlineData("http://localhost:5080", "http://localhost:5080", true, "*")] // the first command of the README, from wherever it is opened
    [InlineData("https://vieclam.example.vn", "http://localhost:5080", true, "localhost 127.0.0.1 [::1] vieclam.example.vn")]
    [InlineData("https://vieclam.example.vn", "http://10.0.0.5:80;http://noi-bo:80", false, "localhost 127.0.0.1 [::1] vieclam.example.vn 10.0.0.5 noi-bo")]
    [InlineData("http://localhost:5080", "http://*:5080", false, "localhost 127.0.0.1 [::1] node7 192.0.2.7 [2001:db8::7]")]
    [InlineData("https://vieclam.example.vn", "http://0.0.0.0:80", false, "localhost 127.0.0.1 [::1] vieclam.example.vn node7 192.0.2.7 [2001:db8::7]")]
    [InlineData("https://vieclam.example.vn", "http://[::]:80;http://unix:/run/workbridge.sock", false, "localhost 127.0.0.1 [::1] vieclam.example.vn node7 192.0.2.7 [2001:db8::7]")]
    [InlineData("https://vieclam.example.vn", "http://+:80", false, "localhost 127.0.0.1 [::1] vieclam.example.vn node7 192.0.2.7 [2001:db8::7]")]
    public void Without_a_setting_the_names_follow_the_public_address_and_where_it_listens(string baseUrl, string urls, bool demo, string names) =>
        Assert.Equal(names.Split(' '), Hosts.Of("", baseUrl, urls, demo, () => Own));
}
