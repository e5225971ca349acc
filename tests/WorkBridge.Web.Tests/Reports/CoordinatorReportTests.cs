using WorkBridge.Returnees;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Reports;

public sealed class CoordinatorReportTests
{
    [Fact]
    public async Task A_coordinator_reads_no_small_number_and_has_no_cut_by_year_while_the_officer_reads_all()
    {
        await using var host = await TestHost.StartAsync();
        foreach (var state in Enumerable.Repeat(WorkState.Unstable, 6).Concat(Enumerable.Repeat(WorkState.Stable, 2)))
            await host.Given.Person(state: state);

        using var officer = await host.Given.SignedIn(await host.Given.Officer());
        await officer.GoAsync("/Reports");
        Assert.Contains("8 người: 2 ổn định, 6 chưa ổn định", officer.Text, StringComparison.Ordinal);
        Assert.NotNull(officer.Page.QuerySelector("select[name=since]"));

        using var coordinator = await host.Given.SignedIn(await host.Given.Coordinator());
        await coordinator.GoAsync("/Reports?since=2025");
        Assert.Contains("quá nhỏ", coordinator.Text, StringComparison.Ordinal);
        Assert.Null(coordinator.Page.QuerySelector("select[name=since]"));
        Assert.All(coordinator.Page.QuerySelectorAll("main td"), cell => Assert.Equal("•", cell.TextContent.Trim()));
    }
}
