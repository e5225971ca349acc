using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace WorkBridge.Benchmarks;

/// <summary>One officer with a browser: signs in through the front door and clicks. Comes from a loopback address of its own, since doors are limited by address.</summary>
public sealed partial class Clicker : IDisposable
{
    private readonly HttpClient http;
    private readonly Way way;
    private readonly Random random;
    private readonly Queue<Pair> toRefer;
    private readonly Action<string, double, bool> note;
    private string token = "";

    public Clicker(Uri service, Way way, int number, Action<string, double, bool> note)
    {
        (this.way, this.note, random, toRefer) = (way, note, new Random(number), new Queue<Pair>(way.ToRefer));
        http = new HttpClient(new SocketsHttpHandler
        {
            CookieContainer = new CookieContainer(),
            AllowAutoRedirect = false,
            ConnectCallback = async (context, ct) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                socket.Bind(new IPEndPoint(new IPAddress([127, 0, 2, (byte)(number + 1)]), 0));
                await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, service.Port), ct);
                return new NetworkStream(socket, ownsSocket: true);
            },
        }) { BaseAddress = service, Timeout = TimeSpan.FromSeconds(30) };
    }

    public async Task SignInAsync()
    {
        await GetAsync("/SignIn", null);
        await PostAsync("/SignIn", null, ("Input.Email", way.Email), ("Input.Password", Province.Password));
        await GetAsync("/SignIn/Code", null);
        await PostAsync("/SignIn/Code", null, ("Input.Code", way.Codes[0]));
        var (status, _) = await GetAsync("/Home", null);
        if (status != HttpStatusCode.OK)
            throw new InvalidOperationException($"{way.Email} could not sign in: {status}. A recovery code counts once: fill a new folder.");
    }

    /// <summary>One click of an officer's day: looking mostly, and about one referral in twelve clicks.</summary>
    public async Task ClickAsync()
    {
        switch (random.Next(100))
        {
            case < 25:
                await GetAsync("/Home", "worklist");
                break;
            case < 45 when way.Openings.Count > 0:
                await GetAsync($"/Openings/{Any(way.Openings)}/Matches", "match page of an opening");
                break;
            case < 58:
                await GetAsync($"/Returnees/{Any(way.People)}", "person");
                break;
            case < 68:
                await GetAsync($"/Returnees/{Any(way.People)}/Matches", "match page of a person");
                break;
            case < 75:
                await GetAsync("/Returnees", "list of people");
                break;
            case < 82:
                await GetAsync("/Openings", "list of openings");
                break;
            case < 87:
                await GetAsync("/Referrals", "list of referrals");
                break;
            case < 92:
                await GetAsync("/Search?q=thom", "search");
                break;
            default:
                await ReferAsync();
                break;
        }
    }

    public Task ReadyAsync() => GetAsync("/health/ready", "ready (for comparison)");

    public void Dispose() => http.Dispose();

    private async Task ReferAsync()
    {
        if (!toRefer.TryDequeue(out var pair))
        {
            await GetAsync("/Placements", "list of placements");
            return;
        }

        await GetAsync($"/Referrals/Prepare?opening={pair.Opening}&person={pair.Person}", "preparing a referral: page");
        var (status, next) = await PostAsync($"/Referrals/Prepare?opening={pair.Opening}&person={pair.Person}", "preparing a referral");
        if (status != HttpStatusCode.Redirect)
            return;
        await GetAsync(next!, "referral");
        await PostAsync(next!.Split('?')[0] + "?handler=Send", "sending a referral");
    }

    private Guid Any(IReadOnlyList<Guid> ids) => ids[random.Next(ids.Count)];

    private async Task<(HttpStatusCode Status, string? Next)> GetAsync(string path, string? kind) => await SendAsync(new HttpRequestMessage(HttpMethod.Get, path), kind, HttpStatusCode.OK);

    private async Task<(HttpStatusCode Status, string? Next)> PostAsync(string path, string? kind, params (string Name, string Value)[] fields) =>
        await SendAsync(new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2))),
        }, kind, HttpStatusCode.Redirect);

    private async Task<(HttpStatusCode Status, string? Next)> SendAsync(HttpRequestMessage request, string? kind, HttpStatusCode expected)
    {
        var clock = Stopwatch.GetTimestamp();
        using var answer = await http.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        if (kind is not null)
            note(kind, Stopwatch.GetElapsedTime(clock).TotalMilliseconds, answer.StatusCode == expected);
        if (Token().Match(body) is { Success: true } found)
            token = found.Groups["token"].Value;
        return (answer.StatusCode, answer.Headers.Location?.OriginalString);
    }

    [GeneratedRegex("__RequestVerificationToken\"[^>]*value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
