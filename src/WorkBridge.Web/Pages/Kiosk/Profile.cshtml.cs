using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Audit;
using WorkBridge.Data;
using WorkBridge.Matching;
using WorkBridge.Returnees;
using WorkBridge.Web.Kiosk;

namespace WorkBridge.Web.Pages.Kiosk;

/// <summary>What is kept about the person's skills, under a code and initials; a touch leads to putting it right.</summary>
[Authorize(Policy = Policies.KioskPerson)]
public sealed class ProfileModel(WorkBridgeDb db, ReadingLog readings, Vocabulary vocabulary) : KioskPage
{
    public string Code { get; private set; } = "";

    public string Initials { get; private set; } = "";

    public ProfileContent? Kept { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var person = await db.Returnees.AsNoTracking().SingleAsync(r => r.Id == Here.PersonId, ct);
        await readings.OpenedAsync(person.Id, "Kiosk/Profile");
        (Code, Initials) = (person.Code, person.Initials);
        Kept = (await db.SkillProfiles.AsNoTracking().SingleOrDefaultAsync(p => p.ReturneeId == person.Id, ct))?.Content;
    }

    public string Trades(IEnumerable<string> codes) =>
        string.Join(", ", codes.Select(code => vocabulary.Trade(code)).OfType<Trade>().Select(t => T(t.Vi, t.En)));

    public string Held(ProfileContent content) => string.Join(", ", content.Trades.Select(held =>
        vocabulary.Trade(held.Code) is { } trade ? $"{T(trade.Vi, trade.En)} ({Of(held.Evidence)})" : null).Where(text => text is not null));

    public string Skills(ProfileContent content) =>
        string.Join(", ", content.Skills.Select(held => vocabulary.Skill(held.Code)).OfType<Skill>().Select(s => T(s.Vi, s.En)));

    public static string Of(Evidence evidence) => evidence switch
    {
        Evidence.Certificate => T("có chứng chỉ", "certificate"),
        Evidence.TaughtWithoutPaper => T("được dạy, chưa có giấy", "taught, no paper"),
        Evidence.SelfTaught => T("tự học", "self-taught"),
        _ => T("chưa hỏi", "not asked"),
    };

    public static string Of(Shifts shifts) => shifts switch
    {
        Shifts.None => "",
        Shifts.Any => T("Giờ nào cũng được", "Any hours"),
        _ => string.Join(", ", new[]
        {
            shifts.HasFlag(Shifts.Day) ? T("ban ngày", "days") : null,
            shifts.HasFlag(Shifts.Evening) ? T("buổi tối", "evenings") : null,
            shifts.HasFlag(Shifts.Night) ? T("ca đêm", "nights") : null,
            shifts.HasFlag(Shifts.Weekend) ? T("cuối tuần", "weekends") : null,
        }.Where(word => word is not null)),
    };

    public static string Of(Transport transport) => transport switch
    {
        Transport.Foot => T("đi bộ", "on foot"),
        Transport.Bicycle => T("xe đạp", "bicycle"),
        Transport.Motorbike => T("xe máy", "motorbike"),
        Transport.Car => T("ô tô", "car"),
        Transport.Bus => T("xe buýt", "bus"),
        _ => "",
    };
}
