using Microsoft.EntityFrameworkCore;
using WorkBridge.Placements;
using WorkBridge.Referrals;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Placements;

/// <summary>Work that the person found without a referral is recorded from the person's file.</summary>
public sealed class FoundAloneTests
{
    [Fact]
    public async Task It_is_recorded_followed_up_and_ends_what_was_open()
    {
        await using var host = await TestHost.StartAsync();
        var account = await host.Given.Officer();
        var person = await host.Given.Person();
        var (employer, _) = await host.Given.Employer();
        var referral = await host.Given.PreparedReferral(await host.Given.LiveOpening(employer), person, account);
        using var desk = await host.Given.SignedIn(account);
        await desk.GoAsync($"/Returnees/{person.Id}");
        await desk.GoAsync(desk.Page.QuerySelector("a[href^='/Placements/Add']")!.GetAttribute("href")!);

        await desk.SubmitAsync("main form", [("Input.Trade", "nghề không có thật"), ("Input.StartsOn", "")]);
        Assert.NotNull(desk.Page.QuerySelector("#Input_StartsOn-error"));
        Assert.Equal("nghề không có thật", desk.Page.QuerySelector("#Input_Trade")!.GetAttribute("value"));
        await desk.SubmitAsync("main form", [("Input.StartsOn", "2/11/2026")]);
        Assert.NotNull(desk.Page.QuerySelector("#Input_Trade-error"));
        Assert.Equal(0, await host.Db(db => db.Placements.CountAsync()));

        await desk.SubmitAsync("main form", [("Input.Trade", "thợ may"), ("Input.StartsOn", "2/11/2026")]);

        var placement = await host.Db(db => db.Placements.SingleAsync());
        Assert.Equal($"/Placements/{placement.Id}", desk.At);
        Assert.Equal((person.Id, new DateOnly(2026, 11, 2), PlacementState.Started), (placement.ReturneeId, placement.StartsOn, placement.State));
        Assert.NotNull(placement.TradeCode);
        Assert.Equal(ReferralState.PlacedElsewhere, await host.Db(db => db.Referrals.Where(r => r.Id == referral.Id).Select(r => r.State).SingleAsync()));
        await desk.GoAsync("/Home");
        Assert.Contains($"/Placements/{placement.Id}", desk.Page.Body!.InnerHtml, StringComparison.Ordinal);
    }
}
