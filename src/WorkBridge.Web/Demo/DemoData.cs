using System.Text.Json;
using System.Text.Json.Serialization;
using WorkBridge.Consents;
using WorkBridge.Employers;
using WorkBridge.Matching;
using WorkBridge.Openings;
using WorkBridge.Returnees;

namespace WorkBridge.Web.Demo;

/// <summary>
/// The invented people, employers and openings, as they lie in the files of this folder. The places are real, nobody else is.
/// Days are counted back from the day of the start; "closes", "starts" and "ends" are counted ahead.
/// </summary>
internal static class DemoData
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    public static IReadOnlyList<InventedEmployer> Employers() => Read<InventedEmployer>("employers.json");

    public static IReadOnlyList<InventedOpening> Openings() => [.. Read<InventedOpening>("openings-kien-an.json"), .. Read<InventedOpening>("openings-na-duong.json")];

    public static IReadOnlyList<(string CommuneCode, InventedPerson Person)> People() =>
    [
        .. Read<InventedPerson>("people-kien-an.json").Select(p => (FillDemo.KienAn, p)),
        .. Read<InventedPerson>("people-na-duong.json").Select(p => (FillDemo.NaDuong, p)),
    ];

    private static List<T> Read<T>(string file)
    {
        using var stream = typeof(DemoData).Assembly.GetManifestResourceStream($"Demo/{file}") ?? throw new InvalidOperationException($"{file} is not in the program.");
        return JsonSerializer.Deserialize<List<T>>(stream, Options)!;
    }
}

/// <summary>One line of employers.json.</summary>
internal sealed record InventedEmployer(string Key, string Name, EmployerKind Kind, string TaxCode, string Commune, string Address, string Phone, string Email, int Since)
{
    public EmployerSize Size { get; init; }

    /// <summary>Not yet approved.</summary>
    public bool Waits { get; init; }
}

/// <summary>One line of the files of openings; pay in million đồng a month, as people say it.</summary>
internal sealed record InventedOpening(string Key, string Employer, int Age, string Title, string Trade, string Text, string Req, int Places, string Place, Shifts Shifts, int Closes)
{
    /// <summary>Where it ends up after the story of the referrals.</summary>
    public OpeningState State { get; init; } = OpeningState.Live;

    public OpeningKind Kind { get; init; }

    public int? Confirmed { get; init; }

    public double[] Pay { get; init; } = [];

    public string? Hours { get; init; }

    public int? Starts { get; init; }

    public int? Exp { get; init; }

    public bool Teach { get; init; }

    public bool Lodging { get; init; }

    public string[] Skills { get; init; } = [];

    public string[] Teaches { get; init; } = [];

    public string[] Licences { get; init; } = [];

    public string[] Demands { get; init; } = [];

    public string[] Papers { get; init; } = [];

    /// <summary>What the reviewer wrote.</summary>
    public string? Review { get; init; }

    public OpeningContent Content(string communeCode, string provinceCode, DemoTime time) => new()
    {
        Kind = Kind,
        Title = Title,
        TradeCode = Trade,
        Description = Text,
        Requirements = Req,
        Places = Places,
        PayMin = Pay.Length > 0 ? Dong(Pay[0]) : null,
        PayMax = Pay.Length > 1 ? Dong(Pay[1]) : null,
        PlaceText = Place,
        CommuneCode = communeCode,
        ProvinceCode = provinceCode,
        Shifts = Shifts,
        HoursText = Hours,
        StartsOn = Starts is { } starts ? time.Today.AddDays(starts) : null,
        ClosesOn = time.Today.AddDays(Closes),
        ExperienceMonths = Exp,
        TeachesOnTheJob = Teach,
        LodgingOffered = Lodging,
        Skills = Skills,
        Teaches = Teaches,
        Licences = Licences,
        Demands = Demands,
        Papers = Papers,
    };

    private static long Dong(double millions) => (long)Math.Round(millions * 1000) * 1000;
}

/// <summary>One line of the files of people.</summary>
/// <param name="Key">By which the story calls the person.</param>
/// <param name="Name">Invented.</param>
/// <param name="Sex">As the survey says.</param>
/// <param name="Age">In years, today.</param>
/// <param name="Village">A village or quarter of the place.</param>
/// <param name="Home">Days since coming home.</param>
/// <param name="States">Employment over time: "None@455 Unstable@280" is a state and days ago. Outcomes of placements come on top.</param>
internal sealed record InventedPerson(string Key, string Name, Sex Sex, int Age, string Village, int Home, string States)
{
    public string? Phone { get; init; }

    public string? Email { get; init; }

    public string? Companion { get; init; }

    public string? Note { get; init; }

    /// <summary>Days since the programme began; null for somebody who was only surveyed.</summary>
    public int? Programme { get; init; }

    /// <summary>Days until the programme ends.</summary>
    public int? Ends { get; init; }

    /// <summary>Days since the programme ended.</summary>
    public int? Left { get; init; }

    public ProgrammeEnding Ending { get; init; } = ProgrammeEnding.PlannedEnd;

    public int? Contact { get; init; }

    /// <summary>Days since the purposes were read at the kiosk; null where nobody has asked yet.</summary>
    public int? Asked { get; init; }

    public Purpose[] Yes { get; init; } = [];

    public Purpose[] No { get; init; } = [];

    public ProfileContent? Profile { get; init; }
}
