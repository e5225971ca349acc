using Microsoft.EntityFrameworkCore;
using WorkBridge.Employers;
using WorkBridge.Placements;
using WorkBridge.Returnees;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Kiosk;

/// <summary>How the work goes, said at a screen, and what the officer sees of it beside the employer's word.</summary>
public sealed class WorkTests : IAsyncLifetime
{
    private static readonly DateOnly Start = new(2026, 11, 16);

    private Screens screens = null!;
    private Employer employer = null!;
    private Placement placement = null!;

    public async Task InitializeAsync()
    {
        screens = await Screens.StartAsync();
        (employer, _) = await screens.Host.Given.Employer();
        placement = await screens.Host.Given.Placement(employer, screens.Person, screens.Officer, Start);
    }

    public async Task DisposeAsync() => await screens.DisposeAsync();

    [Fact]
    public async Task A_due_step_is_asked_one_question_a_page_and_nothing_is_kept_before_the_last()
    {
        using var screen = await screens.SignedInAsync();
        await screen.GoAsync("/Kiosk/Menu");
        await screen.GoAsync(screen.Page.QuerySelector("main a[href='/Kiosk/Work']")!.GetAttribute("href")!);
        Assert.Contains($"còn làm ở {employer.Name}", screen.Text, StringComparison.Ordinal);
        await screen.SubmitAsync("#work", button: "button[value=true]");
        await screen.SubmitAsync("#work", button: "button[value=Hard]");
        await screen.SubmitAsync("#work", button: "button[value=Transport]");
        Assert.Equal("/Kiosk/Work", screen.At);
        Assert.Equal(0, await screens.Host.Db(db => db.FollowUps.CountAsync()));
        await screen.SubmitAsync("#work", button: "button[value=true]");
        Assert.Contains("Đã ghi lời anh/chị", screen.Text, StringComparison.Ordinal);

        var check = await screens.Host.Db(db => db.FollowUps.SingleAsync());
        Assert.Equal((7, FollowUpWay.Person, Answer.Yes, Answer.Yes, Going.Hard, Trouble.Transport, true), (check.Step!.Value, check.Way, check.Working, check.SameEmployer, check.Going!.Value, check.Trouble!.Value, check.WantsCall!.Value));
        Assert.Equal((ActorKind.Person, screens.Person.Id), (check.ByKind, check.ById!.Value));
        await screen.GoAsync("/Kiosk/Work");
        Assert.Equal("/Kiosk/Menu", screen.At);
        Assert.Null(screen.Page.QuerySelector("main a[href='/Kiosk/Work']"));

        using var desk = await screens.Host.Given.SignedIn(screens.Officer);
        await desk.GoAsync("/Placements");
        Assert.Contains("Người ấy nói đang khó khăn, Người ấy nhờ cán bộ gọi", desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Touched_twice_it_is_one_answer_and_having_left_asks_whether_there_is_other_work()
    {
        using var screen = await screens.SignedInAsync();
        await screen.GoAsync("/Kiosk/Work");
        await screen.SubmitAsync("#work", button: "button[value=false]");
        await screen.SubmitAsync("#work", button: "button[value=false]");
        var last = screen.Page.QuerySelectorAll("#work input[type=hidden]").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value") ?? "")).Where(i => i.Item1.Length > 0).ToList();
        await screen.PostAsync("/Kiosk/Work", [.. last, ("Input.Call", "false")]);
        await screen.PostAsync("/Kiosk/Work", [.. last, ("Input.Call", "false")]);
        var check = await screens.Host.Db(db => db.FollowUps.SingleAsync());
        Assert.Equal((Answer.No, false), (check.Working, check.WantsCall!.Value));
        Assert.NotEqual(PlacementState.Ended, await screens.Host.Db(db => db.Placements.Select(p => p.State).SingleAsync()));
        Assert.Equal(WorkState.None, await screens.Host.Db(db => db.Outcomes.Select(o => o.Result).SingleAsync()));
    }

    [Fact]
    public async Task What_the_employer_said_does_not_speak_for_the_person_and_where_they_differ_the_officer_sees_both()
    {
        await screens.Host.Db(async db =>
        {
            db.FollowUps.Add(new FollowUp(placement.Id, new FollowUpFacts { Step = 7, On = Start.AddDays(7), Way = FollowUpWay.Employer, Working = Answer.No, EndReason = EndReason.Health }, Actor.Link(Guid.CreateVersion7()), screens.Host.Given.Now.AddMinutes(-5)));
            await db.SaveChangesAsync();
        });
        using var screen = await screens.SignedInAsync();
        await screen.GoAsync("/Kiosk/Work");
        await screen.SubmitAsync("#work", button: "button[value=true]");
        await screen.SubmitAsync("#work", button: "button[value=Well]");
        Assert.Equal(WorkState.Unknown, await screens.Host.Db(db => db.Outcomes.OrderByDescending(o => o.At).Select(o => o.Result).FirstAsync()));

        using var desk = await screens.Host.Given.SignedIn(screens.Officer);
        await desk.GoAsync("/Home");
        Assert.Contains("Nơi tuyển và người ấy nói khác nhau", desk.Text, StringComparison.Ordinal);
        await desk.GoAsync($"/Placements/{placement.Id}");
        var both = desk.Page.QuerySelector("[data-two-sides]")!.TextContent;
        Assert.Contains("Không còn làm", both, StringComparison.Ordinal);
        Assert.Contains("Còn làm, nơi cũ", both, StringComparison.Ordinal);
        Assert.Contains("chưa rõ", both, StringComparison.OrdinalIgnoreCase);

        screens.Host.Clock.Advance(TimeSpan.FromMinutes(5));
        await desk.GoAsync($"/Placements/{placement.Id}/FollowUp");
        await desk.SubmitAsync("main form[action$='FollowUp']", [("Input.Working", "SamePlace"), ("Input.Way", "Visit")]);
        await desk.GoAsync($"/Placements/{placement.Id}");
        Assert.DoesNotContain("nói khác nhau", desk.Text, StringComparison.Ordinal);
        Assert.Equal(3, await screens.Host.Db(db => db.FollowUps.CountAsync()));
    }
}
