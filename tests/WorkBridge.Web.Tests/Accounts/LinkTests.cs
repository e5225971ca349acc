using Microsoft.EntityFrameworkCore;
using WorkBridge.Email;
using WorkBridge.Staff;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Accounts;

public sealed class LinkTests : IAsyncLifetime
{
    private const string Wanted = "bốn con vịt qua sông";
    private TestHost host = null!;

    public async Task InitializeAsync() => host = await TestHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task An_invitation_chooses_a_password_once()
    {
        var id = await InvitedAsync();
        var link = await host.LinkInMailAsync(MailKinds.AccountInvited, id);
        using var browser = host.Browser();
        for (var i = 0; i < 20; i++)
            await browser.GoAsync(link);
        await browser.SubmitAsync("main form", [("Input.Wanted", Wanted)]);
        Assert.Equal("/SignIn", browser.At);
        Assert.Contains("Đã đặt mật khẩu", browser.Text, StringComparison.Ordinal);

        using var second = host.Browser();
        await second.GoAsync(link);
        Assert.Contains("không dùng được nữa", second.Text, StringComparison.Ordinal);
        await second.GoAsync("/SignIn");
        await second.PostAsync("/Account/Choose", [.. Posted(link), ("Input.Wanted", "xe dap cu mau xanh"), ("__RequestVerificationToken", second.Token)]);

        await browser.GivePasswordAsync("moi@example.vn", Wanted);
        Assert.Equal("/Account/TwoStep", browser.At);
    }

    [Fact]
    public async Task An_invitation_is_good_for_fourteen_days_and_can_be_asked_for_again()
    {
        var id = await InvitedAsync();
        var link = await host.LinkInMailAsync(MailKinds.AccountInvited, id);
        host.Clock.Advance(AccountLinks.InvitationLasts);
        using var browser = host.Browser();

        await browser.GoAsync(link);
        Assert.Contains("không dùng được nữa", browser.Text, StringComparison.Ordinal);
        await browser.GoAsync("/SignIn/Forgot");
        await browser.SubmitAsync("main form", [("Input.Email", "moi@example.vn")]);
        await browser.GoAsync(await host.LinkInMailAsync(MailKinds.AccountInvited, id));

        Assert.NotNull(browser.Page.QuerySelector("[name='Input.Wanted']"));
    }

    [Fact]
    public async Task A_link_for_another_account_or_with_a_changed_letter_is_no_good()
    {
        var id = await InvitedAsync();
        var link = await host.LinkInMailAsync(MailKinds.AccountInvited, id);
        using var browser = host.Browser();

        foreach (var wrong in new[] { link[..^1] + (link[^1] == 'A' ? 'B' : 'A'), link.Split("&t=")[0], link.Split("&t=")[0] + "&t=", "/Account/Choose", "/Account/Choose?m=" + Guid.NewGuid().ToString("N") + "&t=" + link.Split("&t=")[1] })
        {
            await browser.GoAsync(wrong);
            Assert.Null(browser.Page.QuerySelector("[name='Input.Wanted']"));
        }
    }

    [Fact]
    public async Task Asking_for_a_new_password_says_the_same_to_everybody_and_mails_only_who_is_known()
    {
        var admin = await host.Given.Administrator();
        using var browser = host.Browser();

        await browser.GoAsync("/SignIn/Forgot");
        await browser.SubmitAsync("main form", [("Input.Email", admin.Email)]);
        var known = browser.Page.QuerySelector("main")!.InnerHtml;
        await browser.GoAsync("/SignIn/Forgot");
        await browser.SubmitAsync("main form", [("Input.Email", "nobody@example.vn")]);
        var unknown = browser.Page.QuerySelector("main")!.InnerHtml;

        Assert.Equal(known, unknown);
        var mail = Assert.Single(await host.Db(db => db.Outbox.Where(m => m.Kind == MailKinds.PasswordReset).ToListAsync()));
        Assert.Equal(admin.Email, mail.To);
    }

    [Fact]
    public async Task A_reset_is_good_for_half_an_hour_once_and_does_not_pass_by_the_code()
    {
        var admin = await host.Given.Administrator();
        using var before = await host.Given.SignedIn(admin);
        using var browser = host.Browser();
        await browser.GoAsync("/SignIn/Forgot");
        await browser.SubmitAsync("main form", [("Input.Email", admin.Email)]);
        var old = await host.LinkInMailAsync(MailKinds.PasswordReset, admin.Id);
        host.Clock.Advance(AccountLinks.ResetLasts);
        await browser.GoAsync(old);
        Assert.Null(browser.Page.QuerySelector("[name='Input.Wanted']"));

        await browser.GoAsync("/SignIn/Forgot");
        await browser.SubmitAsync("main form", [("Input.Email", admin.Email)]);
        var link = await host.LinkInMailAsync(MailKinds.PasswordReset, admin.Id);
        await browser.GoAsync(link);
        await browser.SubmitAsync("main form", [("Input.Wanted", Wanted)]);
        await browser.GoAsync(link);

        Assert.Null(browser.Page.QuerySelector("[name='Input.Wanted']"));
        Assert.False(await before.IsInAsync());
        await browser.GivePasswordAsync(admin.Email!, Wanted);
        Assert.Equal("/SignIn/Code", browser.At);
    }

    [Fact]
    public async Task No_token_lies_in_the_database()
    {
        var id = await InvitedAsync();
        var token = (await host.LinkInMailAsync(MailKinds.AccountInvited, id)).Split("&t=")[1];
        await host.Db(db => db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)"));

        await using var file = new FileStream(Path.Combine(host.Folder, "data", "workbridge.db"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        await file.ReadExactlyAsync(bytes);

        Assert.True(bytes.AsSpan().IndexOf("moi@example.vn"u8) >= 0);
        Assert.True(bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(token)) < 0);
    }

    [Fact]
    public async Task The_first_administrators_link_works_once_and_for_one_day()
    {
        string? link = null;
        await host.Use<OfferFirstAdministrator>(async o => link = new Uri((await o.RunAsync(default))!).PathAndQuery);
        var old = link!;
        await host.Use<OfferFirstAdministrator>(async o => link = new Uri((await o.RunAsync(default))!).PathAndQuery);
        using var browser = host.Browser();
        await browser.GoAsync(old);
        Assert.Null(browser.Page.QuerySelector("[name='Input.Email']"));

        await browser.GoAsync(link!);
        await browser.SubmitAsync("main form", [("Input.DisplayName", "Ngô Thị Lan"), ("Input.Email", "lan@example"), ("Input.Wanted", Wanted)]);
        Assert.NotNull(browser.Page.QuerySelector("#Input_Email-error"));
        Assert.Equal("Ngô Thị Lan", browser.Page.QuerySelector("[name='Input.DisplayName']")!.GetAttribute("value"));
        await browser.SubmitAsync("main form", [("Input.Email", "lan@example.vn"), ("Input.Wanted", Wanted)]);
        Assert.Equal("/Account/TwoStep", browser.At);

        using var second = host.Browser();
        await second.GoAsync(link!);
        Assert.Null(second.Page.QuerySelector("[name='Input.Email']"));
        await host.Use<OfferFirstAdministrator>(async o => Assert.Null(await o.RunAsync(default)));
        Assert.Equal(1, await host.Db(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task The_first_administrators_link_is_over_after_a_day()
    {
        string? link = null;
        await host.Use<OfferFirstAdministrator>(async o => link = new Uri((await o.RunAsync(default))!).PathAndQuery);
        host.Clock.Advance(SignInStep.FirstAdministratorLasts);
        using var browser = host.Browser();

        await browser.GoAsync(link!);

        Assert.Null(browser.Page.QuerySelector("[name='Input.Email']"));
    }

    private static IEnumerable<(string, string)> Posted(string link)
    {
        var query = link.Split('?')[1].Split('&').Select(p => p.Split('=')).ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal);
        return [("m", query["m"]), ("t", query["t"])];
    }

    private async Task<Guid> InvitedAsync()
    {
        Guid id = default;
        await host.Use<InviteAccount>(async i => id = await i.RunAsync(new Invited(StaffRole.Administrator, "moi@example.vn", "Người Mới", "", [], null), default));
        return id;
    }
}
