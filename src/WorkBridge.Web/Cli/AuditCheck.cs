using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using WorkBridge.Audit;
using WorkBridge.Data;
using WorkBridge.Web.Start;

namespace WorkBridge.Web;

/// <summary>The audit gone through by command: what it says is for whoever answers for the installation, and names nobody.</summary>
internal static class AuditCheck
{
    public static async Task<int> RunAsync(CliArguments given, TextWriter said)
    {
        var start = given.AsInstalled();
        given.Ring(); // Never makes new keys, under which every link would be false.
        await using var app = Service.Build(start, _ => { });
        await using var scope = app.Services.CreateAsyncScope();
        var heads = scope.ServiceProvider.GetRequiredService<AuditHeads>();
        var finding = await scope.ServiceProvider.GetRequiredService<VerifyAudit>().FindAsync(CancellationToken.None);
        await said.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{finding.Links:N0} links, {finding.Rows:N0} rows compared."));
        if (finding.End is { } end)
            await said.WriteLineAsync($"The chain ends at {end.Sequence.ToString(CultureInfo.InvariantCulture)}, {Convert.ToHexString(end.Mac)[..16]}. Noted somewhere else, this proves later that nothing before it was changed.");
        foreach (var taken in heads.Read().TakenOn)
            await said.WriteLineAsync($"Taken as it was, without proof, on {taken:yyyy-MM-dd}.");
        foreach (var fault in finding.Faults)
            await said.WriteLineAsync(Sentence(fault));
        if (finding.FaultCount > finding.Faults.Count)
            await said.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"and {finding.FaultCount - finding.Faults.Count:N0} more"));
        if (given.Has("--take-end"))
        {
            heads.Take(finding.End, TimeProvider.System.Today());
            await said.WriteLineAsync("The chain is taken as it ends now; the day is noted.");
        }

        await said.WriteLineAsync(finding.IsSound ? "The audit is whole." : string.Create(CultureInfo.InvariantCulture, $"The audit is not whole: {finding.FaultCount:N0} faults."));
        return finding.IsSound ? Cli.Done : Cli.Refused;
    }

    private static string Sentence(AuditFault fault)
    {
        var row = fault.RowId is { } id ? $" ({fault.Table} {id})" : "";
        var at = fault.Sequence?.ToString(CultureInfo.InvariantCulture);
        return fault.Kind switch
        {
            AuditFaultKind.LinkAltered => $"Link {at} was altered, put in or moved{row}.",
            AuditFaultKind.LinkMissing => $"Link {at} is missing.",
            AuditFaultKind.RowAltered => $"A row was altered after link {at}{row}.",
            AuditFaultKind.RowRemoved => $"The row of link {at} is gone{row}.",
            AuditFaultKind.RowPutIn => $"A row was put in past the service{row}.",
            AuditFaultKind.TailCut => $"The end is cut off: link {at} was noted and is not there.",
            AuditFaultKind.ChainMadeAnew => $"Link {at} is another one than was noted: the chain was made anew.",
            AuditFaultKind.NotesDamaged => $"What was noted in the folder of the keys ({AuditHeads.NewestName}, {AuditHeads.DaysName}) is not as it was written, or is missing.",
            _ => fault.Kind.ToString(),
        };
    }
}
