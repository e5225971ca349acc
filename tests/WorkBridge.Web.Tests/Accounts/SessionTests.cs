using Microsoft.EntityFrameworkCore;
using WorkBridge.Staff;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Accounts;

public sealed class SessionTests : IAsyncLifetime
{
    private TestHost host = null!;

    public async Task InitializeAsync() => host = await TestHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_cookie_copied_before_sign_out_is_refused_afterwards()
    {
        using var browser = await host.Given.SignedIn(await host.Given.Administrator());
        using var thief = host.Browser();
        thief.TakeSessionCookie(browser.SessionCookie());
        Assert.True(await thief.IsInAsync());

        await browser.GoAsync("/SignOut");
        await browser.SubmitAsync("main form");

        Assert.False(await thief.IsInAsync());
        Assert.False(await browser.IsInAsync());
    }

    [Fact]
    public async Task A_new_password_ends_every_other_session_and_this_one_goes_on_under_a_new_key()
    {
        var admin = await host.Given.Administrator();
        using var here = await host.Given.SignedIn(admin);
        using var elsewhere = await host.Given.SignedIn(admin);
        using var copy = host.Browser();
        copy.TakeSessionCookie(here.SessionCookie());

        await here.GoAsync("/Account/Password");
        await here.SubmitAsync("main form", [("Input.Present", Given.Password), ("Input.Wanted", "bốn con vịt qua sông")]);

        Assert.Equal("/Account", here.At);
        Assert.True(await here.IsInAsync());
        Assert.False(await elsewhere.IsInAsync());
        Assert.False(await copy.IsInAsync());
        await elsewhere.GivePasswordAsync(admin.Email!, Given.Password);
        Assert.Equal("/SignIn", elsewhere.At);
    }

    [Fact]
    public async Task A_weak_new_password_or_a_wrong_present_one_changes_nothing()
    {
        using var browser = await host.Given.SignedIn(await host.Given.Administrator());

        await browser.GoAsync("/Account/Password");
        await browser.SubmitAsync("main form", [("Input.Present", Given.Password), ("Input.Wanted", "matkhau123")]);
        Assert.NotNull(browser.Page.QuerySelector("#Input_Wanted-error"));
        await browser.SubmitAsync("main form", [("Input.Present", "sai mật khẩu rồi"), ("Input.Wanted", "bốn con vịt qua sông")]);

        Assert.NotNull(browser.Page.QuerySelector("#Input_Present-error"));
        Assert.True(await browser.IsInAsync());
    }

    [Fact]
    public async Task An_account_switched_off_is_out_with_the_next_request()
    {
        var admin = await host.Given.Administrator();
        await host.Given.Administrator();
        using var browser = await host.Given.SignedIn(admin);
        Assert.True(await browser.IsInAsync());

        await host.Use<SwitchAccount>(s => s.RunAsync(admin.Id, on: false, default));

        Assert.False(await browser.IsInAsync());
    }

    [Fact]
    public async Task A_second_step_taken_away_ends_the_sessions()
    {
        var admin = await host.Given.Administrator();
        using var browser = await host.Given.SignedIn(admin);
        Assert.True(await browser.IsInAsync());

        await host.Use<ResetTwoStep>(r => r.RunAsync(admin.Id, passkeysToo: true, default));

        Assert.False(await browser.IsInAsync());
        await browser.GivePasswordAsync(admin.Email!, Given.Password);
        Assert.Equal("/Account/TwoStep", browser.At);
    }

    [Fact]
    public async Task A_session_ends_after_an_hour_of_rest_and_after_twelve_hours_in_any_case()
    {
        var admin = await host.Given.Administrator();
        using var resting = await host.Given.SignedIn(admin);
        using var busy = await host.Given.SignedIn(admin);

        for (var minutes = 0; minutes < 11 * 60 + 50; minutes += 50)
        {
            Assert.True(await busy.IsInAsync(), $"after {minutes} minutes");
            host.Clock.Advance(TimeSpan.FromMinutes(50));
        }

        Assert.False(await resting.IsInAsync());
        Assert.False(await busy.IsInAsync());
    }

    [Fact]
    public async Task One_ends_a_session_elsewhere_and_never_somebody_elses()
    {
        var admin = await host.Given.Administrator();
        var other = await host.Given.Administrator();
        using var here = await host.Given.SignedIn(admin);
        using var elsewhere = await host.Given.SignedIn(admin);
        using var stranger = await host.Given.SignedIn(other);
        var foreign = await host.Db(db => db.SignInSessions.Where(s => s.AccountId == other.Id).Select(s => s.Id).SingleAsync());

        await here.GoAsync("/Account");
        await here.PostAsync($"/Account?handler=End&id={foreign}", [("__RequestVerificationToken", here.Token)]);
        Assert.True(await stranger.IsInAsync());
        await here.GoAsync("/Account");
        await here.SubmitAsync("form[action*='id=']");

        Assert.True(await here.IsInAsync());
        Assert.False(await elsewhere.IsInAsync());
    }

    [Fact]
    public async Task The_cookie_is_for_http_alone_and_its_key_is_not_in_the_database()
    {
        var admin = await host.Given.Administrator();
        using var browser = host.Browser();
        await browser.GivePasswordAsync(admin.Email!, Given.Password);
        var page = browser.Token;
        var answer = await browser.PostOnceAsync("/SignIn/Code", [("Input.Code", await host.CodeAsync(admin)), ("__RequestVerificationToken", page)]);

        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith(Colleague.Cookie + "=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
        var key = cookie.Split('=', ';')[1];
        Assert.Equal(43, key.Length);
        var session = await host.Db(db => db.SignInSessions.SingleAsync());
        Assert.Equal(SignInStep.Hash(key), session.KeyHash);
        Assert.False(session.Ticket.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(key)) >= 0);
    }

    [Fact]
    public async Task Over_https_the_cookies_are_tied_to_this_host()
    {
        await using var https = await TestHost.StartAsync(settings: new Dictionary<string, string?>(StringComparer.Ordinal) { ["Site:BaseUrl"] = "https://vieclam.example.vn" });
        var (_, contact) = await https.Given.Employer();
        using var browser = https.Browser();
        await browser.GoAsync("/SignIn");
        var answer = await browser.PostOnceAsync("/SignIn", [("Input.Email", contact.Email!), ("Input.Password", Given.Password), ("__RequestVerificationToken", browser.Token)]);

        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("__Host-workbridge=", StringComparison.Ordinal));
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain", cookie, StringComparison.OrdinalIgnoreCase);
    }
}
