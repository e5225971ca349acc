using System.Net.Sockets;
using System.Text;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Imports;

/// <summary>Requests that say they are heavier than their page takes, against the real server.</summary>
public sealed class HeavyRequestTests
{
    [Theory]
    [InlineData("/Hire/Import", 2_000_000_000)]
    [InlineData("/Returnees/Import", 70_000_000)]
    [InlineData("/Employers/Register", 10_000_000)]
    public async Task It_is_refused_in_words_before_anything_of_it_is_sent(string path, long bytes)
    {
        await using var host = await TestHost.StartAsync("http://127.0.0.1:0");

        var answer = await SendHeadAsync(new Uri(host.Url), path, bytes);

        Assert.StartsWith("HTTP/1.1 413", answer, StringComparison.Ordinal);
        Assert.Contains("Tệp quá lớn", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_import_takes_is_not_refused_by_its_weight_alone()
    {
        await using var host = await TestHost.StartAsync("http://127.0.0.1:0");

        // Nobody is signed in: the sign-in page is the answer, not the weight.
        Assert.StartsWith("HTTP/1.1 302", await SendHeadAsync(new Uri(host.Url), "/Hire/Import", 50_000_000), StringComparison.Ordinal);
    }

    private static async Task<string> SendHeadAsync(Uri server, string path, long bytes)
    {
        using var line = new TcpClient();
        await line.ConnectAsync(server.Host, server.Port);
        var stream = line.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\nHost: {server.Authority}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: {bytes}\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var text = new StringBuilder();
        while (await reader.ReadLineAsync() is { Length: > 0 } head)
            text.Append(head).Append('\r');
        if (text.ToString().Contains("Transfer-Encoding: chunked", StringComparison.Ordinal))
        {
            while (await reader.ReadLineAsync() is { } body && body != "0")
                text.Append(body).Append('\r');
        }

        return text.ToString();
    }
}
