using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;

namespace WorkBridge.Returnees;

/// <summary>
/// Counts people by the latest employment state on or before a day, at both cuts, for some communes. Counted by the database in
/// one query; with a year the people's days of coming home are opened in memory, in two. People of whom nothing was recorded are unknown.
/// Answers one entry for each commune asked for, in the order asked.
/// </summary>
public sealed class CountEmployment(WorkBridgeDb db)
{
    public async Task<IReadOnlyList<CommuneEmployment>> RunAsync(IReadOnlyList<string> communeCodes, DateOnly on, int? sinceYear, CancellationToken ct)
    {
        var groups = sinceYear is { } year
            ? await SinceAsync(communeCodes, on, year, ct)
            : [.. (await People(communeCodes, on)
                .GroupBy(p => new { p.CommuneCode, p.InProgramme, p.State })
                .Select(g => new { g.Key.CommuneCode, g.Key.InProgramme, g.Key.State, People = g.Count() })
                .ToListAsync(ct)).Select(g => (g.CommuneCode, g.InProgramme, Counts: EmploymentCounts.One(g.State ?? WorkState.Unknown, g.People)))];
        return [.. communeCodes.Select(code => new CommuneEmployment(
            code,
            Sum(groups.Where(g => g.CommuneCode == code)),
            Sum(groups.Where(g => g.CommuneCode == code && g.InProgramme))))];
    }

    /// <summary>Everybody of these communes with the state that counts on a day.</summary>
    internal IQueryable<PersonState> People(IReadOnlyList<string> communeCodes, DateOnly on) =>
        db.Returnees.Where(r => communeCodes.Contains(r.CommuneCode)).Select(r => new PersonState
        {
            Id = r.Id,
            CommuneCode = r.CommuneCode,
            InProgramme = r.Periods.Any(p => p.Start <= on && (p.End == null || p.End > on) && (p.PlannedEnd == null || p.PlannedEnd >= on)),
            State = db.EmploymentStates.Where(s => s.ReturneeId == r.Id && s.On <= on)
                .OrderByDescending(s => s.On).ThenByDescending(s => s.RecordedAt).ThenByDescending(s => s.Id)
                .Select(s => (WorkState?)s.State).FirstOrDefault(),
        });

    private async Task<List<(string CommuneCode, bool InProgramme, EmploymentCounts Counts)>> SinceAsync(IReadOnlyList<string> communeCodes, DateOnly on, int year, CancellationToken ct)
    {
        var since = (await db.Returnees.AsNoTracking().Where(r => communeCodes.Contains(r.CommuneCode)).ToListAsync(ct))
            .Where(r => r.Details.HomeSince is { } day && day.Year >= year)
            .Select(r => r.Id).ToHashSet();
        var people = await People(communeCodes, on).ToListAsync(ct);
        return [.. people.Where(p => since.Contains(p.Id)).Select(p => (p.CommuneCode, p.InProgramme, EmploymentCounts.One(p.State ?? WorkState.Unknown, 1)))];
    }

    private static EmploymentCounts Sum(IEnumerable<(string CommuneCode, bool InProgramme, EmploymentCounts Counts)> groups) =>
        groups.Aggregate(EmploymentCounts.Empty, (sum, group) => sum + group.Counts);
}

/// <summary>A person and the state that counts.</summary>
internal sealed class PersonState
{
    public Guid Id { get; init; }

    public string CommuneCode { get; init; } = "";

    public bool InProgramme { get; init; }

    public WorkState? State { get; init; }
}
