using Microsoft.EntityFrameworkCore;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Holidays;

namespace WorkBridge.Requests;

/// <summary>
/// Taking consent back is a request under the law, wherever it happens: it stands in the register of requests as received and done at once.
/// Adds a row and saves nothing: whoever takes the consent back saves both together.
/// </summary>
public sealed class WithdrawalRegister(WorkBridgeDb db, RequestRules rules, HolidayCalendar holidays)
{
    /// <summary>Enters what was taken back. A paper that belongs to an open request to withdraw, written down at the desk, is that request.</summary>
    internal async Task EnterAsync(Consent given, AnswerSetting setting, DateTime now, CancellationToken ct)
    {
        var known = await db.Returnees.Where(r => r.Id == given.ReturneeId).Select(r => new
        {
            r.CommuneCode,
            OthersHold = db.Referrals.Any(x => x.ReturneeId == r.Id && x.SentAt != null),
            OpenAtDesk = db.DataRequests.Any(x => x.ReturneeId == r.Id && x.Kind == RequestKind.Withdraw && x.EndedAt == null),
        }).SingleAsync(ct);
        if (setting.Way == ConsentWay.Paper && known.OpenAtDesk)
            return;
        var way = setting.Way switch
        {
            ConsentWay.Paper => RequestWay.Desk,
            ConsentWay.Mail => RequestWay.Mail,
            _ => RequestWay.Kiosk,
        };
        db.DataRequests.Add(DataRequest.TakenBack(given, known.CommuneCode, known.OthersHold, rules.On(Clock.DayOf(now)), holidays, way, setting.By(given.ReturneeId), now));
    }
}
