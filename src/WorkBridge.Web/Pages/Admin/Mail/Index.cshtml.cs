using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Email;
using WorkBridge.Holidays;

namespace WorkBridge.Web.Pages.Admin.Mail;

/// <summary>The ledger of mail: how many wait, went, died; the dead ones by kind and code. No name, and addresses only masked.</summary>
[Authorize(Policy = Policies.Administrator)]
public sealed class IndexModel(WorkBridgeDb db, ReviveMail revive, IMailTransport transport, HolidayCalendar holidays, TimeProvider clock) : PageBase
{
    private const int OnPage = 50;

    public sealed record Row(Guid Id, string Kind, string To, int Attempts, string? Code, DateTime CreatedAt, DateTime NextTryAt);

    public IReadOnlyDictionary<MailState, int> Counts { get; private set; } = new Dictionary<MailState, int>();

    public IReadOnlyList<Row> Dead { get; private set; } = [];

    public IReadOnlyList<Row> Late { get; private set; } = [];

    /// <summary>True where mail goes into a folder for want of a server.</summary>
    public bool IntoFolder => transport is FolderTransport;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();
        Counts = await db.Outbox.GroupBy(m => m.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        Dead = await RowsAsync(db.Outbox.Where(m => m.State == MailState.Dead), ct);
        var overdue = db.Outbox.Overdue(now, holidays);
        Late = await RowsAsync(db.Outbox.Where(m => m.State == MailState.Waiting && (m.Attempts > 0 || overdue.Any(o => o.Id == m.Id))), ct);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (await Try(() => revive.RunAsync(id, ct)))
        {
            Say("Thư sẽ được gửi lại.", "The mail will be tried again.");
            return Redirect("/Admin/Mail");
        }

        await OnGetAsync(ct);
        return Page();
    }

    private static async Task<List<Row>> RowsAsync(IQueryable<OutboxMail> mails, CancellationToken ct)
    {
        var rows = await mails.AsNoTracking().OrderByDescending(m => m.CreatedAt).Take(OnPage)
            .Select(m => new Row(m.Id, m.Kind, m.To, m.Attempts, m.LastCode, m.CreatedAt, m.NextTryAt)).ToListAsync(ct);
        return [.. rows.Select(r => r with { To = MailAddressText.Mask(r.To) })];
    }
}
