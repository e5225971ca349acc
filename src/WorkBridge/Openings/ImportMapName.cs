using WorkBridge.Files;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Employers;
using WorkBridge.Staff;

namespace WorkBridge.Openings;

/// <summary>
/// Remembers that files call an approved employer of the officer's communes by another name. Telling it again changes whom the
/// name means. Throws <see cref="RuleBroken"/> for an employer that is not the officer's or not approved.
/// </summary>
public sealed class MapEmployerName(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    public async Task RunAsync(string name, Guid employerId, CancellationToken ct)
    {
        var key = ImportText.NameKey(name);
        if (!user.IsOfficer || key.Length == 0)
            throw new RuleBroken(Rule.NotYours);
        var employer = await db.Employers.Of(user, db).SingleOrDefaultAsync(e => e.Id == employerId, ct) ?? throw new RuleBroken(Rule.NotFound, "EmployerId");
        if (employer.State != EmployerState.Approved)
            throw new RuleBroken(Rule.EmployerNotApproved, "EmployerId");

        var codes = user.CommuneCodes;
        db.EmployerAliases.RemoveRange(await db.EmployerAliases.Where(a => a.Folded == key && codes.Contains(a.CommuneCode)).ToListAsync(ct));
        db.EmployerAliases.Add(new EmployerAlias(employer.CommuneCode, key, employer.Id, user.AccountId, clock.UtcNow()));
        await db.SaveChangesAsync(ct);
    }
}

/// <summary>Keeps the columns somebody chose on screen with the upload.</summary>
public sealed class ChooseOpeningColumns(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    public async Task RunAsync(Guid uploadId, int headRow, IReadOnlyDictionary<string, int> columns, CancellationToken ct)
    {
        var pending = await db.PendingImports.OfUserAsync(uploadId, Files.ImportKind.Openings, user, clock.UtcNow(), ct) ?? throw Files.PendingImports.Gone();
        pending.Choose(Files.ChosenColumns.Choices(headRow, columns));
        await db.SaveChangesAsync(ct);
    }
}
