using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Returnees;

namespace WorkBridge.Placements;

/// <summary>How outcomes are kept: the conditions as JSON, and with every outcome the person's employment on that day.</summary>
public static class Outcomes
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>The conditions an outcome was computed from, in the order of the rule; empty for an override.</summary>
    public static IReadOnlyList<Condition> ConditionsOf(Outcome outcome) => JsonSerializer.Deserialize<List<Condition>>(outcome.ConditionsJson, Options) ?? [];

    /// <summary>Conditions as an outcome keeps them.</summary>
    public static string Write(IReadOnlyList<Condition> conditions) => JsonSerializer.Serialize(conditions, Options);

    /// <summary>
    /// Adds the outcome and the employment state it means; of training neither, as it is no work. Where this work has ended and another placement of the person is
    /// open, the person is not without work: the state is that of the other placement, unknown until it was checked.
    /// </summary>
    internal static async Task AddOutcomeAsync(this WorkBridgeDb db, Placement placement, Outcome outcome, DateOnly on, DateTime now, CancellationToken ct)
    {
        if (placement.IsTraining)
            return;
        var state = outcome.Result;
        if (placement.State == PlacementState.Ended)
        {
            var other = await db.Placements
                .Where(p => p.ReturneeId == placement.ReturneeId && p.Id != placement.Id && !p.IsTraining && p.State != PlacementState.Ended)
                .OrderByDescending(p => p.StartsOn)
                .Select(p => (Guid?)p.Id)
                .FirstOrDefaultAsync(ct);
            if (other is not null)
                state = await db.Outcomes.Where(o => o.PlacementId == other).OrderByDescending(o => o.At).ThenByDescending(o => o.Id).Select(o => (WorkState?)o.Result).FirstOrDefaultAsync(ct) ?? WorkState.Unknown;
        }

        db.Outcomes.Add(outcome);
        db.EmploymentStates.Add(new EmploymentState(placement.ReturneeId, placement.CommuneCode, on, state, StateSource.FollowUp, outcome.Id, now));
    }
}
