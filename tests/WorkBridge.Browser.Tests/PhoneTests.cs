using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using WorkBridge.Browser.Tests.Support;
using WorkBridge.Consents;
using WorkBridge.Email;
using WorkBridge.Mentors;
using WorkBridge.Referrals;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Browser.Tests;

/// <summary>What the public and an employer's contact see on a phone: 390 px wide, 320 px wide, and with letters of twice the size.</summary>
[Collection(InAnotherChromium.Name)]
public sealed class PhoneTests(Chromium chromium, OneHost one) : IClassFixture<OneHost>
{
    [Fact]
    public async Task Public_pages_hold_on_a_phone_in_both_languages()
    {
        var host = one.Host;
        await host.Given.Commune();
        await using var phone = await OpenAsync(host);
        foreach (var path in new[] { "/", "/Privacy", "/SignIn", "/SignIn/Forgot", "/Employers/Register", "/Employers/Registered", "/Nowhere", "/R/forged", "/Error" })
            await LookAsync(phone, path);
        await phone.Page.GotoAsync("/Employers/Register");
        await phone.PressAsync("Đăng ký");
        await NarrowAsync(phone);

        await phone.Page.GotoAsync("/Language?to=en&back=%2F");
        foreach (var path in new[] { "/", "/Privacy", "/Employers/Register" })
        {
            await phone.Page.GotoAsync(path);
            await NarrowAsync(phone);
        }
    }

    [Fact]
    public async Task Pages_of_an_employer_hold_on_a_phone()
    {
        var host = one.Host;
        var (employer, contact) = await host.Given.Employer(name: "Hợp tác xã Dịch vụ Nông nghiệp Tổng hợp và Thương mại Tràng Minh Kiến An (mẫu)");
        var opening = await host.Given.LiveOpening(employer, "Công nhân vận hành máy cắt vải tự động kiêm kiểm tra chất lượng và đóng gói");
        await using var phone = await OpenAsync(host);
        await phone.SignInAsync(contact);
        foreach (var path in new[] { "/Hire", "/Hire/Openings", $"/Hire/Openings/{opening.Id}", "/Hire/Referrals", "/Hire/Contacts", "/Hire/Import", "/Account", "/Account/Password", "/Account/Passkeys", "/Account/TwoStep", "/SignOut" })
            await LookAsync(phone, path);
    }

    [Fact]
    public async Task Pages_of_a_mentor_hold_on_a_phone()
    {
        var host = one.Host;
        var officer = await host.Given.Officer();
        var mentor = await host.Given.Mentor();
        var person = await host.Given.Person("Nguyễn Hoàng Thị Phương Nghiêm");
        await host.Given.Consent(person, Purpose.Mentor);
        var mentorship = Mentorship.Assign(person.Id, person.CommuneCode, mentor.Id, DateOnly.FromDateTime(host.Given.Now).AddDays(-50), null, Actor.Officer(officer.Id), host.Given.Now.AddDays(-50));
        await host.Db(async db =>
        {
            db.Add(mentorship);
            await db.SaveChangesAsync();
        });
        await using var phone = await OpenAsync(host);
        await phone.SignInAsync(mentor);
        await LookAsync(phone, "/Mentor");
        await LookAsync(phone, $"/Mentor/{mentorship.Id}");
        await phone.FillAsync("Input_Day", "23/11/2026");
        await phone.PressAsync("Hẹn tới thăm", "mentor-planned");
        await NarrowAsync(phone);
        await phone.PressAsync("Ghi lần tới thăm", "mentor-nothing-chosen");
        await NarrowAsync(phone);
        await phone.Page.Locator("input[value=NotAtHome]").CheckAsync(new() { Force = true });
        await phone.PressAsync("Ghi lần tới thăm", "mentor-failed");
        Assert.Contains("Không có nhà", await phone.TextAsync(), StringComparison.Ordinal);
        await LookAsync(phone, "/Account");
    }

    [Fact]
    public async Task Back_comes_back_to_what_was_written_and_one_may_go_on()
    {
        var host = one.Host;
        var (employer, contact) = await host.Given.Employer();
        await using var phone = await OpenAsync(host);
        await phone.SignInAsync(contact);
        await phone.Page.GotoAsync("/Hire/Openings/Kind");
        await phone.Page.Locator("input[value='Training']").CheckAsync(new() { Force = true });
        await phone.FillAsync("Input_Title", "Học cắt may căn bản");
        await phone.PressAsync("Lưu và đi tiếp");
        await phone.PressAsync("Lưu và đi tiếp", "write-nothing-chosen");
        await phone.Page.Locator("input[name='Input.Trade']").First.CheckAsync(new() { Force = true });
        await phone.FillAsync("Input_Places", "10");
        await phone.PressAsync("Lưu và đi tiếp", "write-place");
        Assert.EndsWith("/Place", phone.Page.Url, StringComparison.Ordinal);

        await phone.Page.GoBackAsync(new() { WaitUntil = WaitUntilState.Commit });
        await phone.Page.WaitForFunctionAsync("document.querySelector('#Input_Places')?.value === '10'");
        await phone.FillAsync("Input_Places", "12");
        await phone.PressAsync("Lưu và đi tiếp");

        Assert.EndsWith("/Place", phone.Page.Url, StringComparison.Ordinal);
        Assert.Equal(12, await host.Db(db => db.Openings.Where(o => o.EmployerId == employer.Id).Select(o => o.Places).SingleAsync()));
        await phone.FillAsync("Input_PlaceText", "Nhà văn hoá phường");
        await phone.TickAsync("Buổi tối");
        await phone.FillAsync("Input_ClosesOn", "25/2/27");
        await phone.PressAsync("Lưu và đi tiếp", "write-teaching");
        await phone.Page.Locator("input[type=checkbox]").First.CheckAsync(new() { Force = true });
        await phone.PressAsync("Lưu và đi tiếp", "write-check");
        await NarrowAsync(phone);
    }

    [Fact]
    public async Task A_passkey_is_added_and_signs_in()
    {
        var host = one.Host;
        var (_, contact) = await host.Given.Employer();
        // A passkey belongs to a name, not to a number.
        await using var phone = await OpenAsync(host, axe: false, host.Url.Replace("127.0.0.1", "localhost", StringComparison.Ordinal));
        var devices = await phone.Page.Context.NewCDPSessionAsync(phone.Page);
        await devices.SendAsync("WebAuthn.enable");
        await devices.SendAsync("WebAuthn.addVirtualAuthenticator", new() { ["options"] = new Dictionary<string, object> { ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true } });
        await phone.SignInAsync(contact);
        await phone.Page.GotoAsync("/Account/Passkeys");
        await phone.FillAsync("Input_Name", "Điện thoại của tôi");
        await phone.FillAsync("Input_Present", Given.Password);
        await phone.PressAsync("Thêm khoá");
        Assert.Contains("Đã thêm khoá đăng nhập", await phone.TextAsync(), StringComparison.Ordinal);
        await phone.LeaveAsync(() => phone.Page.Locator(".wb-foot").GetByRole(AriaRole.Button, new() { Name = "Đăng xuất" }).ClickAsync());

        await phone.Page.GotoAsync("/SignIn");
        await phone.PressAsync("Dùng khoá đăng nhập");

        Assert.EndsWith("/Hire", phone.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_referral_is_read_in_the_mail_and_answered_on_the_phone_and_only_once()
    {
        var host = one.Host;
        var (employer, contact) = await host.Given.Employer();
        var officer = await host.Given.Officer();
        var person = await host.Given.Person();
        var opening = await host.Given.LiveOpening(employer);
        var referral = await host.Given.PreparedReferral(opening, person, officer, consent: true);
        await using var desk = await Screen.OpenAsync(host, chromium, 1366, 768, Pictures.Folder, axe: false);
        await desk.SignInAsync(officer);
        await desk.Page.GotoAsync($"/Referrals/{referral.Id}");
        await desk.PressAsync("Gửi lời giới thiệu");
        await host.Use<DeliverMail>(deliver => deliver.RunAsync(default));

        await using var phone = await OpenAsync(host);
        var mail = await MimeKit.MimeMessage.LoadAsync(Directory.GetFiles(Path.Combine(host.Folder, "data", "mail"), "*.eml").Single());
        Assert.Contains("một người làm thợ may", mail.Subject, StringComparison.Ordinal);
        foreach (var own in new[] { "Thơm", person.Initials, person.Code, person.Details.Phone![4..] })
            Assert.DoesNotContain(own, mail.Subject + mail.TextBody + mail.HtmlBody, StringComparison.Ordinal);
        await phone.Page.SetContentAsync(mail.HtmlBody!);
        await NarrowAsync(phone);
        var link = await phone.Page.GetAttributeAsync("a", "href");

        await LookAsync(phone, new Uri(link!).AbsolutePath);
        await phone.PressAsync("Xem người được giới thiệu");
        foreach (var answer in Enum.GetValues<AnswerKind>())
            await phone.Page.Locator($"input[value={answer}]").First.CheckAsync(new() { Force = true });
        await phone.LookAsync("link-decline-open");
        await NarrowAsync(phone);
        // The other one who answers has signed in and comes by the list.
        await using var second = await OpenAsync(host);
        await second.SignInAsync(contact);
        await second.PressAsync("Xem GT-", "hire-referral");
        await second.GoAsync("/Hire/Referrals");
        await second.PressAsync("Xem và trả lời");
        await second.PressAsync("Xem người được giới thiệu");
        await phone.Page.Locator("input[value=Interview]").First.CheckAsync(new() { Force = true });
        await phone.FillAsync("Input_InterviewAt", "8h30 1/12/26");
        await phone.PressAsync("Gửi trả lời", "link-interview");
        Assert.Contains("8:30 thứ Ba 01/12", await phone.TextAsync(), StringComparison.Ordinal);

        await phone.PressAsync("Xem lại và ghi kết quả");
        await phone.Page.Locator("input[value=Decline]").First.CheckAsync(new() { Force = true });
        await phone.Page.Locator("input[value=NoPlaceLeft]").CheckAsync(new() { Force = true });
        await phone.PressAsync("Gửi trả lời", "link-declined");
        await second.Page.Locator("input[value=Accept]").First.CheckAsync(new() { Force = true });
        await second.Page.Locator("input[id$='StartsOn']").FillAsync("2/12/2026");
        await second.PressAsync("Gửi trả lời");

        Assert.Equal(ReferralState.Declined, await host.Db(db => db.Referrals.Where(r => r.Id == referral.Id).Select(r => r.State).SingleAsync()));
        Assert.Contains("Câu trả lời vừa gửi không được ghi", await second.TextAsync(), StringComparison.Ordinal);
        Assert.Contains("lần này chưa phù hợp", await second.TextAsync(), StringComparison.Ordinal);
    }

    private Task<Screen> OpenAsync(TestHost host, bool axe = true, string? url = null) =>
        Screen.OpenAsync(host, chromium, 390, 844, Path.Combine(Pictures.Folder, "phone"), axe, url);

    private static async Task LookAsync(Screen phone, string path)
    {
        await phone.GoAsync(path);
        await NarrowAsync(phone);
    }

    /// <summary>The page that is open, 320 px wide and then with letters twice as large: it grows down, never sideways.</summary>
    private static async Task NarrowAsync(Screen phone)
    {
        await phone.Page.SetViewportSizeAsync(320, 700);
        Assert.True(await WideAsync() <= 0, $"{phone.Page.Url} scrolls sideways at 320 px");
        await phone.Page.SetViewportSizeAsync(390, 844);
        await phone.Page.EvaluateAsync("() => { const big = new CSSStyleSheet(); big.replaceSync('html { font-size: 225% !important; }'); document.adoptedStyleSheets = [big]; }");
        Assert.True(await WideAsync() <= 0, $"{phone.Page.Url} scrolls sideways with large letters");
        await phone.Page.EvaluateAsync("document.adoptedStyleSheets = []");

        Task<int> WideAsync() => phone.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - window.innerWidth");
    }
}
