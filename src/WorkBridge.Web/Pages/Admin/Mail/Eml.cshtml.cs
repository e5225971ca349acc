using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using WorkBridge.Data;
using WorkBridge.Email;

namespace WorkBridge.Web.Pages.Admin.Mail;

/// <summary>
/// The mails that became files, for whoever tries the service out. Only while no mail server is set: the files hold
/// one-time links, and a real installation has none of them. Where a person is written to stays hidden here as well.
/// </summary>
[Authorize(Policy = Policies.Administrator)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class EmlModel(WorkBridgeDb db, Storage storage, IMailTransport transport, Site site) : PageBase
{
    private const int Most = 50;

    public sealed record Letter(string File, string Subject, string To, DateTimeOffset Date, string Text);

    [BindProperty(SupportsGet = true)]
    public new string? File { get; set; }

    public IReadOnlyList<Letter> Letters { get; private set; } = [];

    public Letter? Open { get; private set; }

    /// <summary>The first link of ours in the opened mail.</summary>
    public string? Link { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (transport is not FolderTransport)
            return NotFound();
        if (!Directory.Exists(storage.MailFolder))
            return File is null ? Page() : NotFound();
        var letters = new List<Letter>();
        foreach (var path in new DirectoryInfo(storage.MailFolder).EnumerateFiles("*.eml").OrderByDescending(f => f.LastWriteTimeUtc).Take(Most))
        {
            using var message = await MimeMessage.LoadAsync(path.FullName, ct);
            letters.Add(new Letter(path.Name, message.Subject ?? "", message.To.ToString(), message.Date, message.TextBody ?? ""));
        }

        var ids = letters.ConvertAll(l => Guid.TryParseExact(Path.GetFileNameWithoutExtension(l.File), "N", out var id) ? id : Guid.Empty);
        var toPeople = await db.Outbox.Where(m => ids.Contains(m.Id) && m.To == OutboxMail.ThePerson).Select(m => m.Id).ToHashSetAsync(ct);
        for (var i = 0; i < letters.Count; i++)
        {
            if (toPeople.Contains(ids[i]))
                letters[i] = letters[i] with { To = MailAddressText.Mask(letters[i].To) };
        }

        Letters = letters;
        if (File is not null)
        {
            Open = letters.FirstOrDefault(l => l.File == File);
            if (Open is null)
                return NotFound();
            Link = Open.Text.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.StartsWith(site.BaseUrl, StringComparison.Ordinal));
        }

        return Page();
    }
}
