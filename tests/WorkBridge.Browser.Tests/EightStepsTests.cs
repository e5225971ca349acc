using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using WorkBridge.Browser.Tests.Support;
using WorkBridge.Consents;
using WorkBridge.Email;
using WorkBridge.Openings;
using WorkBridge.Placements;
using WorkBridge.Referrals;
using WorkBridge.Returnees;
using WorkBridge.Search;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Browser.Tests;

/// <summary>
/// The main job from an empty commune to a withdrawn consent, as officer, employer and person do it, each at the size of
/// their own screen. With WORKBRIDGE_ALL_SIZES everybody also does it at a desk, on a telephone and at a kiosk.
/// </summary>
[Collection(InChromium.Name)]
public sealed partial class EightStepsTests(Chromium chromium)
{
    private static readonly (int Width, int Height) Desk = (1366, 768);
    private static readonly (int Width, int Height) Phone = (390, 844);
    private static readonly (int Width, int Height) Kiosk = (1080, 1920);

    public static TheoryData<string> Sizes => Environment.GetEnvironmentVariable("WORKBRIDGE_ALL_SIZES") is { Length: > 0 } ? ["own", "desk", "phone", "kiosk"] : ["own"];

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task The_eight_steps_of_the_main_job(string size)
    {
        await using var host = await TestHost.StartAsync("http://127.0.0.1:0", new Dictionary<string, string?> { ["Kiosk:IdleSeconds"] = "600" });
        var shots = Path.Combine(Pictures.Folder, size);
        Task<Screen> Open((int Width, int Height) own)
        {
            var (width, height) = size switch { "desk" => Desk, "phone" => Phone, "kiosk" => Kiosk, _ => own };
            return Screen.OpenAsync(host, chromium, width, height, shots, axe: (width, height) == own);
        }

        await using var desk = await Open(Desk);
        await using var firm = await Open(Phone);
        await using var kiosk = await Open(Kiosk);
        await using var link = await Open(Phone);
        var officer = await host.Given.Officer();

        // 1. Employer in.
        await firm.GoAsync("/");
        await firm.GoAsync("/Employers/Register", "1-register");
        await firm.FillAsync("Input_Name", "HTX May Đồng Lạch (mẫu)");
        await firm.TickAsync("Hợp tác xã");
        await firm.FillAsync("Input_TaxCode", "0100000000");
        await firm.Page.SelectOptionAsync("#Input_CommuneCode", Given.KienAn);
        await firm.FillAsync("Input_Phone", "0225 000 0002");
        await firm.FillAsync("Input_ContactName", "Trần Thị Mai");
        await firm.FillAsync("Input_ContactEmail", "mai@dong-lach.example");
        await firm.FillAsync("Input_Password", Given.Password);
        await firm.TickAsync("Tôi đồng ý");
        await firm.PressAsync("Đăng ký", "1-register-wrong-code");
        Assert.Contains("Mã số thuế", await firm.TextAsync(), StringComparison.Ordinal);
        Assert.Equal("HTX May Đồng Lạch (mẫu)", await firm.Page.InputValueAsync("#Input_Name"));
        await firm.FillAsync("Input_TaxCode", Given.CompanyCode(77));
        await firm.FillAsync("Input_Password", Given.Password);
        await firm.PressAsync("Đăng ký", "1-registered");

        await desk.SignInAsync(officer, "1-home-empty");
        await desk.PressAsync("Xem và duyệt", "1-employer-review");
        await desk.PressAsync("Duyệt");

        var contact = await host.Db(db => db.Users.SingleAsync(a => a.Email == "mai@dong-lach.example"));
        await firm.SignInAsync(contact, "1-hire");
        await firm.GoAsync("/Hire/Openings/Kind", "1-kind");
        await firm.Page.Locator("input[name='Input.Kind'][value='Job']").CheckAsync(new() { Force = true });
        await firm.FillAsync("Input_Title", "Thợ may công nghiệp");
        await firm.PressAsync("Lưu và đi tiếp", "1-work");
        await firm.Page.Locator("input[name='Input.Trade']").First.CheckAsync(new() { Force = true });
        await firm.FillAsync("Input_Places", "1");
        await firm.FillAsync("Input_PayMin", "7,5");
        await firm.FillAsync("Input_PayMax", "9");
        await firm.FillAsync("Input_Description", "May quần áo bảo hộ theo chuyền, đơn hàng quanh năm.");
        await firm.FillAsync("Input_Requirements", "Biết may máy một kim. Lý lịch trong sạch.");
        await firm.PressAsync("Lưu và đi tiếp", "1-wording-caught");
        Assert.Equal("Lý lịch trong sạch", await firm.Page.Locator("mark").First.InnerTextAsync());
        await firm.FillAsync("Input_Requirements", "Biết may máy một kim, làm được ca ngày.");
        await firm.PressAsync("Lưu và đi tiếp", "1-place");
        await firm.FillAsync("Input_PlaceText", "Số 12 đường Trần Nhân Tông");
        await firm.FillAsync("Input_Commune", "Kiến An, Hải Phòng");
        await firm.TickAsync("Ban ngày");
        await firm.FillAsync("Input_ClosesOn", "25/2/2027");
        await firm.PressAsync("Lưu và đi tiếp");
        if (await firm.Page.Locator("input[name='Input.CommuneCode']").CountAsync() > 0)
        {
            await firm.Page.Locator($"input[name='Input.CommuneCode'][value='{Given.KienAn}']").CheckAsync(new() { Force = true });
            await firm.PressAsync("Lưu và đi tiếp");
        }

        await firm.LookAsync("1-check");
        await firm.PressAsync("Gửi cho cán bộ duyệt", "1-submitted");
        var opening = await host.Db(db => db.Openings.SingleAsync());
        Assert.Equal(OpeningState.Submitted, opening.State);
        Assert.Equal(7_500_000, opening.PayMin);
        await desk.GoAsync($"/Openings/{opening.Id}/Review", "1-review");
        await desk.PressAsync("Đăng tin");
        Assert.Equal(OpeningState.Live, (await host.Db(db => db.Openings.SingleAsync())).State);

        // 2. Real openings in (a file of our own; the shared one has a test of its own).
        await desk.GoAsync("/Openings/Import", "2-import");
        await desk.UploadAsync("Input_File", "viec-lam.csv", SmallFiles.Openings("HTX May Đồng Lạch (mẫu)"));
        await desk.PressAsync("Xem trước", "2-preview");
        Assert.Contains("lý lịch", await desk.TextAsync(), StringComparison.OrdinalIgnoreCase);
        await desk.PressAsync("Lưu", "2-saved");
        Assert.Equal(3, await host.Db(db => db.Openings.CountAsync()));

        // 3. People in.
        await desk.GoAsync("/Returnees/Import", "3-import");
        await desk.UploadAsync("Input_File", "khao-sat.xlsx", SmallFiles.Survey());
        await desk.PressAsync("Đọc tệp", "3-questions");
        await desk.FillAsync("Input_SurveyedOn", "20/11/2026");
        foreach (var mark in await desk.Page.Locator("input[name='Input.Marks']").AllAsync())
            await mark.CheckAsync(new() { Force = true });
        await desk.PressAsync("Xác nhận và xem trước", "3-preview");
        await desk.PressAsync("Lưu", "3-saved");
        await desk.GoAsync("/Home", "3-home");
        Assert.Equal([1, 2, 1], (await ThreeAsync(desk, "#everyone")).AsEnumerable());
        Assert.Equal([0, 1, 1], (await ThreeAsync(desk, "#in-programme")).AsEnumerable());
        var person = (await host.Db(db => db.Returnees.ToListAsync())).Single(r => r.Details.Name == "Vũ Thị Thơm");
        await desk.GoAsync("/Returnees", "3-people");
        await desk.GoAsync($"/Returnees/{person.Id}", "3-person");

        // 4. Consent at an enrolled kiosk, with a printed card.
        await desk.GoAsync("/Kiosks", "4-kiosks");
        await desk.FillAsync("Input_Name", "Sảnh tầng 1");
        await desk.PressAsync("Tạo mã đăng ký");
        var enrolment = Code().Match(await desk.Page.InnerTextAsync(".wb-note .wb-num")).Value;
        await desk.GoAsync($"/Returnees/{person.Id}/Card", "4-card");
        await desk.PressAsync("In thẻ", "4-card-paper");
        var cardCode = Code().Match(await desk.Page.InnerTextAsync(".c-code")).Value;
        var pin = Pin().Match(await desk.Page.InnerTextAsync(".c-pin")).Value;

        await kiosk.GoAsync("/Kiosk/Enrol", "4-enrol");
        await kiosk.FillAsync("Input_Code", enrolment);
        await kiosk.PressAsync("Đăng ký", "4-rest");
        await kiosk.GoAsync("/Kiosk/Start", "4-start");
        await kiosk.GoAsync("/Kiosk/Openings", "4-openings");
        Assert.False(Index(host).Contains(person.Id));
        await SignInAtKioskAsync(kiosk, cardCode, pin, "4-menu");
        await kiosk.GoAsync("/Kiosk/Questions", "4-question");
        await kiosk.PressAsync("Đồng ý");
        Assert.True(Index(host).Contains(person.Id), "the profile is in the index once matching is agreed");
        for (var question = 0; question < 3; question++)
        {
            await kiosk.LookAsync($"4-question-{question + 2}");
            await kiosk.PressAsync("Không đồng ý");
        }

        await kiosk.LookAsync("4-review");
        await kiosk.PressAsync("Xong", "4-done");
        var slip = await kiosk.Page.InnerTextAsync(".wbk-code");
        await kiosk.GoAsync("/Kiosk/Receipt", "4-receipt");
        Assert.DoesNotContain("Thơm", await kiosk.TextAsync(), StringComparison.Ordinal);
        await kiosk.Page.GotoAsync("/Kiosk/Leave");

        // 5. Match.
        await desk.GoAsync($"/Openings/{opening.Id}/Matches", "5-people");
        Assert.Contains("Vũ Thị Thơm", await desk.TextAsync(), StringComparison.Ordinal);
        await desk.GoAsync($"/Returnees/{person.Id}/Matches", "5-openings");
        Assert.Contains("Thợ may công nghiệp", await desk.TextAsync(), StringComparison.Ordinal);

        // 6. Referral: prepared, refused without consent, agreed at the kiosk, sent, answered from the link.
        await desk.GoAsync($"/Referrals/Prepare?opening={opening.Id}&person={person.Id}", "6-prepare");
        await desk.LeaveAsync(() => desk.Page.Locator("main form[method=post] button[type=submit]").First.ClickAsync());
        await desk.LookAsync("6-prepared");
        var referral = await host.Db(db => db.Referrals.SingleAsync());
        Assert.Contains("đồng ý", await desk.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Gửi lời giới thiệu" }).CountAsync());

        await SignInAtKioskAsync(kiosk, cardCode, pin, null);
        await kiosk.GoAsync("/Kiosk/Employer", "6-employer-question");
        await kiosk.PressAsync("Đồng ý", "6-employer-agreed");
        await kiosk.Page.GotoAsync("/Kiosk/Leave");

        await desk.GoAsync($"/Referrals/{referral.Id}", "6-ready");
        await desk.PressAsync("Gửi", "6-sent");
        await host.Use<DeliverMail>(deliver => deliver.RunAsync(default));
        var mail = await NewestMailAsync(host, "dong-lach.example");
        Assert.DoesNotContain("Thơm", mail, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?<![0-9A-Za-z_-])(0|\\+84)903", mail);
        var address = LinkPath().Match(mail).Value;

        await link.GoAsync(address, "6-link");
        Assert.DoesNotContain("V.T.T.", await link.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(ReferralState.Sent, (await host.Db(db => db.Referrals.SingleAsync())).State);
        await link.PressAsync("Xem người được giới thiệu", "6-link-seen");
        Assert.Contains("V.T.T.", await link.TextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("Thơm", await link.TextAsync(), StringComparison.Ordinal);
        await link.Page.Locator("input[type=radio][value='Accept']").CheckAsync(new() { Force = true });
        await link.LookAsync("6-link-answer");
        await link.Page.Locator("input[id$='StartsOn']").FillAsync("24/11/2026");
        await link.PressAsync("Gửi trả lời", "6-link-thanks");

        // 7. Placement and outcome.
        var placement = await host.Db(db => db.Placements.SingleAsync());
        Assert.Equal(OpeningState.Filled, (await host.Db(db => db.Openings.SingleAsync(o => o.Id == opening.Id))).State);
        host.Clock.Advance(TimeSpan.FromDays(8));
        await desk.SignInAsync(officer, "7-home-due");
        Assert.Contains("Hỏi thăm mốc 7 ngày", await desk.TextAsync(), StringComparison.Ordinal);
        await FollowUpAsync(desk, placement.Id, 7, "7-follow-up");
        host.Clock.Advance(TimeSpan.FromDays(93));
        await desk.SignInAsync(officer);
        await FollowUpAsync(desk, placement.Id, 90, null);
        await desk.GoAsync($"/Placements/{placement.Id}", "7-outcome");
        var outcome = (await host.Db(db => db.Outcomes.ToListAsync())).OrderBy(o => o.At).Last();
        Assert.Equal(WorkState.Stable, outcome.Result);
        await desk.GoAsync("/Home", "7-home");
        Assert.Equal([2, 2, 0], (await ThreeAsync(desk, "#everyone")).AsEnumerable());
        await desk.GoAsync("/Reports", "7-report");

        // 8. Taking it back with the slip, at the kiosk, without signing in.
        await kiosk.GoAsync("/Kiosk/Withdraw", "8-slip");
        await kiosk.FillAsync("Input_Code", slip);
        await kiosk.PressAsync("Tiếp", "8-standing");
        while (await kiosk.Page.GetByRole(AriaRole.Button, new() { Name = "Rút lại" }).CountAsync() > 0)
            await kiosk.PressAsync("Rút lại");
        await kiosk.LookAsync("8-withdrawn");
        Assert.False(Index(host).Contains(person.Id), "the profile is out of the index when the page answers");
        await kiosk.Page.GotoAsync("/Kiosk/Leave");
        await SignInAtKioskAsync(kiosk, cardCode, pin, null);
        await kiosk.GoAsync("/Kiosk/Withdraw", "8-employer");
        await kiosk.PressAsync("Rút lại", "8-employer-withdrawn");
        Assert.True(await host.Db(db => db.Outbox.AnyAsync(m => m.Kind == MailKinds.ReferralDelete)), "the employer is told to delete");
        Assert.Equal(PlacementState.Running, (await host.Db(db => db.Placements.SingleAsync())).State);
        await kiosk.Page.GotoAsync("/Kiosk/Leave");
        await kiosk.LookAsync("8-left");
        await desk.GoAsync($"/Returnees/{person.Id}", "8-person");
        await desk.GoAsync($"/Returnees/{person.Id}/Readings", "8-readings");
    }

    private static WorkBridge.Matching.MatchIndex Index(TestHost host) =>
        ((IndexKeeper)host.Services.GetService(typeof(IndexKeeper))!).Index;

    private static async Task SignInAtKioskAsync(Screen kiosk, string code, string pin, string? shot)
    {
        await kiosk.GoAsync("/Kiosk/Card", shot is null ? null : "4-card-code");
        await kiosk.FillAsync("Input_Code", code);
        await kiosk.PressAsync("Tiếp");
        await kiosk.FillAsync("Input_Pin", pin);
        await kiosk.PressAsync("Vào", shot);
    }

    private static async Task FollowUpAsync(Screen desk, Guid placementId, int step, string? shot)
    {
        await desk.GoAsync($"/Placements/{placementId}/FollowUp?step={step}", shot);
        async Task Choose(string name, string value) => await desk.Page.Locator($"input[name='Input.{name}'][value='{value}']").First.CheckAsync(new() { Force = true });
        await Choose("Way", nameof(FollowUpWay.Call));
        await Choose("Working", "SamePlace");
        await Choose("Contract", nameof(ContractKind.Written));
        await desk.FillAsync("Input_DaysPerMonth", "26");
        await desk.FillAsync("Input_PayPerMonth", "7,8");
        await Choose("Insurance", nameof(Answer.Yes));
        await desk.PressAsync("Ghi hỏi thăm", "7-recorded");
        Assert.DoesNotContain("mục cần sửa", await desk.TextAsync(), StringComparison.Ordinal);
    }

    /// <summary>Stable, unstable, without work, as the legend of the bar says them.</summary>
    private static async Task<int[]> ThreeAsync(Screen desk, string panel)
    {
        var numbers = await desk.Page.Locator($"{panel} .wb-outcome strong").AllInnerTextsAsync();
        return [.. numbers.Select(n => int.Parse(n, System.Globalization.CultureInfo.InvariantCulture))];
    }

    private static async Task<string> NewestMailAsync(TestHost host, string to)
    {
        var folder = Path.Combine(host.Folder, "data", "mail");
        foreach (var file in Directory.GetFiles(folder, "*.eml").OrderByDescending(File.GetLastWriteTimeUtc))
        {
            var message = await MimeKit.MimeMessage.LoadAsync(file);
            if (message.To.ToString().Contains(to, StringComparison.Ordinal) && message.TextBody!.Contains("/R/", StringComparison.Ordinal))
                return message.Subject + "\n" + message.TextBody + "\n" + message.HtmlBody;
        }

        throw new InvalidOperationException("No mail with a link.");
    }

    [GeneratedRegex("[A-Z0-9]{4}-[A-Z0-9]{4}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();

    [GeneratedRegex("[0-9]{6}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pin();

    [GeneratedRegex("/R/[A-Za-z0-9_-]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LinkPath();
}
