using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkBridge.Consents;
using WorkBridge.Kiosks;
using WorkBridge.Returnees;
using WorkBridge.Staff;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Kiosk;

/// <summary>A ward with an officer, a person with a card, and screens that were enrolled through their own page.</summary>
internal sealed class Screens : IAsyncDisposable
{
    private Screens(TestHost host) => Host = host;

    public TestHost Host { get; }

    public Account Officer { get; private set; } = null!;

    public Returnee Person { get; private set; } = null!;

    public static async Task<Screens> StartAsync(IReadOnlyDictionary<string, string?>? settings = null)
    {
        var screens = new Screens(await TestHost.StartAsync(settings: settings));
        screens.Officer = await screens.Host.Given.Officer();
        screens.Person = await screens.Host.Given.Person();
        return screens;
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    public async Task<T> AsOfficerAsync<TCase, T>(Func<TCase, Task<T>> act)
        where TCase : notnull
    {
        await using var scope = Host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Is(StaffRole.Officer, Officer.Id, Officer.DisplayName, Officer.Unit, [Given.KienAn], null, null);
        return await act(scope.ServiceProvider.GetRequiredService<TCase>());
    }

    /// <summary>A browser that was enrolled with an officer's one-time code.</summary>
    public async Task<Browser> ScreenAsync(string name = "Sảnh")
    {
        var code = await AsOfficerAsync<AddKiosk, string>(use => use.RunAsync(Given.KienAn, name, default));
        var screen = Host.Browser();
        await screen.GoAsync("/Kiosk");
        Assert.Equal("/Kiosk/Enrol", screen.At);
        await screen.SubmitAsync("main form", [("Input.Code", CheckedCode.Show(code))]);
        Assert.Equal("/Kiosk", screen.At);
        return screen;
    }

    public Task<IssuedCard> CardAsync() => AsOfficerAsync<IssueCard, IssuedCard>(use => use.RunAsync(Person.Id, default));

    /// <summary>A screen on which the person has signed in.</summary>
    public async Task<Browser> SignedInAsync()
    {
        var screen = await ScreenAsync();
        await SignInAsync(screen, await CardAsync());
        return screen;
    }

    public static async Task SignInAsync(Browser screen, IssuedCard card)
    {
        await screen.GoAsync("/Kiosk/Card");
        await screen.SubmitAsync("main form", [("Input.Code", card.Code)]);
        await screen.SubmitAsync("main form", [("Input.Pin", card.Pin)]);
        Assert.Equal("/Kiosk/Menu", screen.At);
    }

    public static Task AnswerAsync(Browser screen, bool yes) => screen.SubmitAsync("form.wbk-answers", button: $"button[value={(yes ? "yes" : "no")}]");

    /// <summary>Goes through the four questions and ends at "done".</summary>
    public static async Task AnswerAllAsync(Browser screen, params bool[] answers)
    {
        await screen.GoAsync("/Kiosk/Questions");
        foreach (var yes in answers)
            await AnswerAsync(screen, yes);
        Assert.Equal("/Kiosk/Review", screen.At);
        await screen.GoAsync("/Kiosk/Done");
    }

    public Task<bool> StandsAsync() => Host.Db(db => db.Returnees.MayBeMatched(db, DateOnly.FromDateTime(Clock.Local(Host.Given.Now))).AnyAsync(r => r.Id == Person.Id));
}
