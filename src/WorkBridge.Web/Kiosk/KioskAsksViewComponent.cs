using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Kiosks;
using WorkBridge.Staff;

namespace WorkBridge.Web.Kiosk;

/// <summary>What people asked for at the screens of an officer's communes and nobody has seen to yet, oldest first.</summary>
public sealed class KioskAsksViewComponent(WorkBridgeDb db, CurrentUser user) : ViewComponent
{
    public const int Most = 20;

    public async Task<IViewComponentResult> InvokeAsync()
    {
        var codes = user.CommuneCodes;
        var calls = await (
            from c in db.HelpCalls
            join d in db.KioskDevices on c.DeviceId equals d.Id
            where codes.Contains(c.CommuneCode) && c.AnsweredAt == null
            orderby c.At
            select new AskLine(c.Id, AskKind.Help, c.At, d.Name, null, null)).Take(Most).ToListAsync();
        var interests = await (
            from i in db.Interests
            join o in db.Openings on i.OpeningId equals o.Id
            where codes.Contains(i.CommuneCode) && i.AnsweredAt == null
            orderby i.At
            select new AskLine(i.Id, AskKind.Opening, i.At, o.Title, i.ReturneeId, i.ReturneeId == null ? i.Number : db.Returnees.Where(r => r.Id == i.ReturneeId).Select(r => r.Code).First())).Take(Most).ToListAsync();
        return View((IReadOnlyList<AskLine>)[.. calls, .. interests]);
    }
}

public enum AskKind
{
    Help,
    Opening,
}

/// <summary>One line: under a code or a number, never a name, so that listing it is no reading of a person.</summary>
public sealed record AskLine(Guid Id, AskKind Kind, DateTime At, string? About, Guid? ReturneeId, string? Code);
