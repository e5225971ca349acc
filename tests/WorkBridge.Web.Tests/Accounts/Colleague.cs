using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkBridge.Email;
using WorkBridge.Staff;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Accounts;

/// <summary>What the tests of accounts do again and again.</summary>
internal static class Colleague
{
    public const string Cookie = "workbridge";
    private static readonly Uri Origin = new("http://localhost");

    /// <summary>An account with a password and no second step yet.</summary>
    public static async Task<Account> WithPasswordOnlyAsync(this TestHost host, StaffRole role, string email)
    {
        var account = new Account(role, email, "Người Thử");
        account.TakePassword(await host.Services.GetRequiredService<Passwords>().HashAsync(account, Given.Password, default));
        await host.Db(async db =>
        {
            db.Users.Add(account);
            await db.SaveChangesAsync();
        });
        return account;
    }

    public static async Task GivePasswordAsync(this Browser browser, string email, string password)
    {
        await browser.GoAsync("/SignIn");
        await browser.SubmitAsync("main form", [("Input.Email", email), ("Input.Password", password)]);
    }

    /// <summary>The code the account's app shows now.</summary>
    public static Task<string> CodeAsync(this TestHost host, Account account) => host.Db(async db =>
        Totp.Code((await db.TwoSteps.SingleAsync(t => t.AccountId == account.Id)).Key, Totp.StepOf(host.Clock.GetUtcNow().UtcDateTime)));

    public static SignInThrottle Throttle(this TestHost host) => host.Services.GetRequiredService<SignInThrottle>();

    public static string SessionCookie(this Browser browser) => browser.Cookies.GetCookies(Origin)[Cookie]!.Value;

    public static void TakeSessionCookie(this Browser browser, string value) => browser.Cookies.Add(Origin, new System.Net.Cookie(Cookie, value, "/"));

    /// <summary>Where the browser ends up when it asks for its account: there, or at the door.</summary>
    public static async Task<bool> IsInAsync(this Browser browser)
    {
        await browser.GoAsync("/Account");
        return browser.At == "/Account";
    }

    /// <summary>The path of the link in the last mail of a kind to an account, written as delivery would write it.</summary>
    public static async Task<string> LinkInMailAsync(this TestHost host, string kind, Guid accountId)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Data.WorkBridgeDb>();
        var mail = await db.Outbox.AsNoTracking().Where(m => m.Kind == kind && m.SubjectId == accountId).OrderByDescending(m => m.CreatedAt).FirstAsync();
        var content = await scope.ServiceProvider.GetServices<IMailWriter>().Single(w => w.Kind == kind).WriteAsync(mail, default);
        return content!.Text.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("http", StringComparison.Ordinal)).Select(line => new Uri(line).PathAndQuery).First();
    }
}
