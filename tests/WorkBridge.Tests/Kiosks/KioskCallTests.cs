using Microsoft.EntityFrameworkCore;
using WorkBridge.Consents;
using WorkBridge.Kiosks;
using WorkBridge.Returnees;
using WorkBridge.Tests.Consents;

namespace WorkBridge.Tests.Kiosks;

/// <summary>Calling an officer, and asking about an opening, at the screen.</summary>
public sealed class KioskCallTests : IAsyncLifetime
{
    private readonly ConsentWorld world = new();

    public Task InitializeAsync() => world.InitializeAsync();

    public Task DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task A_call_is_one_call_until_somebody_comes_and_only_own_officers_answer_it()
    {
        var device = await world.DeviceAsync();
        await world.AskAsync<CallOfficer>(use => use.RunAsync(device, ConsentWorld.Ward, default));
        await world.AskAsync<CallOfficer>(use => use.RunAsync(device, ConsentWorld.Ward, default));
        var call = await world.ReadAsync(db => db.HelpCalls.SingleAsync());

        await world.AsOfficerAsync<AnswerAsk>(use => use.RunAsync(call.Id, default));
        Assert.NotNull(await world.ReadAsync(db => db.HelpCalls.Select(c => c.AnsweredAt).SingleAsync()));

        var far = await world.DeviceAsync(ConsentWorld.OtherWard);
        await world.AskAsync<CallOfficer>(use => use.RunAsync(far, ConsentWorld.OtherWard, default));
        var theirs = await world.ReadAsync(db => db.HelpCalls.SingleAsync(c => c.CommuneCode == ConsentWorld.OtherWard));
        Assert.Equal(Rule.NotFound, await ConsentWorld.RefusedAsync(() => world.AsOfficerAsync<AnswerAsk>(use => use.RunAsync(theirs.Id, default))));
    }

    [Fact]
    public async Task Interest_of_a_person_is_told_once_and_of_nobody_gets_a_number_each_time()
    {
        var person = await world.PersonAsync();
        var opening = await world.LiveOpeningAsync();
        await world.AskAsync<ShowInterest, Interest>(use => use.RunAsync(opening.Id, person, ConsentWorld.OtherWard, default));
        await world.AskAsync<ShowInterest, Interest>(use => use.RunAsync(opening.Id, person, ConsentWorld.OtherWard, default));
        var a = await world.AskAsync<ShowInterest, Interest>(use => use.RunAsync(opening.Id, null, ConsentWorld.OtherWard, default));
        var b = await world.AskAsync<ShowInterest, Interest>(use => use.RunAsync(opening.Id, null, ConsentWorld.OtherWard, default));

        Assert.NotEqual(a.Id, b.Id);
        var told = await world.ReadAsync(db => db.Interests.SingleAsync(i => i.ReturneeId != null));
        Assert.Equal(ConsentWorld.Ward, told.CommuneCode);
        Assert.Equal(ConsentWorld.OtherWard, a.CommuneCode);
    }
}
