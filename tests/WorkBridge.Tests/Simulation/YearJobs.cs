using System.Globalization;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Consents;
using WorkBridge.Digests;
using WorkBridge.Email;
using WorkBridge.Openings;
using WorkBridge.Placements;
using WorkBridge.Referrals;
using WorkBridge.Tests.Support;

namespace WorkBridge.Tests.Simulation;

/// <summary>What the clock does in the simulated time: the jobs, their outages, and the mail that leaves.</summary>
public sealed partial class Year
{
    private readonly Dictionary<string, DateOnly> outUntil = [];

    private async Task SweepAsync(bool all, params string[] only)
    {
        foreach (var (name, run) in Jobs())
        {
            if (!IsOut(name) && (only.Length == 0 || only.Contains(name)) && (all || random.Next(2) == 0))
                await run();
        }
    }

    /// <summary>Every job with what the oracle is told of it, as they follow one another in an hour.</summary>
    private (string Name, Func<Task> Run)[] Jobs() =>
    [
        ("referrals", () => JobAsync<SweepReferrals>(u => u.RunAsync(default), oracle.SweptReferrals)),
        ("questions", () => JobAsync<AskStillThere>(u => u.RunAsync(default), oracle.AskedEmployers)),
        ("openings", () => JobAsync<SweepOpenings>(u => u.RunAsync(default), oracle.SweptOpenings)),
        ("consents", () => JobAsync<ExpireConsents>(u => u.RunAsync(default), oracle.SweptConsents)),
        ("digests", () => JobAsync<SendDigests>(u => u.RunAsync(default), oracle.SweptDigests)),
        ("interviews", () => JobAsync<RemindOfInterviews>(u => u.RunAsync(default), oracle.SweptInterviews)),
    ];

    private async Task JobAsync<T>(Func<T, Task> run, Action<DateTime> tell)
        where T : notnull
    {
        await Now.System(run);
        tell(At);
    }

    /// <summary>Now and then a job, the way out for mail, or the whole service is out for days.</summary>
    private void DrawOutages()
    {
        foreach (var name in new[] { "referrals", "questions", "openings", "consents", "digests", "interviews", "mail", "service" })
        {
            if (!IsOut(name) && random.Next(35) == 0)
                outUntil[name] = world.Today.AddDays(random.Next(2, 7));
        }
    }

    private bool IsOut(string name) => outUntil.TryGetValue(name, out var until) && world.Today < until;

    private async Task DeliverAsync()
    {
        if (IsOut("mail"))
            return;
        await Now.System<DeliverMail>(u => u.RunAsync(default));
        var left = Now.The<Letterbox>().Empty();
        var ids = left.ConvertAll(l => l.Id);
        var rows = ids.Count == 0 ? [] : await world.Db(db => db.Outbox.AsNoTracking().Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id));
        Assert.True(left.TrueForAll(l => rows.ContainsKey(l.Id)), Where(Guid.Empty, "a mail left that stands in no row"));
        var actual = left.ConvertAll(l => PromiseOf(rows[l.Id], l.To));
        var due = oracle.Delivered(At);
        foreach (var mail in actual)
            Tell(mail.About, $"mail {mail.Kind} {mail.Which}");
        var (missing, extra) = (Without(due, actual), Without(actual, due));
        Assert.True(missing.Count + extra.Count == 0, Where(missing.Concat(extra).FirstOrDefault().About, $"missing: {string.Join(", ", missing)}; extra: {string.Join(", ", extra)}"));
        Mails += actual.Count;
        foreach (var mail in actual)
            ByKind[mail.Kind] = ByKind.GetValueOrDefault(mail.Kind) + 1;
    }

    /// <summary>What a mail that left was, read off its row: the last part of the key tells one of several.</summary>
    private Promise PromiseOf(OutboxMail mail, string to)
    {
        var parts = mail.Key.Split(':');
        return mail.Kind switch
        {
            MailKinds.ReferralReminder => new(mail.Kind, mail.SubjectId, int.Parse(parts[^1], CultureInfo.InvariantCulture), to),
            MailKinds.StillThere => new(mail.Kind, works[Guid.Parse(parts[1])], int.Parse(parts[^1], CultureInfo.InvariantCulture), to),
            _ => new(mail.Kind, mail.SubjectId, 0, to),
        };
    }

    private static List<Promise> Without(IEnumerable<Promise> these, IEnumerable<Promise> those)
    {
        var rest = those.ToList();
        return [.. these.Where(p => !rest.Remove(p))];
    }
}
