using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Email;
using WorkBridge.Employers;
using WorkBridge.Referrals;
using WorkBridge.Staff;

namespace WorkBridge.Web;

/// <summary>
/// What went out by mail about a referral, a person or an employer: what was sent, what waits, what failed and why. Only about
/// rows of the officer's own communes; addresses are not shown.
/// </summary>
public sealed class LettersViewComponent(WorkBridgeDb db, CurrentUser user) : ViewComponent
{
    private const int Most = 30;

    public sealed record Line(string Kind, MailState State, DateTime CreatedAt, DateTime? SentAt, DateTime NextTryAt, int Attempts, string? Code);

    /// <summary>One of the three is given.</summary>
    public async Task<IViewComponentResult> InvokeAsync(Guid? referral = null, Guid? person = null, Guid? employer = null)
    {
        var own = db.Referrals.Of(user);
        var referrals = (referral, person, employer) switch
        {
            ({ } id, _, _) => own.Where(r => r.Id == id).Select(r => r.Id),
            (_, { } id, _) => own.Where(r => r.ReturneeId == id).Select(r => r.Id),
            (_, _, { } id) => own.Where(r => r.EmployerId == id).Select(r => r.Id),
            _ => throw new InvalidOperationException("Say about what."),
        };
        // A question about running work goes by its link, everything else by the referral.
        var subjects = referrals.Concat(db.OneTimeLinks.Where(l => referrals.Contains(l.ReferralId)).Select(l => l.Id));
        if (employer is { } theirs)
        {
            subjects = subjects.Concat(db.Openings.Where(o => o.EmployerId == theirs && user.CommuneCodes.Contains(o.OwnerCommuneCode)).Select(o => o.Id))
                .Concat(db.Employers.Of(user, db).Where(e => e.Id == theirs).Select(e => e.Id));
        }

        var lines = await db.Outbox.AsNoTracking()
            .Where(m => subjects.Contains(m.SubjectId))
            .OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Id).Take(Most)
            .Select(m => new Line(m.Kind, m.State, m.CreatedAt, m.SentAt, m.NextTryAt, m.Attempts, m.LastCode)).ToListAsync(HttpContext.RequestAborted);
        return View(lines);
    }

    /// <summary>How a mail stands, in a sentence.</summary>
    public static string Stands(Line line) => line.State switch
    {
        MailState.Sent => Tongue.T($"Đã gửi {Show.At(line.SentAt!.Value)}", $"Sent {Show.At(line.SentAt!.Value)}"),
        MailState.Cancelled => Tongue.T("Không cần gửi nữa", "No longer due"),
        MailState.Dead => Tongue.T($"Không gửi được: {Why(line.Code)}", $"Could not be sent: {Why(line.Code)}"),
        _ when line.Attempts > 0 => Tongue.T($"Đã thử {line.Attempts} lần ({Why(line.Code)}), thử lại {Show.At(line.NextTryAt)}", line.Attempts == 1 ? $"Tried once ({Why(line.Code)}), again {Show.At(line.NextTryAt)}" : $"Tried {line.Attempts} times ({Why(line.Code)}), again {Show.At(line.NextTryAt)}"),
        _ => Tongue.T($"Chờ gửi, {Show.At(line.NextTryAt)}", $"Waits until {Show.At(line.NextTryAt)}"),
    };

    private static string Why(string? code) => code switch
    {
        "returned" => Tongue.T("địa chỉ này trả lại thư", "the address returns mail"),
        "address" => Tongue.T("địa chỉ không đúng", "the address is wrong"),
        { Length: 3 } and ['5', ..] => Tongue.T($"nơi nhận từ chối ({code})", $"refused there ({code})"),
        null => "?",
        _ => Tongue.T($"máy chủ thư chưa nhận ({code})", $"the mail server did not take it ({code})"),
    };
}
