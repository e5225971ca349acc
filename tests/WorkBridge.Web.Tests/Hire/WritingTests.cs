using System.Net;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Email;
using WorkBridge.Openings;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Hire;

/// <summary>A contact writes an opening page by page, sends it, and an officer puts it live.</summary>
public sealed class WritingTests
{
    [Fact]
    public async Task From_the_first_page_to_live()
    {
        await using var host = await TestHost.StartAsync();
        var officer = await host.Given.Officer();
        var (_, contact) = await host.Given.Employer();
        using var hire = await host.Given.SignedIn(contact);

        await hire.GoAsync("/Hire/Openings/Kind");
        await hire.SubmitAsync("main form", [("Input.Kind", "Job"), ("Input.Title", "Thợ may công nghiệp")]);
        Assert.EndsWith("/Work", hire.At, StringComparison.Ordinal);
        var trade = hire.Page.QuerySelector("#Input_Trade")!.GetAttribute("value");
        Assert.False(hire.Page.QuerySelector("#Input_Trade")!.HasAttribute("checked"));
        await hire.SubmitAsync("main form", [("Input.Trade", trade), ("Input.Places", "3"), ("Input.PayMin", "7,5"), ("Input.PayMax", "9"), ("Input.Requirements", "Biết may máy một kim.")]);
        Assert.EndsWith("/Place", hire.At, StringComparison.Ordinal);
        await hire.SubmitAsync("main form", [("Input.PlaceText", "Số 1 đường Trần Nhân Tông"), ("Input.Commune", "Kiến An, Hải Phòng"), ("Input.Shifts", "Day"), ("Input.ClosesOn", "31/12/2026")]);
        Assert.EndsWith("/Check", hire.At, StringComparison.Ordinal);
        Assert.Contains("7,5 đến 9 triệu", hire.Text, StringComparison.Ordinal);
        await hire.SubmitAsync("main form button[type=submit]");

        var opening = await host.Db(db => db.Openings.SingleAsync());
        Assert.Equal($"/Hire/Openings/{opening.Id}", hire.At);
        Assert.Equal(OpeningState.Submitted, opening.State);
        Assert.Equal((trade, 3, 7_500_000L, 9_000_000L, Given.KienAn, "31"), (opening.TradeCode, opening.Places, opening.PayMin!.Value, opening.PayMax!.Value, opening.CommuneCode, opening.ProvinceCode));

        using var desk = await host.Given.SignedIn(officer);
        await desk.GoAsync("/Openings");
        Assert.Contains("1 tin chờ duyệt", desk.Text, StringComparison.Ordinal);
        await desk.GoAsync($"/Openings/{opening.Id}/Review");
        await desk.SubmitAsync("button[formaction*=Live]", button: "button[formaction*=Live]");

        Assert.Equal(OpeningState.Live, (await host.Db(db => db.Openings.SingleAsync())).State);
        Assert.Equal(contact.Email, (await host.Db(db => db.Outbox.SingleAsync(m => m.Kind == MailKinds.OpeningLive))).To);
    }

    [Fact]
    public async Task A_training_place_says_what_it_teaches()
    {
        await using var host = await TestHost.StartAsync();
        var (_, contact) = await host.Given.Employer();
        using var hire = await host.Given.SignedIn(contact);
        await hire.GoAsync("/Hire/Openings/Kind");
        await hire.SubmitAsync("main form", [("Input.Kind", "Training"), ("Input.Title", "Lớp may công nghiệp")]);
        var trade = hire.Page.QuerySelector("#Input_Trade")!.GetAttribute("value");
        await hire.SubmitAsync("main form", [("Input.Trade", trade), ("Input.Places", "10")]);
        await hire.SubmitAsync("main form", [("Input.PlaceText", "Xưởng dạy nghề"), ("Input.Commune", "Kiến An"), ("Input.ClosesOn", "31/12/2026")]);
        Assert.EndsWith("/Teaching", hire.At, StringComparison.Ordinal);

        await hire.SubmitAsync("main form", [("Input.More", "chẳng có nghề gì xyz")]);
        Assert.Contains("Chưa nhận ra", hire.Page.QuerySelector("#Input_More-error")!.TextContent, StringComparison.Ordinal);
        await hire.SubmitAsync("main form", [("Input.Teaches", trade), ("Input.More", "")]);

        Assert.EndsWith("/Check", hire.At, StringComparison.Ordinal);
        Assert.Equal([trade!], (await host.Db(db => db.Openings.SingleAsync())).Teaches);
    }

    [Fact]
    public async Task A_demand_for_a_clean_record_is_marked_at_the_field_and_nothing_typed_is_lost()
    {
        await using var host = await TestHost.StartAsync();
        using var hire = await AtWork(host, "Thợ may công nghiệp");

        await hire.SubmitAsync("main form", [("Input.Trade", "none"), ("Input.Places", "3"), ("Input.PayMin", "7"), ("Input.Requirements", "Biết may máy một kim. Lý lịch trong sạch.")]);

        Assert.EndsWith("/Work", hire.At, StringComparison.Ordinal);
        Assert.StartsWith("Lỗi:", hire.Page.Title, StringComparison.Ordinal);
        Assert.Equal("Lý lịch trong sạch", hire.Page.QuerySelector(".wb-wording mark")!.TextContent);
        Assert.Contains("nơi tuyển không được yêu cầu phiếu lý lịch tư pháp", hire.Text, StringComparison.Ordinal);
        Assert.Contains("Biết may máy một kim. Lý lịch trong sạch.", hire.Page.QuerySelector("#Input_Requirements")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("3", hire.Page.QuerySelector("#Input_Places")!.GetAttribute("value"));
        Assert.NotNull(hire.Page.QuerySelector("a[href='#Input_Requirements']"));
        Assert.Equal("", (await host.Db(db => db.Openings.SingleAsync())).Requirements);

        await hire.SubmitAsync("main form", [("Input.Requirements", "Biết may máy một kim.")]);
        Assert.EndsWith("/Place", hire.At, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_that_is_wrong_on_a_page_is_told_at_once()
    {
        await using var host = await TestHost.StartAsync();
        using var hire = await AtWork(host, "Thợ may công nghiệp");

        await hire.SubmitAsync("main form", [("Input.Trade", "none"), ("Input.Places", "ba"), ("Input.PayMin", "bảy triệu"), ("Input.PayMax", "900"), ("Input.Requirements", "Lý lịch trong sạch")]);

        Assert.Equal(
            ["#Input_Places", "#Input_PayMin", "#Input_PayMax", "#Input_Requirements"],
            hire.Page.QuerySelectorAll(".govuk-error-summary a").Select(a => a.GetAttribute("href")));
        Assert.Equal(("ba", "bảy triệu", "900"), (Value("Input_Places"), Value("Input_PayMin"), Value("Input_PayMax")));

        string? Value(string id) => hire.Page.QuerySelector("#" + id)!.GetAttribute("value");
    }

    [Fact]
    public async Task A_title_that_demands_a_clean_record_is_marked_at_the_field()
    {
        await using var host = await TestHost.StartAsync();
        var (_, contact) = await host.Given.Employer();
        using var hire = await host.Given.SignedIn(contact);
        await hire.GoAsync("/Hire/Openings/Kind");

        await hire.SubmitAsync("main form", [("Input.Kind", "Job"), ("Input.Title", "Tuyển thợ lý lịch rõ ràng")]);

        Assert.EndsWith("/Kind", hire.At, StringComparison.Ordinal);
        Assert.StartsWith("Lỗi:", hire.Page.Title, StringComparison.Ordinal);
        Assert.Equal("lý lịch rõ ràng", hire.Page.QuerySelector(".wb-wording mark")!.TextContent);
        Assert.NotNull(hire.Page.QuerySelector("a[href='#Input_Title']"));
        Assert.Equal("Tuyển thợ lý lịch rõ ràng", hire.Page.QuerySelector("#Input_Title")!.GetAttribute("value"));
        Assert.Equal(0, await host.Db(db => db.Openings.CountAsync()));

        await hire.SubmitAsync("main form", [("Input.Title", "Tuyển thợ giữ lý lịch máy rõ ràng")]);
        Assert.EndsWith("/Work", hire.At, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guard_may_be_asked_under_the_law_that_covers_guards_alone()
    {
        await using var host = await TestHost.StartAsync();
        using var hire = await AtWork(host, "Nhân viên bảo vệ");
        await hire.SubmitAsync("main form", [("Input.Trade", "bao-ve"), ("Input.Places", "2"), ("Input.PayMin", "7"), ("Input.Requirements", "Không có tiền án.")]);
        Assert.NotNull(hire.Page.QuerySelector(".wb-wording mark"));

        await hire.SubmitAsync("main form", [("Input.RecordBasis", "guarding")]);

        Assert.EndsWith("/Place", hire.At, StringComparison.Ordinal);
        Assert.Equal("guarding", (await host.Db(db => db.Openings.SingleAsync())).RecordBasis);
    }

    [Fact]
    public async Task A_law_for_guards_cannot_be_claimed_for_sewing()
    {
        await using var host = await TestHost.StartAsync();
        using var hire = await AtWork(host, "Thợ may công nghiệp");

        await hire.PostAsync(hire.At, [("__RequestVerificationToken", hire.Token), ("Input.Trade", "none"), ("Input.RecordBasis", "guarding"), ("Input.Places", "2"), ("Input.PayMin", "7"), ("Input.Requirements", "Không có tiền án.")]);

        Assert.NotNull(hire.Page.QuerySelector(".wb-wording mark"));
        Assert.Null((await host.Db(db => db.Openings.SingleAsync())).RecordBasis);
    }

    [Fact]
    public async Task A_draft_may_be_left_half_done_and_cannot_be_sent()
    {
        await using var host = await TestHost.StartAsync();
        using var hire = await AtWork(host, "Thợ may công nghiệp");

        await hire.SubmitAsync("main form", [("Input.PayMin", "7"), ("Input.Requirements", "Lý lịch trong sạch")], "button[value=later]");

        Assert.Equal("/Hire/Openings", hire.At);
        var opening = await host.Db(db => db.Openings.SingleAsync());
        Assert.Equal((OpeningState.Draft, "Lý lịch trong sạch"), (opening.State, opening.Requirements));
        await hire.GoAsync($"/Hire/Openings/{opening.Id}/Check");
        Assert.Contains("mục cần điền hoặc sửa", hire.Text, StringComparison.Ordinal);
        await hire.PostAsync(hire.At, [("__RequestVerificationToken", hire.Token)]);
        Assert.Equal(OpeningState.Draft, (await host.Db(db => db.Openings.SingleAsync())).State);
    }

    [Fact]
    public async Task Nothing_is_sent_before_the_employer_is_approved()
    {
        await using var host = await TestHost.StartAsync();
        var (_, contact) = await host.Given.Employer(approved: false);
        using var hire = await host.Given.SignedIn(contact);
        await WriteAsync(hire);
        Assert.Contains("chưa được duyệt", hire.Text, StringComparison.Ordinal);

        await hire.PostAsync(hire.At, [("__RequestVerificationToken", hire.Token)]);

        Assert.Contains("Nơi tuyển chưa được duyệt", hire.Text, StringComparison.Ordinal);
        Assert.Equal(OpeningState.Draft, (await host.Db(db => db.Openings.SingleAsync())).State);
    }

    [Fact]
    public async Task A_place_of_an_old_name_that_went_to_two_is_asked_back()
    {
        await using var host = await TestHost.StartAsync();
        using var hire = await AtWork(host, "Thợ may công nghiệp");
        await hire.SubmitAsync("main form", [("Input.Trade", "none"), ("Input.Places", "1"), ("Input.PayMin", "7")]);

        await hire.SubmitAsync("main form", [("Input.PlaceText", "Thôn 3"), ("Input.Commune", "Đông Quan"), ("Input.ClosesOn", "31/12/2026")]);
        Assert.Contains("Chọn xã, phường đúng", hire.Text, StringComparison.Ordinal);
        await hire.SubmitAsync("main form", [("Input.CommuneCode", Given.NaDuong)]);

        Assert.EndsWith("/Check", hire.At, StringComparison.Ordinal);
        Assert.Equal(Given.NaDuong, (await host.Db(db => db.Openings.SingleAsync())).CommuneCode);
    }

    [Fact]
    public async Task A_place_that_is_not_clear_is_asked_before_a_draft_is_left_for_later_and_an_empty_one_is_not()
    {
        await using var host = await TestHost.StartAsync();
        using var hire = await AtWork(host, "Thợ may công nghiệp");
        await hire.SubmitAsync("main form", [("Input.Trade", "none"), ("Input.Places", "1"), ("Input.PayMin", "7")]);
        Assert.Equal("Phường Kiến An, Thành phố Hải Phòng", hire.Page.QuerySelector("#Input_Commune")!.GetAttribute("value"));

        await hire.SubmitAsync("main form", [("Input.PlaceText", "Thôn 3"), ("Input.Commune", "Đông Quan")], "button[value=later]");
        Assert.EndsWith("/Place", hire.At, StringComparison.Ordinal);
        Assert.Equal("Đông Quan", hire.Page.QuerySelector("#Input_Commune")!.GetAttribute("value"));
        Assert.Equal("Thôn 3", hire.Page.QuerySelector("#Input_PlaceText")!.GetAttribute("value"));
        Assert.NotNull(hire.Page.QuerySelector("a[href='#Input_CommuneCode']"));
        Assert.NotNull(hire.Page.QuerySelector("#Input_CommuneCode"));
        await hire.SubmitAsync("main form", [("Input.CommuneCode", Given.NaDuong)], "button[value=later]");
        Assert.Equal("/Hire/Openings", hire.At);
        var opening = await host.Db(db => db.Openings.SingleAsync());
        Assert.Equal(Given.NaDuong, opening.CommuneCode);

        await hire.GoAsync($"/Hire/Openings/{opening.Id}/Place");
        await hire.SubmitAsync("main form", [("Input.Commune", "")], "button[value=later]");
        Assert.Equal("/Hire/Openings", hire.At);
        Assert.Null((await host.Db(db => db.Openings.SingleAsync())).CommuneCode);
    }

    [Fact]
    public async Task A_save_from_an_older_version_is_told_and_loses_nothing()
    {
        await using var host = await TestHost.StartAsync();
        using var hire = await AtWork(host, "Thợ may công nghiệp");
        await host.Db(async db =>
        {
            var opening = await db.Openings.SingleAsync();
            opening.Rewrite(opening.Content with { Places = 9 });
            await db.SaveChangesAsync();
        });

        await hire.SubmitAsync("main form", [("Input.Trade", "none"), ("Input.Places", "3"), ("Input.PayMin", "7")]);

        Assert.Contains("Có người vừa sửa mục này", hire.Text, StringComparison.Ordinal);
        Assert.Equal("3", hire.Page.QuerySelector("#Input_Places")!.GetAttribute("value"));
        Assert.Equal(9, (await host.Db(db => db.Openings.SingleAsync())).Places);
        await hire.SubmitAsync("main form");
        Assert.Equal(3, (await host.Db(db => db.Openings.SingleAsync())).Places);
    }

    [Fact]
    public async Task Another_employers_opening_is_not_found_on_any_page()
    {
        await using var host = await TestHost.StartAsync();
        using var owner = await AtWork(host, "Thợ may công nghiệp");
        var id = (await host.Db(db => db.Openings.SingleAsync())).Id;
        var (_, stranger) = await host.Given.Employer();
        using var other = await host.Given.SignedIn(stranger);
        await other.GoAsync("/Hire/Contacts");
        var token = other.Token;

        foreach (var path in new[] { $"/Hire/Openings/{id}", $"/Hire/Openings/Kind/{id}", $"/Hire/Openings/{id}/Work", $"/Hire/Openings/{id}/Place", $"/Hire/Openings/{id}/Teaching", $"/Hire/Openings/{id}/Check" })
        {
            await other.GoAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, other.Status);
            await other.PostAsync(path, [("__RequestVerificationToken", token), ("Input.Title", "Đã bị sửa"), ("Input.Kind", "Job")]);
            Assert.Equal(path.EndsWith($"{id}", StringComparison.Ordinal) && !path.Contains("/Kind/", StringComparison.Ordinal) ? HttpStatusCode.MethodNotAllowed : HttpStatusCode.NotFound, other.Status);
        }

        foreach (var handler in new[] { "Pause", "Resume", "Close", "Confirm", "Copy" })
        {
            await other.PostAsync($"/Hire/Openings/{id}?handler={handler}", [("__RequestVerificationToken", token)]);
            Assert.Equal(HttpStatusCode.NotFound, other.Status);
        }

        var opening = await host.Db(db => db.Openings.SingleAsync());
        Assert.Equal(("Thợ may công nghiệp", OpeningState.Draft), (opening.Title, opening.State));
    }

    private static async Task<Browser> AtWork(TestHost host, string title)
    {
        var (_, contact) = await host.Given.Employer();
        var hire = await host.Given.SignedIn(contact);
        await hire.GoAsync("/Hire/Openings/Kind");
        await hire.SubmitAsync("main form", [("Input.Kind", "Job"), ("Input.Title", title)]);
        return hire;
    }

    private static async Task WriteAsync(Browser hire)
    {
        await hire.GoAsync("/Hire/Openings/Kind");
        await hire.SubmitAsync("main form", [("Input.Kind", "Job"), ("Input.Title", "Thợ may công nghiệp")]);
        await hire.SubmitAsync("main form", [("Input.Trade", "none"), ("Input.Places", "3"), ("Input.PayMin", "7")]);
        await hire.SubmitAsync("main form", [("Input.PlaceText", "Xưởng"), ("Input.Commune", "Kiến An"), ("Input.ClosesOn", "31/12/2026")]);
    }
}
