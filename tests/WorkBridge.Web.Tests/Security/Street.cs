using System.Net;
using Microsoft.Extensions.DependencyInjection;
using WorkBridge.Kiosks;
using WorkBridge.Returnees;
using WorkBridge.Staff;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Security;

/// <summary>One commune with something of everything, and everybody who may stand before it, signed in through the front door.</summary>
internal sealed partial class Street : IAsyncDisposable
{
    /// <summary>Who asks: the columns of the tables. "Other" is of another commune or another employer.</summary>
    public static readonly IReadOnlyList<string> Everybody = ["nobody", "admin", "coordinator", "officer", "other-officer", "contact", "other-contact", "screen", "person", "mentor", "other-mentor"];

    /// <summary>An id that no row has.</summary>
    public const string Nobody = "0199ffff-ffff-7fff-bfff-ffffffffffff";

    private readonly Dictionary<string, Browser> browsers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> ids = new(StringComparer.Ordinal);

    private Account officer = null!;
    private Account writer = null!;
    private int files;
    private Returnee worker = null!;

    private Street(TestHost host) => Host = host;

    public TestHost Host { get; }

    public Returnee Person { get; private set; } = null!;

    public WorkBridge.Employers.Employer Employer { get; private set; } = null!;

    public Guid Placement { get; private set; }

    /// <summary>Who goes along with <see cref="Person"/>.</summary>
    public Account Mentor { get; private set; } = null!;

    /// <summary>A page of the own that holds a form, for its token.</summary>
    private static string HomeOf(string who) => who switch
    {
        "nobody" => "/SignIn",
        "admin" => "/Admin/Accounts/Invite",
        "coordinator" => "/Account",
        "officer" or "other-officer" => "/Returnees/Add",
        "contact" or "other-contact" => "/Hire/Contacts",
        "mentor" or "other-mentor" => "/Account",
        "screen" => "/Kiosk/Help",
        _ => "/Kiosk/Help",
    };

    public static async Task<Street> BuildAsync(IReadOnlyDictionary<string, string?>? settings = null)
    {
        var street = new Street(await TestHost.StartAsync(settings: settings));
        await street.FillAsync();
        return street;
    }

    public Browser As(string who) => browsers[who];

    public async Task<string> TokenOf(string who)
    {
        var browser = As(who);
        await browser.GoAsync(HomeOf(who));
        return browser.Token;
    }

    /// <summary>The address of an endpoint, with the ids of this street in it.</summary>
    public string Address(Asked asked)
    {
        if (asked.Route == EndpointTable.Assets)
            return EndpointTable.AnAsset(Host);
        // A form to the dashboard of the jobs is one of its commands.
        var route = asked.Route.Replace("/{**path}", asked.Method == "POST" ? "/recurring/trigger" : "", StringComparison.Ordinal)
            .Replace("{**rest}", "nowhere", StringComparison.Ordinal).Replace("{*path}", "nowhere", StringComparison.Ordinal);
        foreach (var (key, value) in ids.OrderByDescending(i => i.Key.Length))
        {
            if (route.StartsWith(key, StringComparison.Ordinal))
            {
                route = System.Text.RegularExpressions.Regex.Replace(route, @"\{[^}]*\}", value, System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
                break;
            }
        }

        if (route.Contains('{', StringComparison.Ordinal))
            throw new InvalidOperationException($"{asked.Name}: say in {nameof(Street)} which id stands in its route.");
        var query = new List<string>();
        if (asked.Handler.Length > 0)
            query.Add("handler=" + asked.Handler);
        if (route.EndsWith("/Import", StringComparison.Ordinal) && (asked.Method == "GET" || asked.Handler.Length > 0))
            query.Add("Upload=" + ids[route]);
        if (route == "Placements/Add")
            query.Add($"person={Person.Id}");
        if (route == "Referrals/Prepare")
            query.AddRange([$"opening={ids["Openings/"]}", $"person={Person.Id}"]);
        return "/" + route + (query.Count > 0 ? "?" + string.Join('&', query) : "");
    }

    /// <summary>What a form of this endpoint names besides its route: rows of this street.</summary>
    public IEnumerable<(string, string)> Form(Asked asked) => asked.Name switch
    {
        "POST /Kiosks?handler=Revoke" or "POST /Kiosks/Index?handler=Revoke" => [("id", ids["device"])],
        "POST /Kiosks?handler=Answer" or "POST /Kiosks/Index?handler=Answer" => [("id", ids["call"])],
        "POST /Home?handler=Answered" => [("ask", ids["interest"])],
        "POST /Returnees/{id:guid}/Support?handler=Move" => [("Input.Request", ids["support"]), ("Input.Version", "1"), ("Input.To", "Granted")],
        "POST /Returnees/{id:guid}/Changes?handler=Leave" => [("Input.Change", ids["change"]), ("Input.Because", "TalkFirst")],
        "POST /Returnees/{id:guid}/Requests?handler=Lift" => [("Input.Restriction", ids["restriction"])],
        "POST /Mentor/{id:guid}?handler=Report" or "POST /Mentor/{id:guid}?handler=CallOff" or "POST /Returnees/{id:guid}/Mentor?handler=Report" or "POST /Returnees/{id:guid}/Mentor?handler=CallOff" => [("Input.Visit", ids["visit"])],
        "POST /Account?handler=End" => [("id", ids["session"])],
        "POST /Account/Passkeys?handler=Rename" => [("id", ids["passkey"]), ("name", "Khoá kia")],
        "POST /Account/Passkeys?handler=Remove" => [("id", ids["passkey"])],
        "POST /Admin/Jobs" => [("id", "sweep-openings")],
        "POST /Admin/Mail" => [("id", ids["mail"])],
        "POST /Admin/Jobs/dashboard/{**path}" => [("jobs[]", "sweep-openings")],
        _ => [],
    };

    /// <summary>The same address with an id that belongs to nobody.</summary>
    public string AddressOfNobody(Asked asked) => ids.Values.Where(v => Guid.TryParse(v, out _)).Append(Person.Id.ToString())
        .Aggregate(Address(asked), (address, id) => address.Replace(id, Nobody, StringComparison.OrdinalIgnoreCase));

    public async ValueTask DisposeAsync()
    {
        foreach (var browser in browsers.Values)
            browser.Dispose();
        await Host.DisposeAsync();
    }

    private static IPAddress Address(int number) => new([127, 0, 1, (byte)(number + 1)]);

    private async Task<Browser> SignInAsync(Account account)
    {
        var browser = Host.Browser(Address(browsers.Count));
        await Host.Given.SignInAsync(browser, account);
        return browser;
    }

    private async Task<Browser> ScreenAsync(Account officer, string name)
    {
        var screen = Host.Browser(Address(browsers.Count));
        var code = "";
        await AsOfficerAsync<AddKiosk>(officer, async add => code = await add.RunAsync(Given.KienAn, name, default));
        await screen.GoAsync("/Kiosk/Enrol");
        await screen.SubmitAsync("main form", [("Input.Code", CheckedCode.Show(code))]);
        return screen;
    }

    /// <summary>The person signs in with a new card; what was open on that screen before is over.</summary>
    public Task BeginVisitAsync() => BeginVisitAsync(As("person"), Person.Id);

    /// <summary>Somebody else of the commune signs in, at the other screen.</summary>
    public Task BeginOtherVisitAsync() => BeginVisitAsync(As("screen"), worker.Id);

    private async Task BeginVisitAsync(Browser screen, Guid personId)
    {
        IssuedCard card = null!;
        await AsOfficerAsync<IssueCard>(officer, async issue => card = await issue.RunAsync(personId, default));
        await screen.GoAsync("/Kiosk");
        await screen.GoAsync("/Kiosk/Card");
        await screen.SubmitAsync("main form", [("Input.Code", card.Code)]);
        await screen.SubmitAsync("main form", [("Input.Pin", card.Pin)]);
        Assert.Equal("/Kiosk/Menu", screen.At);
    }

    /// <summary>Runs a use case as an officer of this commune.</summary>
    public async Task AsOfficerAsync<T>(Account officer, Func<T, Task> act)
        where T : notnull
    {
        await using var scope = Host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Is(StaffRole.Officer, officer.Id, officer.DisplayName, officer.Unit, [Given.KienAn], null, null);
        await act(scope.ServiceProvider.GetRequiredService<T>());
    }
}
