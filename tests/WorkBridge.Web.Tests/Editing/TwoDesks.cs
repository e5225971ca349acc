using Microsoft.EntityFrameworkCore;
using WorkBridge.Employers;
using WorkBridge.Placements;
using WorkBridge.Staff;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Editing;

/// <summary>One service with two officers of one commune and two contacts of one employer, all signed in; each test brings its own rows.</summary>
public sealed class TwoDesks : IAsyncLifetime
{
    public TestHost Host { get; private set; } = null!;

    public Account Officer { get; private set; } = null!;

    public Employer Employer { get; private set; } = null!;

    public Account Contact { get; private set; } = null!;

    public Browser First { get; private set; } = null!;

    public Browser Second { get; private set; } = null!;

    public Browser Hire { get; private set; } = null!;

    public Browser OtherHire { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Host = await TestHost.StartAsync();
        Officer = await Host.Given.Officer();
        (Employer, Contact) = await Host.Given.Employer();
        First = await Host.Given.SignedIn(Officer);
        Second = await Host.Given.SignedIn(await Host.Given.Officer());
        Hire = await Host.Given.SignedIn(Contact);
        OtherHire = await Host.Given.SignedIn(Contact);
    }

    public async Task DisposeAsync()
    {
        foreach (var browser in new[] { First, Second, Hire, OtherHire })
            browser.Dispose();
        await Host.DisposeAsync();
    }

    /// <summary>Both open the same page before either saves.</summary>
    public static async Task BothOpenAsync(string path, params Browser[] browsers)
    {
        foreach (var browser in browsers)
            await browser.GoAsync(path);
    }

    public async Task<Guid> PlacementAsync()
    {
        var person = await Host.Given.Person();
        var placement = Placement.FoundAlone(person.Id, Given.KienAn, null, DateOnly.FromDateTime(Host.Given.Now).AddDays(-31), Actor.Officer(Officer.Id), Host.Given.Now);
        await Host.Db(async db =>
        {
            db.Placements.Add(placement);
            await db.SaveChangesAsync();
        });
        return placement.Id;
    }

    /// <summary>Told above the form that somebody was first, beside it what they saved; the page is an answer like any other.</summary>
    public static void Told(Browser second, string kept)
    {
        Assert.Equal(System.Net.HttpStatusCode.OK, second.Status);
        Assert.StartsWith("Lỗi:", second.Page.Title, StringComparison.Ordinal);
        Assert.Contains("Có người vừa sửa mục này", second.Page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(kept, second.Page.QuerySelector("[data-meanwhile]")!.TextContent, StringComparison.Ordinal);
    }

    public static string? Typed(Browser browser, string id) =>
        browser.Page.QuerySelector("#" + id) is { } field ? field.LocalName == "textarea" ? field.TextContent.Trim() : field.GetAttribute("value") : null;

    public static string? Chosen(Browser browser, string name) => browser.Page.QuerySelector($"input[name='{name}'][checked]")?.GetAttribute("value");
}
