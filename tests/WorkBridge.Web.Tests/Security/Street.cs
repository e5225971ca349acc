using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkBridge.Consents;
using WorkBridge.Kiosks;
using WorkBridge.Openings;
using WorkBridge.Placements;
using WorkBridge.Referrals;
using WorkBridge.Returnees;
using WorkBridge.Staff;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Security;

/// <summary>One commune with something of everything, and everybody who may stand before it, signed in through the front door.</summary>
internal sealed class Street : IAsyncDisposable
{
    /// <summary>Who asks: the columns of the tables. "Other" is of another commune or another employer.</summary>
    public static readonly IReadOnlyList<string> Everybody = ["nobody", "admin", "coordinator", "officer", "other-officer", "contact", "other-contact", "screen", "person"];

    private readonly Dictionary<string, Browser> browsers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> ids = new(StringComparer.Ordinal);

    private IssuedCard card = null!;

    private Street(TestHost host) => Host = host;

    public TestHost Host { get; }

    public Returnee Person { get; private set; } = null!;

    public WorkBridge.Employers.Employer Employer { get; private set; } = null!;

    public Guid Placement { get; private set; }

    /// <summary>A page of the own that holds a form, for its token.</summary>
    private static string HomeOf(string who) => who switch
    {
        "nobody" => "/SignIn",
        "admin" => "/Admin/Accounts/Invite",
        "coordinator" => "/Account",
        "officer" or "other-officer" => "/Returnees/Add",
        "contact" or "other-contact" => "/Hire/Contacts",
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
        var route = asked.Route.Replace("/{**path}", "", StringComparison.Ordinal)
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
        _ => [],
    };

    /// <summary>The same address with an id that belongs to nobody.</summary>
    public string AddressOfNobody(Asked asked) => ids.Values.Where(v => Guid.TryParse(v, out _)).Append(Person.Id.ToString())
        .Aggregate(Address(asked), (address, id) => address.Replace(id, "0199ffff-ffff-7fff-bfff-ffffffffffff", StringComparison.OrdinalIgnoreCase));

    public async ValueTask DisposeAsync()
    {
        foreach (var browser in browsers.Values)
            browser.Dispose();
        await Host.DisposeAsync();
    }

    private async Task FillAsync()
    {
        var given = Host.Given;
        var officer = await given.Officer();
        var (employer, contact) = await given.Employer();
        var (_, otherContact) = await given.Employer();
        Person = await given.Person();
        var live = await given.LiveOpening(employer);
        var second = await given.LiveOpening(employer, "Thợ may mẫu");
        await given.Consent(Person, Purpose.Matching);
        var referral = await given.PreparedReferral(live, Person, officer, consent: true);
        await AsOfficerAsync<SendReferral>(officer, send => send.RunAsync(referral.Id, default));
        var (employer3, _) = await given.Employer();
        var asks = await given.LiveOpening(employer3, "Thợ may thời vụ");
        var prepared = await given.PreparedReferral(asks, Person, officer);
        var worker = await given.Person("Đỗ Văn Lực", state: WorkState.Unstable);
        var placement = WorkBridge.Placements.Placement.FoundAlone(worker.Id, worker.CommuneCode, null, DateOnly.FromDateTime(given.Now).AddDays(-40), Actor.Officer(officer.Id), given.Now);
        var draft = Opening.Draft(employer.Id, employer.CommuneCode, live.Content with { Title = "Thợ may áo dài" }, given.Now, Actor.Employer(contact.Id));
        var submitted = Opening.Draft(employer.Id, employer.CommuneCode, live.Content with { Title = "Thợ may mũ" }, given.Now, Actor.Employer(contact.Id));
        submitted.Submit(Actor.Employer(contact.Id), given.Now);
        var ticket = new Interest(second.Id, null, Given.KienAn, given.Now);
        var interest = new Interest(second.Id, Person.Id, Given.KienAn, given.Now);
        var spareDevice = new KioskDevice(Given.KienAn, "Màn hình dự phòng", [1], officer.Id, given.Now);
        var call = new HelpCall(spareDevice.Id, Given.KienAn, given.Now);
        var spare = await given.Administrator();
        var (waiting, _) = await given.Employer(approved: false);
        await Host.Db(async db =>
        {
            db.AddRange(placement, draft, submitted, ticket, interest, spareDevice, call);
            await db.SaveChangesAsync();
        });
        var link = await Host.Db(db => db.OneTimeLinks.SingleAsync());

        (Employer, Placement) = (employer, placement.Id);
        ids["Returnees/"] = Person.Id.ToString();
        ids["Openings/"] = second.Id.ToString();
        ids["Openings/{id:guid}/Review"] = submitted.Id.ToString();
        ids["Hire/Openings/{id:guid}"] = draft.Id.ToString();
        ids["Hire/Openings/Kind/"] = draft.Id.ToString();
        ids["Hire/Referrals/"] = referral.Id.ToString();
        ids["Referrals/"] = referral.Id.ToString();
        ids["Placements/"] = placement.Id.ToString();
        ids["Employers/"] = waiting.Id.ToString();
        ids["Admin/Accounts/"] = spare.Id.ToString();
        ids["Admin/Communes/"] = Given.KienAn;
        ids["Kiosk/Employer/"] = prepared.Id.ToString();
        ids["Kiosk/Openings/"] = second.Id.ToString();
        ids["Kiosk/Questions/"] = nameof(Purpose.Matching);
        ids["Kiosk/Ticket/"] = ticket.Id.ToString();
        ids["device"] = spareDevice.Id.ToString();
        ids["call"] = call.Id.ToString();
        ids["interest"] = interest.Id.ToString();
        ids["R/"] = Host.Services.GetRequiredService<LinkTokens>().TokenFor(link.Id);

        browsers["nobody"] = Host.Browser(Address(0));
        browsers["admin"] = await SignInAsync(await given.Administrator());
        browsers["coordinator"] = await SignInAsync(await given.Coordinator());
        browsers["officer"] = await SignInAsync(officer);
        browsers["other-officer"] = await SignInAsync(await given.Officer(Given.NaDuong));
        browsers["contact"] = await SignInAsync(contact);
        browsers["other-contact"] = await SignInAsync(otherContact);
        browsers["screen"] = await ScreenAsync(officer, null);
        browsers["person"] = await ScreenAsync(officer, Person);
        await browsers["nobody"].GoAsync("/SignIn");
    }

    private static IPAddress Address(int number) => new([127, 0, 1, (byte)(number + 1)]);

    private async Task<Browser> SignInAsync(Account account)
    {
        var browser = Host.Browser(Address(browsers.Count));
        await Host.Given.SignInAsync(browser, account);
        return browser;
    }

    private async Task<Browser> ScreenAsync(Account officer, Returnee? person)
    {
        var screen = Host.Browser(Address(browsers.Count));
        var code = "";
        await AsOfficerAsync<AddKiosk>(officer, async add => code = await add.RunAsync(Given.KienAn, person is null ? "Sảnh" : "Phòng riêng", default));
        await screen.GoAsync("/Kiosk/Enrol");
        await screen.SubmitAsync("main form", [("Input.Code", CheckedCode.Show(code))]);
        if (person is not null)
            await AsOfficerAsync<IssueCard>(officer, async issue => card = await issue.RunAsync(person.Id, default));
        return screen;
    }

    /// <summary>The person signs in with the card; what was open on that screen before is over.</summary>
    public async Task BeginVisitAsync()
    {
        var screen = As("person");
        await screen.GoAsync("/Kiosk");
        await screen.GoAsync("/Kiosk/Card");
        await screen.SubmitAsync("main form", [("Input.Code", card.Code)]);
        await screen.SubmitAsync("main form", [("Input.Pin", card.Pin)]);
        Assert.Equal("/Kiosk/Menu", screen.At);
    }

    private async Task AsOfficerAsync<T>(Account officer, Func<T, Task> act)
        where T : notnull
    {
        await using var scope = Host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Is(StaffRole.Officer, officer.Id, officer.DisplayName, officer.Unit, [Given.KienAn], null, null);
        await act(scope.ServiceProvider.GetRequiredService<T>());
    }
}
