using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkBridge.Consents;
using WorkBridge.Kiosks;
using WorkBridge.Matching;
using WorkBridge.Placements;
using WorkBridge.Returnees;
using WorkBridge.Staff;
using WorkBridge.Training;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Browser.Tests.Support;

/// <summary>A ward whose data are as unhandy as they come (long names, many employers), a person with a card, and enrolled screens.</summary>
public sealed class TouchScreen
{
    private const string LongName = "Công ty Trách nhiệm hữu hạn Một thành viên Sản xuất, Thương mại và Dịch vụ Xuất nhập khẩu May mặc Hoàng Gia Phát Hải Phòng (mẫu)";
    private const string LongTitle = "Công nhân vận hành máy cắt vải tự động kiêm kiểm tra chất lượng, đóng gói và giao hàng cho các chuyền may số 1 đến số 12";

    private readonly Chromium chromium;
    private Account officer = null!;
    private Returnee person = null!;

    private TouchScreen(TestHost host, Chromium chromium) => (Host, this.chromium) = (host, chromium);

    public TestHost Host { get; }

    public IssuedCard Card { get; private set; } = null!;

    /// <summary>What of the person could be seen on a screen: nothing of it may be left behind.</summary>
    public IReadOnlyList<string> Traces { get; private set; } = [];

    /// <summary>One of the openings, with the longest of titles.</summary>
    public Guid OpeningId { get; private set; }

    public static async Task<TouchScreen> StartAsync(TestHost host, Chromium chromium)
    {
        var screen = new TouchScreen(host, chromium);
        await screen.FillAsync();
        return screen;
    }

    /// <summary>A browser of this size, enrolled with an officer's one-time code through its own page.</summary>
    public async Task<Screen> OpenAsync(int width, int height, bool axe = true, bool english = false)
    {
        var screen = await Screen.OpenAsync(Host, chromium, width, height, Path.Combine(Pictures.Folder, $"touch-{width}"), axe);
        var code = await AsOfficerAsync<AddKiosk, string>(add => add.RunAsync(Given.KienAn, $"Sảnh {Guid.CreateVersion7()}"[..30], default));
        await screen.Page.GotoAsync("/Kiosk/Enrol");
        await screen.FillAsync("Input_Code", code);
        await screen.PressAsync("Đăng ký");
        if (english)
            await screen.Page.GotoAsync("/Kiosk/Language?to=en&back=%2FKiosk");
        return screen;
    }

    public async Task SignInAsync(Screen screen)
    {
        await screen.Page.GotoAsync("/Kiosk/Card");
        await screen.FillAsync("Input_Code", Card.Code);
        await screen.LeaveAsync(() => screen.Page.Locator("main .wbk-go").ClickAsync());
        await screen.FillAsync("Input_Pin", Card.Pin);
        await screen.LeaveAsync(() => screen.Page.Locator("main .wbk-go").ClickAsync());
        Assert.EndsWith("/Kiosk/Menu", screen.Page.Url, StringComparison.Ordinal);
    }

    /// <summary>The person began to work a week and a day ago, where names are longest.</summary>
    public async Task BeginWorkAsync()
    {
        var employer = await Host.Db(db => db.Employers.OrderByDescending(e => e.Name.Length).FirstAsync());
        await Host.Given.Placement(employer, person, officer, DateOnly.FromDateTime(Host.Given.Now).AddDays(-8));
    }

    /// <summary>A training slot that came to its end, with much to read in the assessment.</summary>
    public async Task EndTrainingAsync()
    {
        var employer = await Host.Db(db => db.Employers.OrderByDescending(e => e.Name.Length).FirstAsync());
        List<string> taught = ["may-cong-nghiep", "may-1-kim", "vat-so", "la-ui"];
        var slot = await Host.Given.LiveOpening(employer, "Lớp may công nghiệp", "may-cong-nghiep", OpeningKind.Training, teaches: taught);
        var training = await Host.Given.Placement(employer, person, officer, DateOnly.FromDateTime(Host.Given.Now), slot);
        var words = "Đường may thẳng đều, ráp áo nhanh hơn từng tuần; vắt sổ và là ủi còn nên làm thêm một tháng dưới sự kèm cặp của tổ trưởng thì mới đứng chuyền được một mình. Xưởng mời anh/chị quay lại bất cứ lúc nào để làm quen lại với máy và gặp các chị trong chuyền, xin đừng ngại hỏi.";
        await Host.Db(async db =>
        {
            db.Add(new EndAssessment(training.Id, new AssessmentFacts(TrainingResult.Partial, DateOnly.FromDateTime(Host.Given.Now), taught, false, EndReason.FamilyOrCare, words), onPaper: false, Actor.System, Host.Given.Now));
            await db.SaveChangesAsync();
        });
    }

    private async Task FillAsync()
    {
        officer = await Host.Given.Officer();
        person = await Host.Given.Person();
        Traces = [person.Code, person.Initials];
        for (var i = 0; i < 6; i++)
        {
            var (employer, _) = await Host.Given.Employer(name: i == 0 ? LongName : null);
            OpeningId = (await Host.Given.LiveOpening(employer, LongTitle)).Id;
            var opening = await Host.Given.LiveOpening(employer);
            await Host.Given.LiveOpening(employer, "Lớp may căn bản", kind: OpeningKind.Training);
            if (i == 0)
                await Host.Given.PreparedReferral(opening, person, officer);
            else
                await Host.Given.Consent(person, Purpose.Employer, employer.Id);
        }

        await Host.Db(async db =>
        {
            for (var i = 0; i < 9; i++)
                db.Readings.Add(new Audit.Reading(Host.Given.Now.AddDays(-i), Audit.ReadingKind.Opened, Actor.Officer(officer.Id), "Uỷ ban Mặt trận Tổ quốc Việt Nam phường Kiến An", "Returnees/Show", [person.Id]));
            await db.SaveChangesAsync();
        });
        Card = await AsOfficerAsync<IssueCard, IssuedCard>(issue => issue.RunAsync(person.Id, default));
    }

    private async Task<T> AsOfficerAsync<TCase, T>(Func<TCase, Task<T>> act)
        where TCase : notnull
    {
        await using var scope = Host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Is(StaffRole.Officer, officer.Id, officer.DisplayName, officer.Unit, [Given.KienAn], null, null);
        return await act(scope.ServiceProvider.GetRequiredService<TCase>());
    }
}
