using System.Net;
using System.Net.Http.Headers;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace WorkBridge.Web.Tests.Support;

/// <summary>A user with a browser: keeps cookies, follows redirects, reads the parsed page, fills in and sends the real form.</summary>
public sealed class Browser : IDisposable
{
    private static readonly Uri Origin = new("http://localhost");
    private readonly HttpMessageHandler handler;
    private readonly HttpClient http;
    private readonly CookieContainer cookies = new();

    internal Browser(TestHost host, HttpMessageHandler handler)
    {
        Host = host;
        this.handler = handler;
        http = new HttpClient(handler) { BaseAddress = Origin };
    }

    public TestHost Host { get; }

    public CookieContainer Cookies => cookies;

    /// <summary>The page last shown.</summary>
    public IDocument Page { get; private set; } = null!;

    /// <summary>Every path and query this browser asked for or was led to, in order.</summary>
    public List<string> Been { get; } = [];

    public HttpStatusCode Status { get; private set; }

    /// <summary>Path and query of the page last shown.</summary>
    public string At { get; private set; } = "/";

    public HttpResponseMessage Answer { get; private set; } = null!;

    public async Task<IDocument> GoAsync(string path) => await SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>
    /// Fills in fields of a form of the present page and sends it with everything else it holds (token, hidden fields, what was there).
    /// A field given several values is sent several times; a value of null leaves the field out.
    /// </summary>
    /// <param name="form">Selector of the form, or of anything inside it.</param>
    /// <param name="fields">By name.</param>
    /// <param name="button">Selector of the button that is pressed, within the form.</param>
    public async Task<IDocument> SubmitAsync(string form, IEnumerable<(string Name, string? Value)>? fields = null, string? button = null, (string Name, string FileName, byte[] Bytes)? file = null)
    {
        var found = Page.QuerySelector(form) ?? throw new InvalidOperationException($"No {form} on {At}:\n{Page.Body?.TextContent.Trim()}");
        var element = found as IHtmlFormElement ?? found.Closest("form") as IHtmlFormElement ?? throw new InvalidOperationException($"{form} is in no form.");
        var given = (fields ?? []).ToLookup(f => f.Name, f => f.Value, StringComparer.Ordinal);
        foreach (var name in given.Select(g => g.Key))
        {
            if (element.QuerySelectorAll("[name]").All(e => e.GetAttribute("name") != name))
                throw new InvalidOperationException($"The form on {At} has no field {name}; it has: {string.Join(", ", element.QuerySelectorAll("[name]").Select(e => e.GetAttribute("name")).Distinct())}");
        }

        var values = Present(element).Where(f => !given.Contains(f.Name)).ToList();
        values.AddRange(given.SelectMany(g => g.Where(v => v is not null).Select(v => (g.Key, v!))));
        var pressed = button is null ? element.QuerySelector("button[type=submit], button:not([type]), input[type=submit]") : element.QuerySelector(button) ?? throw new InvalidOperationException($"No button {button} on {At}.");
        if (pressed?.GetAttribute("name") is { Length: > 0 } buttonName)
            values.Add((buttonName, pressed.GetAttribute("value") ?? ""));
        var action = pressed?.GetAttribute("formaction") ?? element.GetAttribute("action");
        var url = string.IsNullOrEmpty(action) ? At : action;
        if (string.Equals(element.Method, "get", StringComparison.OrdinalIgnoreCase))
            return await GoAsync(url.Split('?')[0] + "?" + string.Join('&', values.Select(v => $"{Uri.EscapeDataString(v.Item1)}={Uri.EscapeDataString(v.Item2)}")));
        return await PostAsync(url, values, file);
    }

    /// <summary>Sends values as they are: for what a page would never send.</summary>
    public async Task<IDocument> PostAsync(string path, IEnumerable<(string Name, string Value)> values, (string Name, string FileName, byte[] Bytes)? file = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path);
        if (file is { } upload)
        {
            var parts = new MultipartFormDataContent();
            foreach (var (name, value) in values)
                parts.Add(new StringContent(value), name);
            var bytes = new ByteArrayContent(upload.Bytes);
            bytes.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            parts.Add(bytes, upload.Name, upload.FileName);
            request.Content = parts;
        }
        else
        {
            request.Content = new FormUrlEncodedContent(values.Select(v => KeyValuePair.Create(v.Name, v.Value)));
        }

        return await SendAsync(request);
    }

    /// <summary>Sends values and looks at the answer itself: no redirect is followed, no cookie is kept.</summary>
    public Task<HttpResponseMessage> PostOnceAsync(string path, IEnumerable<(string Name, string Value)> values) =>
        OnceAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(values.Select(v => KeyValuePair.Create(v.Name, v.Value))) });

    /// <summary>Sends one request with the cookies of now: no redirect is followed, no cookie is kept.</summary>
    public async Task<HttpResponseMessage> OnceAsync(HttpRequestMessage request)
    {
        var path = request.RequestUri!.OriginalString;
        if (cookies.GetCookieHeader(new Uri(Origin, path)) is { Length: > 0 } header)
            request.Headers.TryAddWithoutValidation("Cookie", header);
        return await http.SendAsync(request);
    }

    /// <summary>Sends one request as it is, with the cookies it brings and no others.</summary>
    public Task<HttpResponseMessage> AsIsAsync(HttpRequestMessage request) => http.SendAsync(request);

    /// <summary>The antiforgery token of the present page.</summary>
    public string Token => Page.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? "";

    public string Text => string.Join(' ', (Page.Body?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public void Dispose()
    {
        http.Dispose();
        handler.Dispose();
    }

    /// <summary>What a form of a page would send as it stands.</summary>
    internal static IEnumerable<(string Name, string Value)> Present(IHtmlFormElement form)
    {
        foreach (var field in form.QuerySelectorAll("input[name], select[name], textarea[name]").Where(e => !e.HasAttribute("disabled")))
        {
            var name = field.GetAttribute("name")!;
            switch (field)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio" } box:
                    if (box.IsChecked)
                        yield return (name, box.Value);
                    break;
                case IHtmlInputElement { Type: "submit" or "button" or "file" or "image" }:
                    break;
                case IHtmlInputElement input:
                    yield return (name, input.Value);
                    break;
                case IHtmlSelectElement select:
                    foreach (var option in select.Options.Where(o => o.IsSelected))
                        yield return (name, option.Value);
                    break;
                case IHtmlTextAreaElement area:
                    yield return (name, area.Value);
                    break;
            }
        }
    }

    private async Task<IDocument> SendAsync(HttpRequestMessage request)
    {
        for (var hops = 0; ; hops++)
        {
            var uri = new Uri(Origin, request.RequestUri!);
            if (cookies.GetCookieHeader(uri) is { Length: > 0 } header)
                request.Headers.TryAddWithoutValidation("Cookie", header);
            Answer = await http.SendAsync(request);
            if (Answer.Headers.TryGetValues("Set-Cookie", out var set))
            {
                foreach (var cookie in set)
                    cookies.SetCookies(uri, cookie);
            }

            At = uri.PathAndQuery;
            Been.Add(At);
            Status = Answer.StatusCode;
            if ((int)Status is < 300 or >= 400 || Answer.Headers.Location is not { } next)
                break;
            if (hops > 10)
                throw new InvalidOperationException($"Redirects go in a circle at {At}.");
            request = new HttpRequestMessage(HttpMethod.Get, new Uri(uri, next));
        }

        var context = BrowsingContext.New(Configuration.Default);
        var body = Answer.Content.Headers.ContentType?.MediaType is "text/html" ? await Answer.Content.ReadAsStringAsync() : "";
        Page = await context.OpenAsync(response => response.Content(body).Address(new Uri(Origin, At)));
        return Page;
    }
}
