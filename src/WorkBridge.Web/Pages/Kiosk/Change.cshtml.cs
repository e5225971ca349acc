using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Audit;
using WorkBridge.Data;
using WorkBridge.Matching;
using WorkBridge.Openings;
using WorkBridge.Returnees;
using WorkBridge.Web.Kiosk;

namespace WorkBridge.Web.Pages.Kiosk;

/// <summary>Putting the profile right: which thing, for trades and skills which one, then one question. What is touched is proposed, not changed.</summary>
[Authorize(Policy = Policies.KioskPerson)]
public sealed class ChangeModel(WorkBridgeDb db, ProposeChange propose, ReadingLog readings, Vocabulary vocabulary, TimeProvider clock) : KioskPage
{
    public const int PerPage = 8;

    /// <summary>Names of trades and skills are longer, in English above all.</summary>
    public const int NamesPerPage = 6;

    [BindProperty(SupportsGet = true)]
    public ProfileTopic? Topic { get; set; }

    /// <summary>The trade or skill.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Subject { get; set; }

    [BindProperty]
    public Typed Input { get; set; } = new();

    public int P { get; private set; } = 1;

    public int Pages { get; private set; } = 1;

    public IReadOnlyList<ProfileTopic> Topics { get; private set; } = [];

    public IReadOnlyList<(string Code, string Name, string Icon, bool Stands)> Subjects { get; private set; } = [];

    public bool AsksWhich => Topic is { } topic && topic.HasSubject() && Subject is null;

    public IReadOnlyList<string> Choices { get; private set; } = [];

    /// <summary>What stands, in words.</summary>
    public string Stands { get; private set; } = "";

    /// <summary>What is proposed already, in words.</summary>
    public string? Waits { get; private set; }

    protected override string? Back => Topic is null ? "/Kiosk/Profile" : Subject is null ? "/Kiosk/Change" : $"/Kiosk/Change/{Topic}";

    public async Task<IActionResult> OnGetAsync([FromQuery] int p, CancellationToken ct)
    {
        P = p;
        return ModelState.IsValid && await LoadAsync(ct) ? Page() : Redirect("/Kiosk/Change");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Topic is not { } topic || !Enum.IsDefined(topic))
            return Redirect("/Kiosk/Change");
        if (ModelState.IsValid && await Try(() => propose.RunAsync(Here.PersonId!.Value, topic, Subject, Input.Said, ct)))
            return Redirect("/Kiosk/Asked?sent=true");
        return await LoadAsync(ct) ? Page() : Redirect("/Kiosk/Change");
    }

    public static string IconOf(ProfileTopic topic, string choice) => (topic, choice) switch
    {
        (_, ProfileTopics.Out or ProfileTopics.No) => "circle-x",
        (_, ProfileTopics.Yes) => "circle-check",
        (ProfileTopic.Trade or ProfileTopic.Skill, _) => ReturneeText.Icon(Enum.Parse<Evidence>(choice)),
        (ProfileTopic.Transport, _) => choice switch { nameof(Transport.Bus) => "bus", nameof(Transport.Foot) => "road", _ => "motorbike" },
        _ => ProfileTopics.Icon(topic),
    };

    protected override void WhileTyping(string field) => (Stands, Choices) = (ProfileTopics.Say(ProfileTopic.Phone, null).ToString(), []);

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (Topic is { } said && !Enum.IsDefined(said))
            return false;
        var personId = Here.PersonId!.Value;
        var kept = (await db.SkillProfiles.AsNoTracking().SingleOrDefaultAsync(x => x.ReturneeId == personId, ct))?.Content ?? new ProfileContent();
        await readings.OpenedAsync(personId, "Kiosk/Change");
        if (Topic is not { } topic)
        {
            Topics = Page(Enum.GetValues<ProfileTopic>(), PerPage);
            return true;
        }

        if (AsksWhich)
        {
            Subjects = Page(topic == ProfileTopic.Skill ? Skills(kept) : Trades(topic, kept), NamesPerPage);
            return true;
        }

        if (Subject is { } subject && (!topic.HasSubject() || (topic == ProfileTopic.Skill ? vocabulary.Skill(subject) is null : vocabulary.Trade(subject) is null)))
            return false;
        var phone = topic == ProfileTopic.Phone ? (await db.Returnees.AsNoTracking().SingleAsync(r => r.Id == personId, ct)).Details.Phone : null;
        var stands = ProfileTopics.Standing(topic, Subject, kept, phone);
        // A shared screen never shows a whole number.
        Stands = topic == ProfileTopic.Phone && phone is not null ? $"… {phone[^3..]}" : ProfileTopics.Say(topic, stands).ToString();
        Choices = ProfileTopics.Choices(topic, stands is not null, clock.Today());
        var open = await db.ProfileChanges.AsNoTracking().Where(c => c.ReturneeId == personId && c.Topic == topic && c.State == ChangeState.Proposed).ToListAsync(ct);
        Waits = topic is ProfileTopic.Other or ProfileTopic.Phone || open.Find(c => c.Said.Subject == Subject) is not { } waits ? null : ProfileTopics.Say(topic, waits.Said.Becomes).ToString();
        return true;
    }

    /// <summary>Those that stand first, then those near to them and to what is wished for, then the rest by name.</summary>
    private List<(string Code, string Name, string Icon, bool Stands)> Trades(ProfileTopic topic, ProfileContent kept)
    {
        var stands = (topic == ProfileTopic.Trade ? kept.Trades.Select(t => t.Code) : kept.WantedTrades).ToHashSet(StringComparer.Ordinal);
        var known = kept.Trades.Select(t => t.Code).Concat(kept.WantedTrades).Distinct(StringComparer.Ordinal).ToList();
        return [.. vocabulary.Trades.Select(t => (t.Code, Name: T(t.Vi, t.En), t.Icon, Stands: stands.Contains(t.Code), Near: known.Count == 0 ? 0 : known.Max(k => vocabulary.Nearness(k, t.Code))))
            .OrderByDescending(t => t.Stands).ThenByDescending(t => t.Near).ThenBy(t => t.Name, StringComparer.CurrentCulture).Select(t => (t.Code, t.Name, t.Icon, t.Stands))];
    }

    /// <summary>Those that stand first, then what goes with the trades, then the rest by name.</summary>
    private List<(string Code, string Name, string Icon, bool Stands)> Skills(ProfileContent kept)
    {
        var stands = kept.Skills.Select(s => s.Code).ToHashSet(StringComparer.Ordinal);
        var near = kept.Trades.Select(t => t.Code).Concat(kept.WantedTrades).SelectMany(vocabulary.TaughtBy).ToHashSet(StringComparer.Ordinal);
        return [.. vocabulary.Skills.Select(s => (s.Code, Name: T(s.Vi, s.En), Icon: "certificate", Stands: stands.Contains(s.Code)))
            .OrderByDescending(s => s.Stands).ThenByDescending(s => near.Contains(s.Code)).ThenBy(s => s.Name, StringComparer.CurrentCulture)];
    }

    private IReadOnlyList<TItem> Page<TItem>(IReadOnlyList<TItem> all, int perPage)
    {
        Pages = Math.Max(1, (all.Count + perPage - 1) / perPage);
        P = Math.Clamp(P, 1, Pages);
        return [.. all.Skip((P - 1) * perPage).Take(perPage)];
    }

    public sealed class Typed
    {
        public string? Said { get; set; }
    }
}
