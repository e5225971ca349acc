using System.Net;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Email;
using WorkBridge.Employers;
using WorkBridge.Openings;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Employers;

/// <summary>An employer comes in: registration by itself or through an officer, approval, refusal, suspension, a second contact.</summary>
public sealed class EmployerTests
{
    private static readonly (string, string?)[] Good =
    [
        ("Input.Name", "HTX May Kiến Phúc (mẫu)"),
        ("Input.Kind", "Cooperative"),
        ("Input.TaxCode", "0100109106"),
        ("Input.CommuneCode", Given.KienAn),
        ("Input.Phone", "0225 3 567 890"),
        ("Input.ContactName", "Trần Thị Mai"),
        ("Input.ContactEmail", "mai@kienphuc.example"),
        ("Input.Password", Given.Password),
        ("Input.Agrees", "true"),
    ];

    [Fact]
    public async Task A_cooperative_registers_itself_and_waits_for_approval()
    {
        await using var host = await TestHost.StartAsync();
        await host.Given.Commune();
        using var browser = host.Browser();

        await browser.GoAsync("/Employers/Register");
        await browser.SubmitAsync("main form", Good);

        Assert.Equal("/Employers/Registered", browser.At);
        var employer = await host.Db(db => db.Employers.SingleAsync());
        Assert.Equal((EmployerState.Registered, "0100109106", Given.KienAn), (employer.State, employer.TaxCode, employer.CommuneCode));
        var contact = await host.Db(db => db.Users.SingleAsync(a => a.EmployerId == employer.Id));
        Assert.Equal("mai@kienphuc.example", contact.Email);
        Assert.Equal(1, await host.Db(db => db.StateMoves.CountAsync(m => m.NounId == employer.Id)));
    }

    [Fact]
    public async Task Everything_wrong_is_told_at_once_and_a_good_password_is_asked_for_again()
    {
        await using var host = await TestHost.StartAsync();
        await host.Given.Commune();
        using var browser = host.Browser();
        await browser.GoAsync("/Employers/Register");
        await browser.SubmitAsync("main form", [.. Good.Select(g => g.Item1 switch
        {
            "Input.TaxCode" => (g.Item1, "0100109107"),
            "Input.Phone" => (g.Item1, "abc"),
            "Input.Password" => (g.Item1, "ngan"),
            _ => g,
        })]);
        Assert.Equal(3, browser.Page.QuerySelectorAll(".govuk-error-summary li").Length);

        await browser.SubmitAsync("main form", [("Input.Phone", "0225 3 567 890"), ("Input.Password", Given.Password)]);

        Assert.Contains("Mã số thuế không đúng", Assert.Single(browser.Page.QuerySelectorAll(".govuk-error-summary li")).TextContent, StringComparison.Ordinal);
        Assert.Contains("Xin nhập lại mật khẩu", browser.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Input.TaxCode", "0100109107", "Mã số thuế không đúng")]
    [InlineData("Input.TaxCode", "031085001234", "Mã số thuế không đúng")]
    [InlineData("Input.TaxCode", "", "Nhập mã số thuế")]
    [InlineData("Input.Name", " ", "Nhập tên đơn vị")]
    [InlineData("Input.Kind", null, "Chọn loại đơn vị")]
    [InlineData("Input.CommuneCode", "", "Chọn xã, phường")]
    [InlineData("Input.Phone", "abc", "Số điện thoại không đúng")]
    [InlineData("Input.ContactEmail", "mai@", "địa chỉ thư")]
    [InlineData("Input.Password", "ngan", "Mật khẩu")]
    [InlineData("Input.Agrees", null, "Cần sự đồng ý này")]
    public async Task A_slip_is_told_beside_the_field_and_everything_typed_stays(string field, string? typed, string words)
    {
        await using var host = await TestHost.StartAsync();
        await host.Given.Commune();
        using var browser = host.Browser();
        await browser.GoAsync("/Employers/Register");

        await browser.SubmitAsync("main form", Good.Select(g => g.Item1 == field ? (field, typed) : g));

        Assert.Equal("/Employers/Register", browser.At);
        Assert.StartsWith("Lỗi:", browser.Page.Title, StringComparison.Ordinal);
        Assert.Contains(words, browser.Page.QuerySelector($"#{field.Replace('.', '_')}-error")!.TextContent, StringComparison.Ordinal);
        if (field != "Input.Name")
            Assert.Equal("HTX May Kiến Phúc (mẫu)", browser.Page.QuerySelector("#Input_Name")!.GetAttribute("value"));
        Assert.Equal(0, await host.Db(db => db.Employers.CountAsync()));
        Assert.Equal(0, await host.Db(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task A_second_registration_of_a_tax_code_is_refused_with_the_way_to_join()
    {
        await using var host = await TestHost.StartAsync();
        await host.Given.Commune();
        using var browser = host.Browser();
        await browser.GoAsync("/Employers/Register");
        await browser.SubmitAsync("main form", Good);
        await browser.GoAsync("/Employers/Register");

        await browser.SubmitAsync("main form", Good.Select(g => g.Item1 == "Input.ContactEmail" ? ("Input.ContactEmail", "khac@kienphuc.example") : g));

        var error = browser.Page.QuerySelector("#Input_TaxCode-error")!.TextContent;
        Assert.Contains("nhờ anh/chị Mai", error, StringComparison.Ordinal);
        Assert.Contains("0225 000 0000", error, StringComparison.Ordinal);
        Assert.DoesNotContain("Trần", error, StringComparison.Ordinal);
        Assert.Equal(1, await host.Db(db => db.Employers.CountAsync()));
        Assert.Equal(1, await host.Db(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task An_officer_approves_and_the_contact_is_told_once()
    {
        await using var host = await TestHost.StartAsync();
        var officer = await host.Given.Officer();
        var (employer, contact) = await host.Given.Employer(approved: false);
        using var desk = await host.Given.SignedIn(officer);

        await desk.GoAsync("/Employers");
        Assert.Contains("1 nơi tuyển chờ duyệt", desk.Text, StringComparison.Ordinal);
        await desk.GoAsync($"/Employers/{employer.Id}");
        await desk.SubmitAsync("button[formaction*=Approve]", button: "button[formaction*=Approve]");

        Assert.Contains("Đã duyệt", desk.Text, StringComparison.Ordinal);
        Assert.Equal(EmployerState.Approved, (await host.Db(db => db.Employers.SingleAsync())).State);
        var mail = await host.Db(db => db.Outbox.SingleAsync(m => m.Kind == MailKinds.EmployerApproved));
        Assert.Equal(contact.Email, mail.To);
    }

    [Fact]
    public async Task A_refusal_needs_a_reason_and_keeps_it()
    {
        await using var host = await TestHost.StartAsync();
        var (employer, _) = await host.Given.Employer(approved: false);
        using var desk = await host.Given.SignedIn(await host.Given.Officer());
        await desk.GoAsync($"/Employers/{employer.Id}");

        await desk.SubmitAsync("button[formaction*=Refuse]", button: "button[formaction*=Refuse]");
        Assert.Contains("Chọn lý do", desk.Page.QuerySelector("#Input_Reason-error")!.TextContent, StringComparison.Ordinal);
        await desk.SubmitAsync("button[formaction*=Refuse]", [("Input.Reason", "OutsideCommune")], "button[formaction*=Refuse]");

        Assert.Equal(EmployerState.Refused, (await host.Db(db => db.Employers.SingleAsync())).State);
        Assert.Equal("OutsideCommune", (await host.Db(db => db.StateMoves.SingleAsync(m => m.To == "Refused"))).Code);
    }

    [Fact]
    public async Task A_suspension_pauses_what_is_live_and_stops_new_submissions()
    {
        await using var host = await TestHost.StartAsync();
        var (employer, contact) = await host.Given.Employer();
        var live = await host.Given.LiveOpening(employer);
        using var desk = await host.Given.SignedIn(await host.Given.Officer());
        await desk.GoAsync($"/Employers/{employer.Id}");

        await desk.SubmitAsync("button[formaction*=Suspend]", [("Input.Reason", "BrokenPromise")], "button[formaction*=Suspend]");

        Assert.Equal(OpeningState.Paused, (await host.Db(db => db.Openings.SingleAsync(o => o.Id == live.Id))).State);
        using var hire = await host.Given.SignedIn(contact);
        await hire.GoAsync($"/Hire/Openings/{live.Id}");
        await hire.SubmitAsync("button[formaction*=Resume]", button: "button[formaction*=Resume]");
        Assert.Contains("Nơi tuyển chưa được duyệt", hire.Text, StringComparison.Ordinal);
        Assert.Equal(OpeningState.Paused, (await host.Db(db => db.Openings.SingleAsync(o => o.Id == live.Id))).State);
    }

    [Fact]
    public async Task An_officer_registers_for_somebody_and_the_contact_is_invited()
    {
        await using var host = await TestHost.StartAsync();
        using var desk = await host.Given.SignedIn(await host.Given.Officer());
        await desk.GoAsync("/Employers/Add");

        await desk.SubmitAsync("main form", Good.Where(g => g.Item1 is not ("Input.Password" or "Input.Agrees")));

        var employer = await host.Db(db => db.Employers.SingleAsync());
        Assert.Equal($"/Employers/{employer.Id}", desk.At);
        Assert.Equal("mai@kienphuc.example", (await host.Db(db => db.Outbox.SingleAsync(m => m.Kind == MailKinds.AccountInvited))).To);
        Assert.Null((await host.Db(db => db.Users.SingleAsync(a => a.EmployerId == employer.Id))).PasswordHash);
    }

    [Fact]
    public async Task A_contact_invites_a_colleague_and_a_known_address_is_refused()
    {
        await using var host = await TestHost.StartAsync();
        var (employer, contact) = await host.Given.Employer();
        using var hire = await host.Given.SignedIn(contact);
        await hire.GoAsync("/Hire/Contacts");

        await hire.SubmitAsync("main form", [("Input.ContactName", "Phạm Thị Hồng"), ("Input.ContactEmail", "hong@kienphuc.example")]);
        Assert.Equal(2, await host.Db(db => db.Users.CountAsync(a => a.EmployerId == employer.Id)));
        await hire.SubmitAsync("main form", [("Input.ContactName", "Ai Đó"), ("Input.ContactEmail", "hong@kienphuc.example")]);

        Assert.Contains("đã có tài khoản", hire.Page.QuerySelector("#Input_ContactEmail-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, await host.Db(db => db.Users.CountAsync(a => a.EmployerId == employer.Id)));
    }

    [Fact]
    public async Task An_officer_of_another_commune_does_not_find_the_employer()
    {
        await using var host = await TestHost.StartAsync();
        var (employer, _) = await host.Given.Employer(approved: false);
        using var desk = await host.Given.SignedIn(await host.Given.Officer(Given.NaDuong));

        await desk.GoAsync("/Employers");
        Assert.Contains("Chưa có nơi tuyển nào", desk.Text, StringComparison.Ordinal);
        var token = desk.Token;
        await desk.GoAsync($"/Employers/{employer.Id}");
        Assert.Equal(HttpStatusCode.NotFound, desk.Status);
        await desk.PostAsync($"/Employers/{employer.Id}?handler=Approve", [("__RequestVerificationToken", token)]);

        Assert.Equal(HttpStatusCode.NotFound, desk.Status);
        Assert.Equal(EmployerState.Registered, (await host.Db(db => db.Employers.SingleAsync())).State);
    }
}
