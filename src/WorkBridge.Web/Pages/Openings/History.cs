using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;

namespace WorkBridge.Web.Pages.Openings;

/// <summary>One move of an opening or an employer, with who made it.</summary>
public sealed record HistoryLine(DateTime At, string To, string? Code, string Who);

public static class History
{
    private const int Most = 50;

    /// <summary>The newest moves of one row, newest first; two queries whatever their number.</summary>
    public static async Task<IReadOnlyList<HistoryLine>> HistoryOfAsync(this WorkBridgeDb db, string noun, Guid id, CancellationToken ct)
    {
        var moves = await db.StateMoves.AsNoTracking().Where(m => m.Noun == noun && m.NounId == id).OrderByDescending(m => m.At).ThenByDescending(m => m.Id).Take(Most).ToListAsync(ct);
        var ids = moves.Select(m => m.ById).OfType<Guid>().Distinct().ToList();
        var names = await db.Users.Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.DisplayName, a.Unit }).ToDictionaryAsync(a => a.Id, ct);
        return [.. moves.Select(m => new HistoryLine(m.At, m.To, m.Code, Who(m)))];

        string Who(StateMove move) => move.ById is { } by && names.TryGetValue(by, out var account)
            ? account.Unit is null ? account.DisplayName : $"{account.DisplayName}, {account.Unit}"
            : move.ByKind switch
            {
                ActorKind.System => Tongue.T("Hệ thống tự ghi", "The system"),
                ActorKind.Employer => Tongue.T("Nơi tuyển", "The employer"),
                ActorKind.Officer => Tongue.T("Cán bộ", "An officer"),
                _ => Tongue.T("Điều phối tỉnh", "The coordinator"),
            };
    }
}
