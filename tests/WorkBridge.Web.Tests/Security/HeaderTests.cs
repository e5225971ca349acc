using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Security;

/// <summary>Every kind of answer carries the policy and the other headers; that every page does is proved where all are looked at.</summary>
public sealed class HeaderTests : IAsyncLifetime
{
    private Street street = null!;

    public async Task InitializeAsync() => street = await Street.BuildAsync();

    public async Task DisposeAsync() => await street.DisposeAsync();

    [Fact]
    public async Task Answers_of_every_kind_carry_every_header()
    {
        var asset = EndpointTable.AnAsset(street.Host);
        using var first = await street.As("nobody").OnceAsync(new HttpRequestMessage(HttpMethod.Get, asset));
        var known = new HttpRequestMessage(HttpMethod.Get, asset);
        known.Headers.TryAddWithoutValidation("If-None-Match", Strict.Header(first, "ETag"));
        var strange = new HttpRequestMessage(HttpMethod.Post, "/SignIn") { Content = new StringContent("<a/>", Encoding.UTF8, "application/xml") };

        await HoldsAsync("nobody", Get("/"), 200);
        await HoldsAsync("officer", Get("/Returnees/Template"), 200);
        await HoldsAsync("nobody", Get(asset), 200);
        await HoldsAsync("nobody", known, 304);
        await HoldsAsync("nobody", Get("/health/ready"), 200);
        await HoldsAsync("nobody", Get("/Home"), 302);
        await HoldsAsync("nobody", Get("/Kiosk/Menu"), 302);
        await HoldsAsync("nobody", Get("/Kiosk/nowhere"), 302);
        await HoldsAsync("officer", new HttpRequestMessage(HttpMethod.Post, "/Returnees/Add"), 400);
        await HoldsAsync("nobody", strange, 400);
        await HoldsAsync("contact", Get("/Returnees"), 403);
        await HoldsAsync("nobody", Get("/nowhere"), 404);
        await HoldsAsync("nobody", Get("/assets/nowhere.css"), 404);
        await HoldsAsync("other-officer", Get($"/Returnees/{street.Person.Id}"), 404);
        await HoldsAsync("officer", await PostAsync("officer", "/Returnees/Template"), 405);
        await HoldsAsync("nobody", new HttpRequestMessage(HttpMethod.Options, "/"), 405);
        await HoldsAsync("nobody", new HttpRequestMessage(HttpMethod.Put, "/SignIn"), 405);
    }

    [Fact]
    public async Task A_door_that_is_knocked_at_too_often_carries_every_header()
    {
        HttpResponseMessage answer;
        var knocks = 0;
        do
        {
            Assert.True(++knocks < 100, "The door never closes.");
            answer = await street.As("nobody").PostOnceAsync("/SignIn/Forgot", []);
        }
        while (answer.StatusCode != HttpStatusCode.TooManyRequests);

        Assert.Empty(Strict.Faults(answer, "/SignIn/Forgot", await answer.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task A_page_that_fails_says_so_in_words_with_every_header_and_nothing_of_anybody()
    {
        await street.Host.Db(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE \"Placements\" RENAME TO \"Broken\""));
        var body = await HoldsAsync("officer", Get("/Placements"), 500);
        Assert.DoesNotContain("Exception", body, StringComparison.Ordinal);
        Assert.DoesNotContain("SQLite", body, StringComparison.Ordinal);
        lock (street.Host.Log)
            Assert.DoesNotContain(street.Host.Log, line => Street.SecretIn(line) is not null);
    }

    [Fact]
    public async Task The_real_server_does_not_name_itself_not_even_to_what_is_no_request()
    {
        await using var host = await TestHost.StartAsync(urls: "http://127.0.0.1:0");
        foreach (var request in new[] { "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", "GET / HTTP/1.1\r\nHost: a b\r\n\r\n", "no request at all\r\n\r\n" })
        {
            using var line = new TcpClient();
            await line.ConnectAsync(IPAddress.Loopback, new Uri(host.Url).Port);
            var stream = line.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
            using var reader = new StreamReader(stream);
            var answer = await reader.ReadToEndAsync();
            Assert.StartsWith("HTTP/1.1 ", answer, StringComparison.Ordinal);
            Assert.DoesNotContain("\r\nServer:", answer, StringComparison.OrdinalIgnoreCase);
        }
    }

    private static HttpRequestMessage Get(string path) => new(HttpMethod.Get, path);

    private async Task<HttpRequestMessage> PostAsync(string who, string path) =>
        new(HttpMethod.Post, path) { Content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", await street.TokenOf(who))]) };

    private async Task<string> HoldsAsync(string who, HttpRequestMessage request, int status)
    {
        var path = request.RequestUri!.OriginalString;
        using var answer = await street.As(who).OnceAsync(request);
        var body = answer.Content.Headers.ContentType?.MediaType == "text/html" ? await answer.Content.ReadAsStringAsync() : "";
        Assert.Equal((path, status), (path, (int)answer.StatusCode));
        Assert.Equal((path, ""), (path, string.Join('\n', Strict.Faults(answer, path, body))));
        return body;
    }
}
