using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using WorkBridge.Data;
using WorkBridge.Returnees;
using WorkBridge.Staff;

namespace WorkBridge.Requests;

/// <summary>One value of a row: its name in the model, and the value as it is kept, opened where it was sealed.</summary>
public sealed record HeldValue(string Name, object? Value);

/// <summary>The rows of one table.</summary>
public sealed record HeldRows(HeldTable Table, IReadOnlyList<IReadOnlyList<HeldValue>> Rows);

/// <summary>Everything held of one person, and what the ids in it are called.</summary>
public sealed record PersonCopy(Returnee Person, DateTime At, IReadOnlyList<HeldRows> Parts, IReadOnlyDictionary<Guid, string> Names);

/// <summary>
/// Everything held of a person of an own commune, by the description in <see cref="HeldData"/>: every column, what is sealed opened.
/// Left out are digests, row versions and the seal itself, which say nothing to anybody.
/// </summary>
public sealed class CopyPerson(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    /// <summary>Digests that are text.</summary>
    private static readonly string[] Digests = [nameof(Kiosks.PersonCard.PinHash)];

    /// <exception cref="RuleBroken">Unknown or another commune's.</exception>
    public async Task<PersonCopy> RunAsync(Guid returneeId, CancellationToken ct)
    {
        var person = await db.Returnees.Of(user).AsNoTracking().SingleOrDefaultAsync(r => r.Id == returneeId, ct) ?? throw new RuleBroken(Rule.NotFound);
        var parts = new List<HeldRows>();
        foreach (var table in HeldData.Tables)
        {
            var columns = ColumnsOf(db.Model.FindEntityType(table.Entity)!);
            var rows = await table.Of(db, returneeId).AsNoTracking().ToListAsync(ct);
            parts.Add(new(table, rows.ConvertAll(row => ValuesOf(row, columns))));
        }

        return new(person, clock.UtcNow(), parts, await NamesAsync(parts, ct));
    }

    /// <summary>The columns of an entity that tell something.</summary>
    public static IReadOnlyList<IProperty> ColumnsOf(IEntityType type) =>
        [.. type.GetProperties().Where(p => !p.IsShadowProperty() && p.ClrType != typeof(byte[]) && p.Name != "Version" && !Digests.Contains(p.Name))];

    private static IReadOnlyList<HeldValue> ValuesOf(object row, IReadOnlyList<IProperty> columns)
    {
        var values = columns.Select(c => new HeldValue(c.Name, c.PropertyInfo!.GetValue(row))).ToList();
        if (row is ISealed kept && kept.Open() is { Length: > 0 } plain)
            values.AddRange(JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(plain)!.Select(v => new HeldValue(v.Key, v.Value)));
        return values;
    }

    private async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IEnumerable<HeldRows> parts, CancellationToken ct)
    {
        var ids = parts.SelectMany(p => p.Rows).SelectMany(r => r).Select(v => v.Value).OfType<Guid>().Distinct().ToList();
        var employers = await db.Employers.Where(e => ids.Contains(e.Id)).Select(e => new { e.Id, e.Name }).ToListAsync(ct);
        var openings = await db.Openings.Where(o => ids.Contains(o.Id)).Select(o => new { o.Id, Name = o.Title }).ToListAsync(ct);
        var mentors = await db.Users.Where(a => ids.Contains(a.Id) && a.Role == StaffRole.Mentor).Select(a => new { a.Id, Name = a.DisplayName }).ToListAsync(ct);
        return employers.Concat(openings).Concat(mentors).ToDictionary(n => n.Id, n => n.Name);
    }
}
