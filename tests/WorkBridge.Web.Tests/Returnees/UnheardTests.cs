using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Consents;
using WorkBridge.Returnees;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Returnees;

/// <summary>Whom nobody has spoken with for two weeks.</summary>
public sealed class UnheardTests
{
    [Fact]
    public async Task After_two_weeks_without_a_word_the_officer_is_reminded_of_somebody_and_the_look_is_written_down()
    {
        await using var host = await TestHost.StartAsync();
        var officer = await host.Given.Officer();
        var (silent, answered, spoken) = (await host.Given.Person("Hà Thị Lặng"), await host.Given.Person("Vũ Thị Đáp"), await host.Given.Person("Lê Văn Nói"));
        foreach (var person in new[] { silent, answered, spoken })
            await host.Given.Consent(person, Purpose.Matching);
        var unasked = await host.Given.Person("Đỗ Văn Chưa");
        using var desk = await host.Given.SignedIn(officer);
        host.Clock.Advance(TimeSpan.FromDays(13));
        await host.Given.Consent(answered, Purpose.Statistics);
        await host.Db(async db =>
        {
            db.EmploymentStates.Add(new EmploymentState(spoken.Id, spoken.CommuneCode, DateOnly.FromDateTime(host.Given.Now), WorkState.Unstable, StateSource.Officer, officer.Id, host.Given.Now));
            await db.SaveChangesAsync();
        });
        await host.Given.SignInAsync(desk, officer);
        Assert.Empty(await UnheardAsync(desk));
        host.Clock.Advance(TimeSpan.FromDays(2));
        await host.Given.SignInAsync(desk, officer);
        Assert.Equal(["Hà Thị Lặng15 ngày"], await UnheardAsync(desk));
        Assert.True(await host.Db(db => db.ReadingPeople.AnyAsync(r => r.ReturneeId == silent.Id)));
        Assert.False(await host.Db(db => db.ReadingPeople.AnyAsync(r => r.ReturneeId == unasked.Id)));
        host.Clock.Advance(TimeSpan.FromDays(14));
        await host.Given.SignInAsync(desk, officer);
        Assert.Equal(3, (await UnheardAsync(desk)).Count);
        using var elsewhere = await host.Given.SignedIn(await host.Given.Officer(Given.NaDuong));
        Assert.Empty(await UnheardAsync(elsewhere));
    }

    private static async Task<List<string>> UnheardAsync(Browser desk) =>
        [.. (await desk.GoAsync("/Home")).QuerySelectorAll("section[aria-labelledby=unheard] li").Select(li => string.Concat(li.Text().Split('\n').Select(part => part.Trim())))];
}
