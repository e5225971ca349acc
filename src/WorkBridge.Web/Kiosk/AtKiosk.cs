using WorkBridge.Consents;
using WorkBridge.Kiosks;

namespace WorkBridge.Web.Kiosk;

/// <summary>Which screen asks, and whose visit is open on it, for one request.</summary>
public sealed class AtKiosk
{
    public Guid DeviceId { get; private set; }

    public string CommuneCode { get; private set; } = "";

    public string CommuneName { get; private set; } = "";

    public string ProvinceCode { get; private set; } = "";

    public KioskVisit? Visit { get; private set; }

    /// <summary>The person who signed in with a card or whom an officer let in; null for a slip's visit and for passers-by.</summary>
    public Guid? PersonId => Visit is { Way: not VisitWay.Slip } visit ? visit.ReturneeId : null;

    /// <summary>The person behind an open visit, a slip's too: for taking back, and for nothing else.</summary>
    public Guid? BehindId => Visit?.ReturneeId;

    public bool BySlip => Visit is { Way: VisitWay.Slip };

    /// <summary>How an answer given now is written down.</summary>
    public AnswerSetting Setting(bool readAloud, Guid? receiptId) => new(
        Visit!.Way switch
        {
            VisitWay.Card => ConsentWay.KioskCard,
            VisitWay.OpenedByOfficer => ConsentWay.KioskOpenedByOfficer,
            _ => ConsentWay.KioskSlip,
        },
        DeviceId,
        Visit.OfficerId,
        readAloud,
        receiptId);

    internal void Is(Guid deviceId, string communeCode, string communeName, string provinceCode, KioskVisit? visit)
    {
        DeviceId = deviceId;
        CommuneCode = communeCode;
        CommuneName = communeName;
        ProvinceCode = provinceCode;
        Visit = visit;
    }
}
