using WorkBridge.Employers;

namespace WorkBridge.Openings;

/// <summary>An employer as the import needs it.</summary>
public sealed record KnownUnit(Guid Id, string Name, string TaxCode, string CommuneCode, EmployerState State);

/// <summary>How the unit of a row was settled.</summary>
public enum UnitFinding
{
    Found,
    Missing,
    NotRegistered,
    NotApproved,
    SeveralOfThisName,
    NotYours,
}

/// <summary>
/// Which employer a row belongs to: by tax code, by a name an officer has mapped, or by the name itself. A contact's rows are the
/// own employer's or nobody's.
/// </summary>
public sealed class ImportUnits
{
    private readonly Dictionary<string, KnownUnit> byTaxCode;
    private readonly ILookup<string, KnownUnit> byName;
    private readonly Dictionary<Guid, KnownUnit> byId;
    private readonly Guid? own;

    /// <param name="units">Those the user may post for, whatever their state.</param>
    /// <param name="aliases">Names mapped before, by key.</param>
    /// <param name="own">The employer of a contact; null for an officer.</param>
    public ImportUnits(IReadOnlyList<KnownUnit> units, IEnumerable<(string Key, Guid EmployerId)> aliases, Guid? own)
    {
        this.own = own;
        byId = units.ToDictionary(u => u.Id);
        byTaxCode = units.ToDictionary(u => u.TaxCode, StringComparer.Ordinal);
        byName = units.Select(u => (Key: ImportText.NameKey(u.Name), Unit: u))
            .Concat(aliases.Where(a => byId.ContainsKey(a.EmployerId)).Select(a => (a.Key, Unit: byId[a.EmployerId])))
            .Distinct()
            .ToLookup(x => x.Key, x => x.Unit, StringComparer.Ordinal);
    }

    public (UnitFinding Finding, KnownUnit? Unit) Find(string? name, string? taxCode)
    {
        var code = TaxCode.Plain(taxCode);
        var key = ImportText.NameKey(name);
        if (code.Length == 0 && key.Length == 0)
            return own is { } id && byId.TryGetValue(id, out var mine) ? Judge(mine) : (UnitFinding.Missing, null);
        if (code.Length > 0)
            return byTaxCode.TryGetValue(code, out var coded) ? Judge(coded) : Foreign();

        // A tax code may also stand in the column of names.
        if (byTaxCode.TryGetValue(TaxCode.Plain(name), out var named))
            return Judge(named);
        var found = byName[key].Distinct().ToList();
        return found.Count switch
        {
            0 => Foreign(),
            1 => Judge(found[0]),
            _ => (UnitFinding.SeveralOfThisName, null),
        };
    }

    private (UnitFinding Finding, KnownUnit? Unit) Foreign() => (own is null ? UnitFinding.NotRegistered : UnitFinding.NotYours, null);

    private static (UnitFinding Finding, KnownUnit? Unit) Judge(KnownUnit unit) =>
        (unit.State == EmployerState.Approved ? UnitFinding.Found : UnitFinding.NotApproved, unit);
}
