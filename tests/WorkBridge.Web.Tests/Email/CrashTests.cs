using System.Diagnostics;
using System.Globalization;
using WorkBridge.Email;
using WorkBridge.Tests.MailOut;
using WorkBridge.Web.Tests.Support;
using Xunit.Abstractions;

namespace WorkBridge.Web.Tests.Email;

/// <summary>
/// The service itself, killed with SIGKILL at random moments while it sends to a real mail server, and started again. The long form:
/// WORKBRIDGE_CRASH=kills,mails (200,10000); WORKBRIDGE_SEED draws the moments of an earlier run again.
/// </summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    /// <summary>About what one mail weighs; only how far a run goes depends on it.</summary>
    private const int UnitBytes = 2800;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    [SmtpSinkFact]
    public async Task Every_mail_arrives_however_often_the_service_is_killed_and_a_kill_costs_one_copy_at_most()
    {
        var size = (Environment.GetEnvironmentVariable("WORKBRIDGE_CRASH") ?? "8,600").Split(',').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        var (kills, mails) = (size[0], size[1]);
        var seed = Environment.GetEnvironmentVariable("WORKBRIDGE_SEED") is { Length: > 0 } given ? int.Parse(given, CultureInfo.InvariantCulture) : Random.Shared.Next();
        var random = new Random(seed);
        using var sink = await SmtpSink.StartAsync(keeps: SinkKeeps.Together);
        var (folder, ids) = await DueMails.FillAsync(mails);
        var clock = Stopwatch.StartNew();
        var (sending, slowest) = (0, TimeSpan.Zero);
        for (var kill = 0; kill < kills; kill++)
        {
            using var service = ServiceProcess.Start(folder, sink.Settings);
            var (before, started) = (sink.Arrived, Stopwatch.StartNew());
            if (random.Next(8) == 0)
            {
                await Task.Delay(random.Next(3000)); // While it starts, perhaps.
            }
            else
            {
                // As many as leave some for every kill to come.
                var left = Left();
                var share = (double)left / (kills - kill + 1);
                var until = before + (long)(random.NextDouble() * Math.Min(1.5 * share, 200) * UnitBytes);
                while (sink.Arrived == before && left > 0)
                    await WaitAsync(service, started, seed);
                slowest = started.Elapsed > slowest ? started.Elapsed : slowest;
                for (var looks = 1; sink.Arrived < until && (looks % 50 > 0 || Left() > 0); looks++)
                    await WaitAsync(service, started, seed);
                await Task.Delay(random.Next(4));
            }

            service.Kill();
            sending += sink.Arrived > before ? 1 : 0;
        }

        using (var last = ServiceProcess.Start(folder, sink.Settings))
        {
            var started = Stopwatch.StartNew();
            while (Left() > 0)
                await WaitAsync(last, started, seed, 200);
            await Task.Delay(500);
        }

        int Left() => mails - sink.MessageIds().Distinct(StringComparer.Ordinal).Count();
        var arrived = sink.MessageIds();
        var copies = arrived.Count - ids.Count;
        var told = string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {kills} kills ({sending} of them while sending), {mails} mails, {arrived.Distinct(StringComparer.Ordinal).Count()} arrived, {copies} copies, first mail at most {slowest.TotalSeconds:0.0} s after a start, {clock.Elapsed.TotalSeconds:0} s");
        output.WriteLine(told);
        if (Environment.GetEnvironmentVariable("WORKBRIDGE_CRASH") is not null)
            await File.AppendAllTextAsync(Path.Combine(Path.GetTempPath(), "workbridge-crash.txt"), told + Environment.NewLine);
        Assert.True(ids.SetEquals(arrived), told);
        Assert.True(copies <= kills, told);
        Assert.True(sending >= kills / 2, told);
        Assert.Equal(new Dictionary<MailState, int> { [MailState.Sent] = mails }, await DueMails.StatesAsync(folder));
    }

    private static async Task WaitAsync(ServiceProcess service, Stopwatch started, int seed, int milliseconds = 2)
    {
        Assert.False(service.HasEnded, $"seed {seed}: the service ended by itself\n{service.Said}");
        Assert.True(started.Elapsed < Patience, $"seed {seed}: nothing moved\n{service.Said}");
        await Task.Delay(milliseconds);
    }
}
