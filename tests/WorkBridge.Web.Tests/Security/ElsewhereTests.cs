using System.Net;
using Microsoft.Extensions.DependencyInjection;
using WorkBridge.Data;
using WorkBridge.Email;
using WorkBridge.Staff;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Security;

/// <summary>Nobody is led to another site: not by a way back that somebody wrote into a link, not by a forged name of this host.</summary>
public sealed class ElsewhereTests : IAsyncLifetime
{
    private const string Evil = "evil.example";

    /// <summary>Ways to write another site that one browser or another would follow.</summary>
    private static readonly string[] Forms =
    [
        "https://evil.example", "http://evil.example/Home", "HTTPS://EVIL.EXAMPLE", "//evil.example", "///evil.example", "////evil.example", "/\\evil.example", "\\\\evil.example", "\\/evil.example",
        "/\\/evil.example", "//\\evil.example", "/\t/evil.example", "/\n/evil.example", "/\r/evil.example", "\t//evil.example", "\n//evil.example", " //evil.example", " https://evil.example", "\u00a0//evil.example",
        "https:evil.example", "https:/evil.example", "https:\\\\evil.example", "javascript:alert('evil.example')", "JaVaScRiPt:alert('evil.example')", "data:text/html,evil.example", "vbscript:evil.example",
        "//evil.example%2f..", "/%09/evil.example", "//evil%2eexample", "//localhost@evil.example", "http://localhost@evil.example", "http://localhost.evil.example", "//evil.example:80", "~//evil.example", "~/\\evil.example",
        "/\u0000/evil.example", "//\u0000evil.example", "\u200b//evil.example", "/\u00a0//evil.example", "evil.example", "./\\evil.example", "?https://evil.example", "#//evil.example", "//[::1]@evil.example", "/.//evil.example",
    ];

    private TestHost host = null!;

    public async Task InitializeAsync() => host = await TestHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_way_back_leads_nowhere_else()
    {
        Assert.True(Forms.Length >= 40);
        var officer = await host.Given.Officer();
        var (_, contact) = await host.Given.Employer();
        using var signedIn = await host.Given.SignedIn(officer);
        var wrong = new List<string>();
        foreach (var form in Forms)
        {
            var back = Uri.EscapeDataString(form);
            foreach (var path in new[] { $"/Language?to=en&back={back}", $"/Language?to=vi&back={back}", $"/SignIn?back={back}" })
                Add(path, await signedIn.OnceAsync(new HttpRequestMessage(HttpMethod.Get, path)));

            using var fresh = host.Browser(new IPAddress([127, 0, 2, (byte)(Array.IndexOf(Forms, form) + 1)]));
            await fresh.GoAsync($"/SignIn?back={back}");
            Add($"/SignIn?back={back} and the password", await fresh.PostOnceAsync(fresh.At, [("__RequestVerificationToken", fresh.Token), ("Input.Email", contact.Email!), ("Input.Password", Given.Password), ("Back", form)]));
        }

        using var staff = host.Browser(new IPAddress([127, 0, 3, 1]));
        foreach (var form in Forms.Take(5))
        {
            var back = Uri.EscapeDataString(form);
            await staff.GoAsync("/SignIn");
            await staff.SubmitAsync("main form", [("Input.Email", officer.Email), ("Input.Password", Given.Password)]);
            Assert.StartsWith("/SignIn/Code", staff.At, StringComparison.Ordinal);
            Add($"{form} and the code", await staff.PostOnceAsync($"/SignIn/Code?back={back}", [("__RequestVerificationToken", staff.Token), ("Input.Code", host.Given.RecoveryCode(officer)), ("Back", form)]));
        }

        Strict.None(wrong);

        void Add(string what, HttpResponseMessage answer)
        {
            using (answer)
            {
                // What holds a NUL is no form at all.
                Assert.True(answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.BadRequest, $"{what}: {answer.StatusCode}");
                if (answer.Headers.Location is { } to ? LeadsOut(to.OriginalString) : !what.Contains("%00", StringComparison.Ordinal))
                    wrong.Add($"{what}: {answer.Headers.Location}");
            }
        }
    }

    [Fact]
    public async Task A_way_back_within_the_site_is_gone()
    {
        var (_, contact) = await host.Given.Employer();
        using var browser = host.Browser();
        await browser.GoAsync("/Hire/Referrals?p=2");
        Assert.Equal("/SignIn?back=%2FHire%2FReferrals%3Fp%3D2", browser.At);
        await browser.SubmitAsync("main form", [("Input.Email", contact.Email), ("Input.Password", Given.Password)]);
        Assert.Equal("/Hire/Referrals?p=2", browser.At);
    }

    [Fact]
    public async Task A_forged_name_of_this_host_stands_in_no_address_page_or_mail()
    {
        // Where any name is answered; without the setting such a request gets no further (HostsTests).
        await using var answering = await TestHost.StartAsync(settings: new Dictionary<string, string?> { ["AllowedHosts"] = "*" });
        var officer = await answering.Given.Officer();
        using var browser = await answering.Given.SignedIn(officer);
        using var stranger = answering.Browser();
        var wrong = new List<string>();
        foreach (var (who, path) in new[] { (stranger, "/"), (stranger, "/Home"), (stranger, "/SignIn"), (stranger, "/nowhere"), (stranger, "/Kiosk/Menu"), (stranger, "/Employers/Register"), (browser, "/Home"), (browser, "/SignIn"), (browser, "/Kiosks"), (browser, "/Language?to=en&back=/Home") })
        {
            using var answer = await who.OnceAsync(Forged(HttpMethod.Get, path));
            if (answer.Headers.Location is { } to && LeadsOut(to.OriginalString))
                wrong.Add($"{path}: {to}");
            if ((await answer.Content.ReadAsStringAsync()).Contains(Evil, StringComparison.OrdinalIgnoreCase))
                wrong.Add($"{path} names {Evil}");
        }

        await stranger.GoAsync("/SignIn/Forgot");
        var forgot = Forged(HttpMethod.Post, "/SignIn/Forgot");
        forgot.Content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", stranger.Token), KeyValuePair.Create("Input.Email", officer.Email!)]);
        using var asked = await stranger.OnceAsync(forgot);
        await answering.Use<DeliverMail>(deliver => deliver.RunAsync(default));
        var mail = Assert.Single(Directory.GetFiles(answering.Services.GetRequiredService<Storage>().MailFolder, "*.eml"));
        using var message = await MimeKit.MimeMessage.LoadAsync(mail);
        var site = answering.Services.GetRequiredService<Site>().BaseUrl;
        Assert.DoesNotContain(Evil, $"{string.Concat(message.Headers.Select(h => h.Value))} {message.TextBody} {message.HtmlBody}", StringComparison.OrdinalIgnoreCase);
        Assert.Contains(site + "/", message.TextBody, StringComparison.Ordinal);
        Strict.None(wrong);
    }

    private static HttpRequestMessage Forged(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Host = Evil;
        foreach (var name in new[] { "X-Forwarded-Host", "X-Host", "X-Original-Host", "X-Forwarded-Server", "X-Original-URL", "X-Rewrite-URL", "X-Forwarded-Prefix" })
            request.Headers.TryAddWithoutValidation(name, Evil);
        request.Headers.TryAddWithoutValidation("X-Forwarded-Proto", "https");
        request.Headers.TryAddWithoutValidation("Forwarded", $"host={Evil};proto=https");
        return request;
    }

    /// <summary>As a browser reads it: what stands around it and line breaks within it are dropped, and a backslash is a slash.</summary>
    private static bool LeadsOut(string location)
    {
        var read = string.Concat(location.Trim([.. Enumerable.Range(0, ' ' + 1).Select(c => (char)c)]).Where(c => c is not ('\t' or '\n' or '\r'))).Replace('\\', '/');
        return !read.StartsWith('/') || read.StartsWith("//", StringComparison.Ordinal);
    }
}
