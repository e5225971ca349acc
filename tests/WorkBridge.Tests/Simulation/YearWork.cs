using Microsoft.EntityFrameworkCore;
using WorkBridge.Consents;
using WorkBridge.Digests;
using WorkBridge.Email;
using WorkBridge.Placements;
using WorkBridge.Referrals;
using WorkBridge.Tests.Support;

namespace WorkBridge.Tests.Simulation;

/// <summary>What is said of work that runs, and what people do just before a mail about them leaves.</summary>
public sealed partial class Year
{
    private const double Slots = 6;

    private async Task WorkAsync(int hour)
    {
        foreach (var r in working.Where(r => r.Works).ToList())
        {
            var (work, step, draw) = (r.Work!, Oracle.Fallen(r.Work!, world.Today), random.NextDouble() * Slots);
            if (work.Mailed > 0 && !work.LinkAnswered && draw < 0.15)
                await AnswerStillAsync(r, there: random.Next(6) > 0);
            else if (step > work.Heard && draw < 0.17)
                await TellAsync(r, step);
            else if (hour is > 8 and < 18 && ((step > work.Answered && draw > Slots - 0.06) || draw > Slots - 0.004))
                await RecordAsync(r, step);
        }

        working.RemoveAll(r => !r.Works);
    }

    /// <summary>The employer touches the link of a mail that it has; an old one answers nothing.</summary>
    private async Task AnswerStillAsync(OReferral r, bool there)
    {
        var step = r.Work!.Mailed;
        var id = placements[r.Id];
        var link = await world.Db(db => db.OneTimeLinks.Where(l => l.PlacementId == id && l.Step == step).Select(l => l.Id).SingleAsync());
        var may = oracle.MayAnswerStill(r, step, At);
        var answer = there ? new StillThereAnswer(true) : new StillThereAnswer(false, random.Next(2) == 0 ? null : world.Today.AddDays(-1), EndReason.Unknown);
        var did = await TryAsync<AnswerStillThere>(user => user.IsLink(link), u => u.RunAsync(answer, default));
        Same(may, did, r.Id, $"the employer saying of step {step} that the person is {(there ? "there" : "gone")}");
        if (did)
            Oracle.AnsweredStill(r, there, At);
        Tell(r.Id, $"the employer said {(there ? "there" : "gone")} of step {step}: {did}");
    }

    private async Task TellAsync(OReferral r, int step)
    {
        var (there, hard, call) = (random.Next(8) > 0, random.Next(4) == 0, random.Next(6) == 0);
        bool? other = there ? null : random.Next(2) == 0;
        var may = oracle.MayTell(r, step, At);
        var words = new OwnWords(step, there, other, there ? hard ? Going.Hard : Going.Well : null, there && hard ? Trouble.Pay : null, call);
        var did = await TryAsync<TellHowItGoes>(_ => { }, u => u.RunAsync(r.Person, placements[r.Id], words, default));
        Same(may, did, r.Id, $"telling of step {step}");
        if (did)
            Oracle.Told(r, step, there, (there && hard) || call, At);
        Tell(r.Id, $"the person said {(there ? "there" : "gone")} of step {step}: {did}");
    }

    private async Task RecordAsync(OReferral r, int step)
    {
        var (reached, there) = (random.Next(10) > 0, random.Next(12) > 0);
        var facts = new FollowUpFacts { Step = step == 0 ? null : step, On = world.Today, Way = FollowUpWay.Call, Reached = reached };
        if (reached)
            facts = facts with { Working = there ? Answer.Yes : Answer.No, SameEmployer = there ? Answer.Yes : Answer.Unknown, DaysPerMonth = 26 };
        var may = oracle.MayRecord(r, At);
        var did = await TryAsync<RecordFollowUp>(World.Officer(OfficerOf(r.Person)), u => u.RunAsync(placements[r.Id], null, facts, there ? null : EndReason.Health, default));
        Same(may, did, r.Id, $"recording step {step}");
        if (did && reached)
            Oracle.Recorded(r, step, there, At);
        Tell(r.Id, $"officer of step {step}: {(!reached ? "nobody" : there ? "there" : "ended")}: {did}");
    }

    /// <summary>Between a promise and its mail minds change, times move, work ends: more often than chance would have it.</summary>
    private async Task DisturbAsync(int hour)
    {
        foreach (var mail in oracle.Waiting.ToList())
        {
            var often = mail.Kind switch
            {
                "referral-sent" or "referral-answered" or "referral-delete" => 0.01,
                _ when mail.Kind.EndsWith("-person", StringComparison.Ordinal) => 0.25,
                _ => 0.05,
            };
            if (!oracle.Referrals.TryGetValue(mail.About, out var r) || random.NextDouble() > often)
                continue;
            MoveTo(At.AddSeconds(1));
            Guid[] purposes = [.. new[] { r.Employer, Oracle.Reminders, Oracle.Matching }.Where(oracle.People[r.Person].Consents.ContainsKey)];
            switch (mail.Kind)
            {
                case "interview-reminder" or "interview-reminder-person" when random.Next(2) == 0 && r.State == "InterviewSet":
                    await AnswerAsync(r, await LinkOfAsync(r), hour, again: true);
                    break;
                case "still-there" when random.Next(3) == 0 && r.Works:
                    await RecordAsync(r, Oracle.Fallen(r.Work!, world.Today));
                    break;
                case var kind when kind.EndsWith("-person", StringComparison.Ordinal) && purposes.Contains(Oracle.Reminders):
                    await TakeBackAsync(r.Person, Oracle.Reminders);
                    break;
                default:
                    if (purposes.Length > 0)
                        await TakeBackAsync(r.Person, purposes[random.Next(purposes.Length)]);
                    break;
            }
        }
    }

    /// <summary>Officers, coordinators and employers choose which mails they want.</summary>
    private async Task ChooseMailsAsync()
    {
        for (var n = Times(Math.Min(0.4, oracle.Officers.Count / 40.0)); n > 0; n--)
        {
            var account = random.Next(8) == 0 ? coordinators[random.Next(coordinators.Count)] : officers[random.Next(officers.Count)];
            var (known, rhythm, tells) = (oracle.Officers[account.Id], (DigestRhythm)random.Next(3), random.Next(4) > 0);
            if (random.Next(4) == 0)
            {
                var on = random.Next(3) > 0;
                await Now.System<SwitchMailList>(u => u.RunAsync(MailList.Digest, account.Id, on, default));
                known.Rhythm = on ? "Daily" : "Never";
            }
            else
            {
                await Now.As<ChooseMails>(World.Officer(account), u => u.RunAsync(rhythm, tells, true, default));
                (known.Rhythm, known.TellsAtOnce) = (rhythm.ToString(), tells);
            }

            Tell(account.Id, $"digest {known.Rhythm}, told at once {known.TellsAtOnce}");
        }

        for (var n = Times(employers.Count / 200.0); n > 0; n--)
        {
            var (id, on) = (employers[random.Next(employers.Count)], random.Next(2) == 0);
            await Now.System<SwitchMailList>(u => u.RunAsync(MailList.Reminders, id, on, default));
            oracle.Employers[id].TakesReminders = on;
        }
    }
}
