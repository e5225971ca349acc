using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Matching;
using WorkBridge.Staff;

namespace WorkBridge.Openings;

/// <summary>
/// Saves the good rows of an upload in one transaction, all or none, and deletes the upload. They wait for review; an officer
/// who has read them may put them live at once. Answers how many openings were made or written anew.
/// </summary>
public sealed class SaveOpeningImport(WorkBridgeDb db, PreviewOpeningImport preview, CurrentUser user, TimeProvider clock)
{
    public async Task<int> RunAsync(Guid uploadId, bool reviewed, CancellationToken ct)
    {
        if (reviewed && !user.IsOfficer)
            throw new RuleBroken(Rule.NotYours);
        var read = await preview.RunAsync(uploadId, ct);
        var rows = read.ToSave.ToList();
        if (rows.Count == 0)
            throw new RuleBroken(Rule.NothingToSend, null, new Words("Không có dòng nào để lưu.", "There is no row to save."));

        var now = clock.UtcNow();
        var ids = rows.Where(r => r.OpeningId is not null).Select(r => r.OpeningId!.Value).ToList();
        var drafts = await db.Openings.Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, ct);
        foreach (var row in rows)
        {
            var content = row.Content with { TradeCode = ImportTrade.Of(row.Content) };
            if (row.OpeningId is { } id)
            {
                drafts[id].Rewrite(content);
                continue;
            }

            var opening = Opening.Draft(row.Unit!.Id, row.Unit.CommuneCode, content, now, user.Actor, row.Key);
            opening.Submit(user.Actor, now);
            if (reviewed)
                opening.PutLive(user.Actor, now);
            db.Openings.Add(opening);
        }

        db.PendingImports.Remove(read.Pending);
        await db.SaveChangesAsync(ct);
        return rows.Count;
    }
}

/// <summary>The trade of an advertisement where its title names one plainly; otherwise none, and a person chooses.</summary>
public static class ImportTrade
{
    private const double Plainly = 0.7;

    public static string? Of(OpeningContent content)
    {
        var best = Vocabulary.Default.Classify(content.Title, null, 1).FirstOrDefault()?.Code;
        return best is not null && Vocabulary.Default.FindIn(content.Title).Any(m => m.IsTrade && m.Code == best && m.Confidence >= Plainly) ? best : null;
    }
}
