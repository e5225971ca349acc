using System.Net;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Email;
using WorkBridge.Staff;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Accounts;

public sealed class AdminTests : IAsyncLifetime
{
    private static readonly string[] Pages = ["/Admin", "/Admin/Accounts", "/Admin/Accounts/Invite", "/Admin/Communes", "/Admin/Communes/11443", "/Admin/Health", "/Admin/Readings"];
    private TestHost host = null!;

    public async Task InitializeAsync() => host = await TestHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task The_last_administrator_is_not_switched_off()
    {
        var admin = await host.Given.Administrator();
        using var browser = await host.Given.SignedIn(admin);

        await browser.GoAsync($"/Admin/Accounts/{admin.Id}");
        await browser.SubmitAsync("form[action*='handler=Off']");
        Assert.Contains("ít nhất một quản trị viên", browser.Text, StringComparison.Ordinal);

        var other = await host.Given.Administrator();
        await browser.GoAsync($"/Admin/Accounts/{other.Id}");
        await browser.SubmitAsync("form[action*='handler=Off']");
        Assert.True(await host.Db(db => db.Users.Where(a => a.Id == other.Id).Select(a => a.Disabled).SingleAsync()));
        Assert.False(await host.Db(db => db.Users.Where(a => a.Id == admin.Id).Select(a => a.Disabled).SingleAsync()));
    }

    [Fact]
    public async Task Part_of_an_address_finds_an_account_and_stands_in_no_url()
    {
        var officer = await host.Given.Officer();
        using var browser = await host.Given.SignedIn(await host.Given.Administrator());
        await browser.GoAsync("/Admin/Accounts");
        var part = officer.Email!.Split('@')[0];
        await browser.SubmitAsync("main form", [("Q", part.ToUpperInvariant()), ("Role", "Officer")]);

        Assert.Equal([officer.Email], browser.Page.QuerySelectorAll("tbody td:nth-child(2)").Select(e => e.TextContent));
        Assert.Equal(part.ToUpperInvariant(), browser.Page.QuerySelector("[name=Q]")!.GetAttribute("value"));
        Assert.Equal("Officer", browser.Page.QuerySelector("[name=Role] option[selected]")!.GetAttribute("value"));
        Assert.DoesNotContain(browser.Been.Concat(browser.Page.QuerySelectorAll("[href], [action]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("action")!)), address => address.Contains(part, StringComparison.OrdinalIgnoreCase));
        lock (host.Log)
            Assert.DoesNotContain(host.Log, line => line.Contains(part, StringComparison.OrdinalIgnoreCase));

        await browser.SubmitAsync("main form", [("Q", "nobody-has-this"), ("Role", "")]);
        Assert.Contains("Không có tài khoản nào như vậy", browser.Text, StringComparison.Ordinal);
        await browser.SubmitAsync("main form", [("Q", " "), ("Role", "Administrator")]);
        Assert.Equal("/Admin/Accounts?role=Administrator", browser.At);
        Assert.DoesNotContain(officer.Email!, browser.Text, StringComparison.Ordinal);

        // An address that somebody kept from before finds nothing by its query.
        await browser.GoAsync($"/Admin/Accounts?q={part}");
        Assert.Equal(2, browser.Page.QuerySelectorAll("tbody tr").Length);
    }

    [Fact]
    public async Task An_administrator_puts_a_commune_into_use_and_invites_an_officer_for_it()
    {
        await host.Given.Commune(Given.NaDuong);
        using var browser = await host.Given.SignedIn(await host.Given.Administrator());

        await browser.GoAsync("/Admin/Communes/" + Given.NaDuong);
        await browser.SubmitAsync("main form", [("Input.Phone", "0205 000 0000"), ("Input.Latitude", "21,7"), ("Input.Longitude", "")]);
        Assert.NotNull(browser.Page.QuerySelector("#Input_Longitude-error"));
        await browser.SubmitAsync("main form", [("Input.Longitude", "106.98")]);
        Assert.Equal("/Admin/Communes", browser.At);

        // A few communes stand on the page; of many, one is looked for.
        await browser.GoAsync("/Admin/Accounts/Invite");
        Assert.NotNull(browser.Page.QuerySelector($"[name='Input.CommuneCodes'][value='{Given.NaDuong}']"));
        Assert.Null(browser.Page.QuerySelector("[name='Input.CommuneText']"));
        await host.Db(db => db.Communes.Where(c => c.ProvinceCode == "31").OrderBy(c => c.Code).Take(15).ExecuteUpdateAsync(c => c.SetProperty(x => x.Active, true)));
        await browser.GoAsync("/Admin/Accounts/Invite");
        await browser.SubmitAsync("main form", [("Input.Role", "Officer"), ("Input.DisplayName", "Hoàng Văn Cường"), ("Input.CommuneText", "na duong")], "[formaction*=Find]");
        Assert.Equal("Hoàng Văn Cường", browser.Page.QuerySelector("[name='Input.DisplayName']")!.GetAttribute("value"));
        Assert.Empty(browser.Page.QuerySelectorAll(".govuk-error-message"));
        await browser.SubmitAsync("main form", [("Input.CommuneCodes", Given.NaDuong), ("Input.Email", "cuong@example.vn"), ("Input.Unit", "Hội Cựu chiến binh xã Na Dương")], "[data-module=govuk-button]");
        Assert.Equal("/Admin/Accounts", browser.At);

        var officer = await host.Db(db => db.Users.Include(a => a.Communes).SingleAsync(a => a.NormalizedEmail == "CUONG@EXAMPLE.VN"));
        Assert.Equal(StaffRole.Officer, officer.Role);
        Assert.Equal(Given.NaDuong, Assert.Single(officer.Communes).CommuneCode);
        Assert.Equal(MailKinds.AccountInvited, (await host.Db(db => db.Outbox.SingleAsync())).Kind);
        var commune = await host.Db(db => db.Communes.SingleAsync(c => c.Code == Given.NaDuong));
        Assert.Equal(21.7, commune.Latitude);
        Assert.Equal(106.98, commune.Longitude);
    }

    [Fact]
    public async Task The_same_address_is_invited_once_and_the_form_keeps_what_was_typed()
    {
        var admin = await host.Given.Administrator();
        using var browser = await host.Given.SignedIn(admin);

        await browser.GoAsync("/Admin/Accounts/Invite");
        await browser.SubmitAsync("main form", [("Input.Role", "Administrator"), ("Input.DisplayName", "Hai Lần"), ("Input.Email", admin.Email!.ToUpperInvariant())], "[data-module=govuk-button]");

        Assert.Contains("đã có tài khoản", browser.Page.QuerySelector("#Input_Email-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Hai Lần", browser.Page.QuerySelector("[name='Input.DisplayName']")!.GetAttribute("value"));
        Assert.Equal(1, await host.Db(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task Nobody_but_an_administrator_opens_these_pages()
    {
        var officer = await host.Given.Officer();
        var (_, contact) = await host.Given.Employer();
        using var asOfficer = await host.Given.SignedIn(officer);
        using var asContact = await host.Given.SignedIn(contact);
        using var asCoordinator = await host.Given.SignedIn(await host.Given.Coordinator());
        using var asNobody = host.Browser();

        foreach (var page in Pages)
        {
            foreach (var browser in new[] { asOfficer, asContact, asCoordinator })
            {
                await browser.GoAsync(page);
                Assert.Equal(HttpStatusCode.Forbidden, browser.Status);
            }

            await asNobody.GoAsync(page);
            Assert.StartsWith("/SignIn", asNobody.At, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_pages_of_the_administrator_show_nothing_of_a_person()
    {
        await host.Given.Person("Vũ Thị Thơm");
        using var browser = await host.Given.SignedIn(await host.Given.Administrator());

        foreach (var page in Pages)
        {
            await browser.GoAsync(page);
            Assert.Equal(HttpStatusCode.OK, browser.Status);
            Assert.DoesNotContain("Thơm", browser.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("900000", browser.Text, StringComparison.Ordinal);
        }
    }
}
