using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Employers;
using WorkBridge.Openings;
using WorkBridge.Returnees;
using WorkBridge.Staff;

namespace WorkBridge.Web.Demo;

/// <summary>What has been invented so far, by the keys of the files: what the story of referrals and placements is told with.</summary>
internal sealed class DemoWorld(WorkBridgeDb db, DemoTime time, ConsentRules rules)
{
    private readonly Dictionary<Guid, int> sequences = [];
    private readonly Dictionary<(Guid Person, Purpose Purpose, Guid? Employer), Consent> answers = [];

    public WorkBridgeDb Db { get; } = db;

    public DemoTime Time { get; } = time;

    public Dictionary<string, Employer> Employers { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Opening> Openings { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Returnee> People { get; } = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, Account> Accounts { get; set; } = new Dictionary<string, Account>(StringComparer.Ordinal);

    /// <summary>The screen of each commune on which the answers were given.</summary>
    public Dictionary<string, Guid> Screens { get; } = new(StringComparer.Ordinal);

    public Account OfficerOf(string communeCode) => Accounts[communeCode == FillDemo.KienAn ? DemoAccounts.OfficerKienAn : DemoAccounts.OfficerNaDuong];

    public Actor Officer(string communeCode) => Actor.Officer(OfficerOf(communeCode).Id);

    /// <summary>The person answers one question on the screen of the commune.</summary>
    public void Answer(Returnee person, Purpose purpose, Guid? employerId, bool yes, DateTime at)
    {
        var day = Clock.DayOf(at);
        Keep(Consent.Answer(person.Id, Next(person.Id), purpose, employerId, yes, Act(person, at), rules.ExpiryFor(day, person.HelpEndsOn(day))));
    }

    public void Withdraw(Returnee person, Purpose purpose, DateTime at) =>
        Keep(Consent.Withdraw(answers[(person.Id, purpose, null)], Next(person.Id), Act(person, at)));

    /// <summary>The standing answer for an employer; null where it was never given.</summary>
    public Consent? AnswerFor(Guid returneeId, Guid employerId) => answers.GetValueOrDefault((returneeId, Purpose.Employer, employerId));

    /// <summary>Writes down as expired what has passed its last day before today, as the nightly sweep would have done.</summary>
    public void Expire()
    {
        foreach (var given in answers.Values.Where(c => c.Decision == Decision.Given && c.ExpiresOn < Time.Today).OrderBy(c => c.ReturneeId).ThenBy(c => c.Sequence).ToList())
            Keep(Consent.Expire(given, Next(given.ReturneeId), Clock.Utc(given.ExpiresOn!.Value.AddDays(1), TimeOnly.MinValue)));
    }

    private void Keep(Consent consent)
    {
        answers[(consent.ReturneeId, consent.Purpose, consent.EmployerId)] = consent;
        Db.Consents.Add(consent);
    }

    private int Next(Guid returneeId) => sequences[returneeId] = sequences.GetValueOrDefault(returneeId) + 1;

    private ConsentAct Act(Returnee person, DateTime at) => new(at, rules.NoticeVersion, ConsentWay.KioskCard, Screens[person.CommuneCode], null, false, null);
}
