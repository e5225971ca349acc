using Microsoft.EntityFrameworkCore;
using WorkBridge.Staff;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Accounts;

public sealed class SignInTests : IAsyncLifetime
{
    private TestHost host = null!;

    public async Task InitializeAsync() => host = await TestHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task Password_and_code_lead_to_the_page_that_was_asked_for()
    {
        var admin = await host.Given.Administrator();
        using var browser = host.Browser();

        await browser.GoAsync("/Admin/Accounts");
        Assert.StartsWith("/SignIn?back=", browser.At, StringComparison.Ordinal);
        await browser.SubmitAsync("main form", [("Input.Email", " " + admin.Email!.ToUpperInvariant()), ("Input.Password", Given.Password)]);
        Assert.StartsWith("/SignIn/Code", browser.At, StringComparison.Ordinal);
        await browser.SubmitAsync("main form", [("Input.Code", await host.CodeAsync(admin))]);

        Assert.Equal("/Admin/Accounts", browser.At);
    }

    [Fact]
    public async Task Unknown_known_locked_and_disabled_accounts_get_the_same_page()
    {
        var known = await host.Given.Administrator();
        var disabled = await host.Given.Administrator();
        await host.Use<SwitchAccount>(s => s.RunAsync(disabled.Id, on: false, default));
        var locked = await host.Given.Administrator();
        using var browser = host.Browser();
        for (var i = 0; i < SignInTries.Allowed; i++)
            await browser.GivePasswordAsync(locked.Email!, "sai mật khẩu rồi");

        var pages = new List<string>();
        foreach (var (email, password) in new[]
        {
            ("nobody@example.vn", Given.Password), (known.Email!, "sai mật khẩu rồi"), (locked.Email!, Given.Password), (disabled.Email!, Given.Password),
        })
        {
            await browser.GivePasswordAsync(email, password);
            Assert.Equal("/SignIn", browser.At);
            pages.Add(browser.Page.QuerySelector("main")!.InnerHtml.Replace(email, "", StringComparison.Ordinal).Replace(browser.Token, "", StringComparison.Ordinal));
        }

        Assert.Single(pages.Distinct(StringComparer.Ordinal));
        Assert.Contains("không đúng", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_for_a_quarter_of_an_hour()
    {
        var admin = await host.Given.Administrator();
        using var browser = host.Browser();
        for (var i = 0; i < SignInTries.Allowed; i++)
            await browser.GivePasswordAsync(admin.Email!, "sai mật khẩu rồi");

        await browser.GivePasswordAsync(admin.Email!, Given.Password);
        Assert.Equal("/SignIn", browser.At);

        host.Clock.Advance(SignInTries.LockLasts);
        await browser.GivePasswordAsync(admin.Email!, Given.Password);
        Assert.Equal("/SignIn/Code", browser.At);
    }

    [Fact]
    public async Task A_code_counts_once_and_the_next_one_counts()
    {
        var admin = await host.Given.Administrator();
        var code = await host.CodeAsync(admin);
        using var first = host.Browser();
        await first.GivePasswordAsync(admin.Email!, Given.Password);
        await first.SubmitAsync("main form", [("Input.Code", code)]);
        Assert.True(await first.IsInAsync());

        using var second = host.Browser();
        await second.GivePasswordAsync(admin.Email!, Given.Password);
        await second.SubmitAsync("main form", [("Input.Code", code)]);
        Assert.StartsWith("/SignIn/Code", second.At, StringComparison.Ordinal);
        Assert.False(await second.IsInAsync());

        host.Clock.Advance(TimeSpan.FromSeconds(Totp.StepSeconds));
        await second.GivePasswordAsync(admin.Email!, Given.Password);
        await second.SubmitAsync("main form", [("Input.Code", await host.CodeAsync(admin))]);
        Assert.True(await second.IsInAsync());
    }

    [Fact]
    public async Task Codes_are_guessed_five_times_in_all_even_with_the_password_given_again()
    {
        var admin = await host.Given.Administrator();
        using var browser = host.Browser();
        for (var i = 0; i < SignInTries.Allowed - 1; i++)
        {
            await browser.GivePasswordAsync(admin.Email!, Given.Password);
            await browser.SubmitAsync("main form", [("Input.Code", "000000")]);
        }

        await browser.GivePasswordAsync(admin.Email!, Given.Password);
        await browser.SubmitAsync("main form", [("Input.Code", "000000")]);
        await browser.SubmitAsync("main form", [("Input.Code", await host.CodeAsync(admin))]);

        Assert.False(await browser.IsInAsync());
    }

    [Fact]
    public async Task A_recovery_code_signs_in_once()
    {
        var admin = await host.Given.Administrator();
        var code = host.Given.RecoveryCode(admin);
        using var browser = host.Browser();
        await browser.GivePasswordAsync(admin.Email!, Given.Password);
        await browser.SubmitAsync("main form", [("Input.Code", code)]);
        Assert.True(await browser.IsInAsync());

        using var other = host.Browser();
        await other.GivePasswordAsync(admin.Email!, Given.Password);
        await other.SubmitAsync("main form", [("Input.Code", code)]);

        Assert.False(await other.IsInAsync());
    }

    [Fact]
    public async Task The_second_step_cannot_be_skipped_and_its_key_is_good_for_ten_minutes()
    {
        var admin = await host.Given.Administrator();
        using var browser = host.Browser();
        await browser.GivePasswordAsync(admin.Email!, Given.Password);

        Assert.False(await browser.IsInAsync());
        await browser.GoAsync("/SignIn/Code");
        host.Clock.Advance(SignInStep.CodeLasts);
        await browser.SubmitAsync("main form", [("Input.Code", await host.CodeAsync(admin))]);

        Assert.False(await browser.IsInAsync());
    }

    [Fact]
    public async Task Staff_without_a_second_step_set_it_up_before_anything_else()
    {
        var admin = await host.WithPasswordOnlyAsync(StaffRole.Administrator, "moi@example.vn");
        using var browser = host.Browser();
        await browser.GivePasswordAsync(admin.Email!, Given.Password);
        Assert.Equal("/Account/TwoStep", browser.At);
        foreach (var page in new[] { "/Admin", "/Admin/Accounts", "/Account", "/Account/Password", "/Home" })
        {
            await browser.GoAsync(page);
            Assert.Equal("/Account/TwoStep", browser.At);
        }

        Assert.NotNull(browser.Page.QuerySelector("main svg path"));
        await browser.SubmitAsync("main form", [("Input.Code", "000000")]);
        Assert.Contains("Mã không đúng", browser.Text, StringComparison.Ordinal);
        await browser.SubmitAsync("main form", [("Input.Code", await host.CodeAsync(admin))]);

        Assert.Equal(TwoStep.RecoveryCodes, browser.Page.QuerySelectorAll("main .wb-ticks li").Length);
        await browser.GoAsync("/Admin");
        Assert.Equal("/Admin", browser.At);
    }

    [Fact]
    public async Task A_contact_needs_no_second_step()
    {
        var (_, contact) = await host.Given.Employer();
        using var browser = await host.Given.SignedIn(contact);

        Assert.True(await browser.IsInAsync());
    }

    [Fact]
    public async Task Guessing_from_one_address_ends_with_too_many_requests()
    {
        using var browser = host.Browser();
        for (var i = 0; i < SignInThrottle.FailuresPerAddress; i++)
            host.Throttle().Failed(null);

        await browser.GivePasswordAsync("nobody@example.vn", Given.Password);

        Assert.Equal(System.Net.HttpStatusCode.TooManyRequests, browser.Status);
        Assert.Contains("Chờ vài phút", browser.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("/SignOut")]
    public async Task Nobody_is_sent_elsewhere_by_a_link_to_the_sign_in_page(string back)
    {
        var (_, contact) = await host.Given.Employer();
        using var browser = host.Browser();

        await browser.GoAsync("/SignIn?back=" + Uri.EscapeDataString(back));
        await browser.SubmitAsync("main form", [("Input.Email", contact.Email), ("Input.Password", Given.Password)]);

        Assert.Equal("/Hire", browser.At);
    }

    [Fact]
    public async Task The_language_is_kept_and_leads_nowhere_else()
    {
        using var browser = host.Browser();

        await browser.GoAsync("/Language?to=en&back=" + Uri.EscapeDataString("/SignIn"));
        Assert.Equal("/SignIn", browser.At);
        Assert.Contains("Forgotten password", browser.Text, StringComparison.Ordinal);
        await browser.GoAsync("/Language?to=vi&back=" + Uri.EscapeDataString("//evil.example/"));

        Assert.Equal("/", browser.At);
    }
}
