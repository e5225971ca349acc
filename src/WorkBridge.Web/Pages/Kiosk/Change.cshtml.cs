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

/// <summary>
/// Putting the profile right: which thing, for trades and skills which one (by picture, or by a few letters), then one question. What is
/// touched is proposed, not changed. What is typed to find a trade is sent as a form and stands in no address.
/// </summary>
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

    /// <summary>The kind of work that was touched.</summary>
    [BindProperty(SupportsGet = true)]
    public TradeGroup? Group { get; set; }

    /// <summary>The trade whose skills are asked for.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Trade { get; set; }

    /// <summary>"Type the name" was touched.</summary>
    [BindProperty(SupportsGet = true, Name = "typed")]
    public bool Types { get; set; }

    /// <summary>"Mine, and near ones" was touched.</summary>
    [BindProperty(SupportsGet = true, Name = "near")]
    public bool Near { get; set; }

    /// <summary>What there is to touch, to find the trade or skill.</summary>
    public IReadOnlyList<Tile> Tiles { get; private set; } = [];

    /// <summary>These were found by what was typed.</summary>
    public bool Found { get; private set; }

    public bool AsksWhich => Topic is { } topic && topic.HasSubject() && Subject is null;

    public IReadOnlyList<string> Choices { get; private set; } = [];

    /// <summary>What stands, in words.</summary>
    public string Stands { get; private set; } = "";

    /// <summary>What is proposed already, in words.</summary>
    public string? Waits { get; private set; }

    protected override string? Back => Topic is null ? "/Kiosk/Profile" : Subject is null && Group is null && !Types && !Near ? "/Kiosk/Change" : Trade is not null ? $"/Kiosk/Change/{Topic}?group={Group}" : $"/Kiosk/Change/{Topic}";

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

    /// <summary>A few letters of a name: what they find is shown to be touched.</summary>
    public async Task<IActionResult> OnPostFindAsync(CancellationToken ct)
    {
        Types = true;
        if (Topic is not { } topic || !topic.HasSubject() || Subject is not null || !await LoadAsync(ct))
            return Redirect("/Kiosk/Change");
        if (Tiles.Count == 0)
            ModelState.AddModelError("Input.Find", T("Không thấy tên nào như vậy. Gõ ngắn hơn, hoặc quay lại chọn theo hình.", "No such name. Type less of it, or go back and choose by picture."));
        Found = Tiles.Count > 0;
        return Page();
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
            return LoadTiles(new WhichOne(vocabulary, topic, kept));

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

    private bool LoadTiles(WhichOne which)
    {
        IReadOnlyList<Tile>? tiles = (Types, Near, Group, Trade) switch
        {
            (true, _, _, _) => which.Found(Input.Find, NamesPerPage),
            (_, true, _, _) => which.Near(),
            (_, _, { } group, null) when Enum.IsDefined(group) => which.In(group),
            (_, _, not null, { } trade) when Topic == ProfileTopic.Skill => which.Of(trade),
            (_, _, null, null) => which.Ways(),
            _ => null,
        };
        if (tiles is null)
            return false;
        Tiles = Page(tiles, Group is null && !Near ? PerPage : NamesPerPage);
        return true;
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

        /// <summary>A few letters of the name of a trade or skill.</summary>
        public string? Find { get; set; }
    }
}
