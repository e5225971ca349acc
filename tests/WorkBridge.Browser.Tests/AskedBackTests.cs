using Microsoft.EntityFrameworkCore;
using WorkBridge.Browser.Tests.Support;
using WorkBridge.Placements;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Browser.Tests;

/// <summary>Pages that ask back: a place that could be several, a file that is too big, and what somebody else has saved meanwhile.</summary>
[Collection(InAnotherChromium.Name)]
public sealed class AskedBackTests(Chromium chromium, OneHost one) : IClassFixture<OneHost>
{
    [Fact]
    public async Task A_place_is_asked_once_and_only_where_it_could_be_several()
    {
        var host = one.Host;
        var (_, contact) = await host.Given.Employer();
        await using var phone = await OpenAsync(390, 844, "phone");
        await phone.SignInAsync(contact);
        await phone.Page.GotoAsync("/Hire/Openings/Kind");
        await phone.Page.Locator("input[value='Job']").CheckAsync(new() { Force = true });
        await phone.FillAsync("Input_Title", "Thợ may công nghiệp");
        await phone.PressAsync("Lưu và đi tiếp");
        await phone.Page.Locator("input[name='Input.Trade']").First.CheckAsync(new() { Force = true });
        await phone.FillAsync("Input_Places", "3");
        await phone.FillAsync("Input_PayMin", "7,5");
        await phone.PressAsync("Lưu và đi tiếp", "place");
        Assert.Equal("Phường Kiến An, Thành phố Hải Phòng", await phone.Page.InputValueAsync("#Input_Commune"));

        await phone.FillAsync("Input_PlaceText", "Thôn 3, gần chợ");
        await phone.FillAsync("Input_Commune", "Đông Quan");
        await phone.FillAsync("Input_ClosesOn", "31/12/2026");
        await phone.PressAsync("Lưu và đi tiếp", "place-asked");
        Assert.Equal(("Thôn 3, gần chợ", "Đông Quan", "31/12/2026"), (await phone.Page.InputValueAsync("#Input_PlaceText"), await phone.Page.InputValueAsync("#Input_Commune"), await phone.Page.InputValueAsync("#Input_ClosesOn")));
        var (field, choice) = (await BoxAsync(phone, "#Input_Commune"), await BoxAsync(phone, "#Input_CommuneCode"));
        Assert.True(choice > field && choice - field < 400, "The choice stands below its field.");

        await phone.Page.Locator($"input[value='{Given.NaDuong}']").CheckAsync(new() { Force = true });
        await phone.PressAsync("Lưu và đi tiếp", "place-check");
        Assert.EndsWith("/Check", phone.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_too_big_is_refused_without_being_sent()
    {
        var host = one.Host;
        var (_, contact) = await host.Given.Employer();
        await using var phone = await OpenAsync(390, 844, "phone");
        await phone.SignInAsync(contact);
        await phone.Page.GotoAsync("/Hire/Import");
        long sent = 0;
        phone.Page.Request += (_, request) => sent = Math.Max(sent, request.PostDataBuffer?.Length ?? 0);
        var big = Path.Combine(Path.GetTempPath(), $"workbridge-{Guid.NewGuid():N}.csv");
        try
        {
            await using (var file = File.Create(big))
                file.SetLength(90_000_000);
            await phone.Page.SetInputFilesAsync("#Input_File", big);
            await phone.LeaveAsync(() => phone.Page.Locator("form[enctype] button[type=submit]").ClickAsync());
        }
        finally
        {
            File.Delete(big);
        }

        await phone.LookAsync("file-too-big");
        Assert.Contains("5 MB", await phone.Page.InnerTextAsync("#Input_File-error"), StringComparison.Ordinal);
        Assert.InRange(sent, 0, 6_000_000);
    }

    [Fact]
    public async Task What_somebody_else_has_saved_stands_above_the_form_that_lost_nothing()
    {
        var host = one.Host;
        var (officer, colleague) = (await host.Given.Officer(), await host.Given.Officer());
        var person = await host.Given.Person();
        var placement = Placement.FoundAlone(person.Id, Given.KienAn, null, DateOnly.FromDateTime(host.Given.Now).AddDays(-31), Actor.Officer(officer.Id), host.Given.Now);
        await host.Db(async db =>
        {
            db.Placements.Add(placement);
            await db.SaveChangesAsync();
        });
        await using var first = await OpenAsync(1366, 768, "desk");
        await using var second = await OpenAsync(1366, 768, "desk");
        await first.SignInAsync(officer);
        await second.SignInAsync(colleague);
        foreach (var desk in new[] { first, second })
        {
            await desk.Page.GotoAsync($"/Placements/{placement.Id}/FollowUp");
            await desk.Page.Locator("input[value='SamePlace']").CheckAsync(new() { Force = true });
            await desk.Page.Locator("input[name='Input.Way']").First.CheckAsync(new() { Force = true });
        }

        await first.PressAsync("Ghi hỏi thăm");
        await second.FillAsync("Input_Note", "Bận buổi sáng");
        await second.PressAsync("Ghi hỏi thăm", "second-told");

        Assert.Contains("Còn làm, nơi cũ", await second.Page.InnerTextAsync("[data-meanwhile]"), StringComparison.Ordinal);
        Assert.Equal("Bận buổi sáng", await second.Page.InputValueAsync("#Input_Note"));
        Assert.Equal(1, await host.Db(db => db.FollowUps.CountAsync(f => f.PlacementId == placement.Id)));
    }

    [Fact]
    public async Task Under_a_field_for_a_trade_or_a_skill_stands_a_list_that_a_keyboard_can_choose_from()
    {
        var host = one.Host;
        var person = await host.Given.Person();
        await using var desk = await OpenAsync(390, 844, "phone");
        await desk.SignInAsync(await host.Given.Officer());
        await desk.Page.GotoAsync($"/Returnees/{person.Id}/Skills");
        var field = desk.Page.Locator("input[name='Input.Wanted[1]']");
        await field.PressSequentiallyAsync("tho ha", new() { Delay = 40 });
        var options = desk.Page.Locator("[role=listbox]:not([hidden]) [role=option]");
        await options.First.WaitForAsync();
        Assert.Equal("true", await field.GetAttributeAsync("aria-expanded"));
        Assert.Equal("combobox", await field.GetAttributeAsync("role"));
        Assert.Contains("gợi ý", await desk.Page.Locator("[role=status]:not(:empty)").First.InnerTextAsync(), StringComparison.Ordinal);
        await field.PressAsync("ArrowDown");
        await desk.LookAsync("skills-suggested");
        var first = await options.First.InnerTextAsync();
        Assert.Equal(await options.First.GetAttributeAsync("id"), await field.GetAttributeAsync("aria-activedescendant"));
        await field.PressAsync("Enter");
        Assert.Equal(first, await field.InputValueAsync());
        Assert.Equal("false", await field.GetAttributeAsync("aria-expanded"));
        Assert.EndsWith("/Skills", desk.Page.Url, StringComparison.Ordinal); // Enter chose and sent nothing

        await field.FillAsync("");
        await field.PressSequentiallyAsync("may", new() { Delay = 40 });
        await options.First.WaitForAsync();
        await field.PressAsync("Escape");
        Assert.Equal((0, "may"), (await options.CountAsync(), await field.InputValueAsync()));

        await field.FillAsync(first);
        await desk.Page.Locator("#skill-more").PressSequentiallyAsync("dong ho van", new() { Delay = 40 });
        await options.First.ClickAsync();
        await desk.PressAsync("Lưu");
        var saved = await host.Db(db => db.SkillProfiles.SingleAsync(p => p.ReturneeId == person.Id));
        Assert.Equal(2, saved.Content.WantedTrades.Count);
        Assert.Contains("dong-ho-van-nang-do-dien", saved.Content.Skills.Select(s => s.Code));
    }

    [Fact]
    public async Task A_line_that_is_down_leaves_the_field_a_field()
    {
        var host = one.Host;
        var person = await host.Given.Person();
        await using var desk = await OpenAsync(1366, 768, "desk");
        await desk.SignInAsync(await host.Given.Officer());
        await desk.Page.GotoAsync($"/Returnees/{person.Id}/Skills");
        await desk.Page.RouteAsync("**/Suggest", route => route.AbortAsync());
        var field = desk.Page.Locator("input[name='Input.Wanted[1]']");
        var asked = desk.Page.WaitForRequestAsync("**/Suggest");
        await field.PressSequentiallyAsync("thợ hàn", new() { Delay = 30 });
        await asked;
        Assert.Equal(("thợ hàn", "false"), (await field.InputValueAsync(), await field.GetAttributeAsync("aria-expanded")));
        await desk.PressAsync("Lưu");
        Assert.Contains("tho-han", (await host.Db(db => db.SkillProfiles.SingleAsync(p => p.ReturneeId == person.Id))).Content.WantedTrades);
    }

    private Task<Screen> OpenAsync(int width, int height, string shots) =>
        Screen.OpenAsync(one.Host, chromium, width, height, Path.Combine(Pictures.Folder, shots));

    private static async Task<float> BoxAsync(Screen screen, string id) => (await screen.Page.Locator(id).BoundingBoxAsync())!.Y;
}
