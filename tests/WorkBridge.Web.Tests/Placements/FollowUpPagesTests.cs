using Microsoft.EntityFrameworkCore;
using WorkBridge.Placements;
using WorkBridge.Returnees;
using WorkBridge.Staff;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Placements;

public sealed class FollowUpPagesTests : IAsyncLifetime
{
    private TestHost host = null!;
    private Account officer = null!;
    private Returnee person = null!;
    private Guid id;

    public async Task InitializeAsync()
    {
        host = await TestHost.StartAsync();
        officer = await host.Given.Officer();
        person = await host.Given.Person();
        var placement = Placement.FoundAlone(person.Id, Given.KienAn, null, new DateOnly(2026, 11, 23), Actor.Officer(officer.Id), host.Given.Now);
        id = placement.Id;
        await host.Db(async db =>
        {
            db.Placements.Add(placement);
            await db.SaveChangesAsync();
        });
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_follow_up_takes_two_choices_and_moves_the_persons_state()
    {
        host.Clock.Advance(TimeSpan.FromDays(90));
        using var desk = await host.Given.SignedIn(officer);
        await desk.GoAsync("/Placements?show=Due");
        Assert.Contains("mốc 90 ngày", desk.Text, StringComparison.Ordinal);
        await desk.GoAsync($"/Placements/{id}/FollowUp");
        Assert.Equal("21/02/2027", desk.Page.QuerySelector("#Input_On")!.GetAttribute("value"));
        Assert.Empty(desk.Page.QuerySelectorAll("input[type=radio][checked]"));

        await desk.SubmitAsync("main form[action$='FollowUp']", [("Input.Working", "SamePlace"), ("Input.Way", "Call"), ("Input.Contract", "Written"), ("Input.DaysPerMonth", "26"), ("Input.PayPerMonth", "7,5")]);

        Assert.Equal($"/Placements/{id}", desk.At);
        Assert.Contains("Ổn định", desk.Text, StringComparison.Ordinal);
        Assert.Equal(5, desk.Page.QuerySelectorAll(".wb-ticks li").Length);
        Assert.Contains("quy tắc số 1", desk.Text, StringComparison.Ordinal);
        var check = await host.Db(db => db.FollowUps.SingleAsync());
        Assert.Equal((90, 7_500_000L, Answer.Yes), (check.Step!.Value, check.PayPerMonth!.Value, check.SameEmployer));
        Assert.Equal(WorkState.Stable, await host.Db(db => db.EmploymentStates.Where(s => s.Source == StateSource.FollowUp).Select(s => s.State).SingleAsync()));
    }

    [Fact]
    public async Task Not_working_asks_why_and_keeps_what_was_typed()
    {
        host.Clock.Advance(TimeSpan.FromDays(30));
        using var desk = await host.Given.SignedIn(officer);
        await desk.GoAsync($"/Placements/{id}/FollowUp");
        await desk.SubmitAsync("main form[action$='FollowUp']", [("Input.Working", "NotWorking"), ("Input.Way", "Visit"), ("Input.Note", "Xe hỏng, đường xa")]);
        Assert.NotNull(desk.Page.QuerySelector("#Input_EndReason-error"));
        Assert.Equal("Xe hỏng, đường xa", desk.Page.QuerySelector("#Input_Note")!.TextContent.Trim());
        await desk.SubmitAsync("main form[action$='FollowUp']", [("Input.EndReason", "TransportTrouble")]);
        Assert.Equal(PlacementState.Ended, await host.Db(db => db.Placements.Select(p => p.State).SingleAsync()));
        Assert.Equal("Xe hỏng, đường xa", (await host.Db(db => db.FollowUps.SingleAsync())).Note);
    }

    [Fact]
    public async Task The_sheet_prints_with_a_code_and_is_written_down_as_printed()
    {
        host.Clock.Advance(TimeSpan.FromDays(7));
        using var desk = await host.Given.SignedIn(officer);
        await desk.GoAsync($"/Placements/{id}/Sheet");
        Assert.Contains($"{person.Code}-7", desk.Text, StringComparison.Ordinal);
        Assert.Equal(1, await host.Db(db => db.Readings.CountAsync(r => r.Kind == WorkBridge.Audit.ReadingKind.Printed)));
    }

    [Fact]
    public async Task An_officer_may_record_another_outcome_with_a_reason()
    {
        host.Clock.Advance(TimeSpan.FromDays(7));
        using var desk = await host.Given.SignedIn(officer);
        await desk.GoAsync($"/Placements/{id}/FollowUp");
        await desk.SubmitAsync("main form[action$='FollowUp']", [("Input.Working", "SamePlace"), ("Input.Way", "Call")]);
        await desk.SubmitAsync("form[action$='handler=Override']", [("Input.Result", "Stable")]);
        Assert.NotNull(desk.Page.QuerySelector("#Input_Reason-error"));
        await desk.SubmitAsync("form[action$='handler=Override']", [("Input.Result", "Stable"), ("Input.Reason", "Hợp đồng đã có từ trước")]);
        Assert.Contains("Hợp đồng đã có từ trước", desk.Text, StringComparison.Ordinal);
        Assert.Equal(2, await host.Db(db => db.Outcomes.CountAsync()));
    }
}
