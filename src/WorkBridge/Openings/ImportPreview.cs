using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Employers;
using WorkBridge.Files;
using WorkBridge.Staff;

namespace WorkBridge.Openings;

/// <summary>A name in a file that no registered employer has, and in how many rows it stands.</summary>
public sealed record UnknownUnit(string Key, string Name, int Rows);

/// <summary>What an upload would do, before it is done.</summary>
public sealed record OpeningPreview(PendingImport Pending, ChosenColumns Columns, int HeadRow, IReadOnlyList<ImportRow> Rows, IReadOnlyList<KnownUnit> Units)
{
    public IEnumerable<ImportRow> ToSave => Rows.Where(row => row.WillBeSaved);

    public IEnumerable<RowError> Errors => Rows.SelectMany(row => row.Errors);

    public bool NeedsColumns => !Columns.Columns.ContainsKey(ImportColumns.Title);

    public IReadOnlyList<UnknownUnit> Unknown => [.. Rows.Where(row => row.Finding == UnitFinding.NotRegistered && row.UnitText.Length > 0)
        .GroupBy(row => ImportText.NameKey(row.UnitText))
        .Select(group => new UnknownUnit(group.Key, group.First().UnitText, group.Count()))];
}

/// <summary>
/// Reads an upload against what is here, in a fixed number of queries whatever its length. Changes nothing.
/// Throws <see cref="RuleBroken"/> when the upload is gone or has too many rows.
/// </summary>
public sealed class PreviewOpeningImport(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    /// <summary>So many advertisements are read, checked and shown at once.</summary>
    public const int MostRows = 2_000;

    public async Task<OpeningPreview> RunAsync(Guid uploadId, CancellationToken ct)
    {
        var pending = await db.PendingImports.OfUserAsync(uploadId, ImportKind.Openings, user, clock.UtcNow(), ct) ?? throw PendingImports.Gone();
        var sheet = SheetReader.Read(pending.Content.File, pending.Content.FileName);
        var columns = ChosenColumns.Of(sheet, ImportColumns.All, pending.Content.Choices);
        if (sheet.Rows.Count - columns.HeadIndex - 1 > MostRows)
            throw new RuleBroken(Rule.FileUnreadable, "File", new Words($"Một tệp nhiều nhất {MostRows} tin. Chia thành nhiều tệp.", $"A file may hold {MostRows} openings at most. Split it."));

        var units = await db.Employers.Of(user, db)
            .Select(e => new KnownUnit(e.Id, e.Name, e.TaxCode, e.CommuneCode, e.State))
            .ToListAsync(ct);
        var rows = columns.Columns.ContainsKey(ImportColumns.Title)
            ? new ImportReading(columns.Columns, new ImportUnits(units, await AliasesAsync(ct), user.EmployerId), ImportPlaces.Default, clock.Today()).Read(sheet, columns.HeadIndex)
            : [];
        return new OpeningPreview(pending, columns, sheet.Rows[columns.HeadIndex].Number, await StandingAsync(rows, ct), [.. units.Where(u => u.State == EmployerState.Approved)]);
    }

    private async Task<List<(string, Guid)>> AliasesAsync(CancellationToken ct)
    {
        var codes = user.CommuneCodes;
        var own = user.EmployerId;
        var aliases = await db.EmployerAliases
            .Where(a => codes.Contains(a.CommuneCode) || a.EmployerId == own)
            .Select(a => new { a.Folded, a.EmployerId })
            .ToListAsync(ct);
        return [.. aliases.Select(a => (a.Folded, a.EmployerId))];
    }

    /// <summary>Which rows are here already, by the code of the row within its employer.</summary>
    private async Task<IReadOnlyList<ImportRow>> StandingAsync(IReadOnlyList<ImportRow> rows, CancellationToken ct)
    {
        var employers = rows.Where(r => r.Unit is not null).Select(r => r.Unit!.Id).Distinct().ToList();
        if (employers.Count == 0)
            return rows;
        var here = await db.Openings.AsNoTracking()
            .Where(o => employers.Contains(o.EmployerId) && o.ImportKey != null)
            .ToDictionaryAsync(o => (o.EmployerId, o.ImportKey!), ct);
        return [.. rows.Select(row => row.Unit is { } unit && here.TryGetValue((unit.Id, row.Key), out var opening)
            ? row with { OpeningId = opening.Id, Standing = Standing(row, opening) }
            : row)];
    }

    private static RowStanding Standing(ImportRow row, Opening opening) =>
        row.Says(opening.Content) ? RowStanding.AlreadyHere : opening.IsEditable ? RowStanding.Rewritten : RowStanding.ChangedButKept;
}
