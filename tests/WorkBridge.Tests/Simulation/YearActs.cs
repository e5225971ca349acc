using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Email;
using WorkBridge.Employers;
using WorkBridge.Openings;
using WorkBridge.Referrals;
using WorkBridge.Returnees;
using WorkBridge.Staff;
using WorkBridge.Tests.Support;

namespace WorkBridge.Tests.Simulation;

/// <summary>What people do in the simulated time.</summary>
public sealed partial class Year
{
    private async Task ReferAsync()
    {
        var (person, opening, may) = (Guid.Empty, Guid.Empty, false);
        for (var draws = random.Next(1, 60); draws > 0 && !may; draws--)
        {
            (person, opening) = (people[random.Next(people.Count)], openings[random.Next(openings.Count)]);
            may = oracle.MayPrepare(person, opening, At);
        }

        var id = Guid.Empty;
        var did = await TryAsync<PrepareReferral>(World.Officer(officer), async u => id = await u.RunAsync(opening, person, null, default));
        Same(may, did, person, $"preparing for {opening}");
        if (!did)
            return;
        oracle.Prepared(id, person, opening);
        Tell(id, "prepared");
        if (random.Next(10) < 8)
            await AgreeAsync(person, oracle.Openings[opening].Employer);
        await SendAsync(oracle.Referrals[id]);
    }

    private async Task AgreeAsync(Guid person, Guid? employer)
    {
        var helped = oracle.People[person].IsHelped(world.Today);
        var purpose = employer is null ? Purpose.Matching : Purpose.Employer;
        var did = await TryAsync<AnswerConsent>(_ => { }, u => u.RunAsync(new ConsentAnswer(person, purpose, employer, Yes: true, AtKiosk), default));
        Same(helped, did, person, $"agreeing to {purpose}");
        if (did)
            oracle.Agreed(person, employer, At);
        Tell(person, $"agreed to {employer?.ToString() ?? "matching"}: {did}");
    }

    private async Task SendAsync(OReferral r)
    {
        var may = oracle.MaySend(r, At);
        var did = await TryAsync<SendReferral>(World.Officer(officer), u => u.RunAsync(r.Id, default));
        Same(may, did, r.Id, "sending");
        if (did)
            oracle.Sent(r, At);
        if (did)
            Tell(r.Id, "sent");
    }

    private async Task TouchAsync(OReferral r, int hour)
    {
        if (!r.IsWithEmployer)
            return; // What was done to another a moment ago ended it.
        var link = await world.Db(db => db.OneTimeLinks.Where(l => l.ReferralId == r.Id).Select(l => l.Id).SingleAsync());
        switch (random.Next(20))
        {
            case < 8 when r.EmployerKnows:
                var may = oracle.MayLook(r, At);
                var saw = await TryAsync<ViewReferral>(user => user.IsLink(link), u => u.RunAsync(r.Id, default));
                Same(may, saw, r.Id, "looking");
                if (saw)
                    Oracle.Seen(r);
                Tell(r.Id, $"looked: {saw}");
                break;
            case < 16:
                await AnswerAsync(r, link, hour);
                break;
            case < 18 when hour < 18 && r.State is ("Sent" or "Seen" or "UnderReview"):
                var to = (r.AnswerBy > world.Today ? r.AnswerBy.Value : world.Today).AddDays(random.Next(1, 10));
                if (await TryAsync<ExtendReferral>(World.Officer(officer), u => u.RunAsync(r.Id, null, to, default)))
                    Oracle.Extended(r, to);
                Tell(r.Id, $"extended to {to:yyyy-MM-dd}");
                break;
            case 18:
                Same(true, await TryAsync<WithdrawReferral>(World.Officer(officer), u => u.RunAsync(r.Id, default)), r.Id, "withdrawing");
                oracle.WithdrawnByPerson(r);
                Tell(r.Id, "withdrawn");
                break;
        }
    }

    private async Task AnswerAsync(OReferral r, Guid link, int hour)
    {
        var byEmployer = hour > 18 || random.Next(5) > 0;
        if (byEmployer && !r.EmployerKnows)
            return; // Nobody has the link yet.
        var (answer, state, keep) = random.Next(10) switch
        {
            < 2 when r.State is "Sent" or "Seen" => (new EmployerAnswer { Kind = AnswerKind.Ask, Question = "Có làm ca đêm không?" }, "UnderReview", (DateOnly?)null),
            < 5 when r.State != "Trial" => (new EmployerAnswer { Kind = AnswerKind.Interview, InterviewAt = At.AddDays(random.Next(1, 9)), InterviewPlace = "Phòng kỹ thuật" }, "InterviewSet", null),
            5 when r.State != "Trial" => (new EmployerAnswer { Kind = AnswerKind.Trial, TrialFrom = world.Today.AddDays(2) }, "Trial", world.Today.AddDays(62)),
            < 9 => (new EmployerAnswer { Kind = AnswerKind.Accept, StartsOn = world.Today.AddDays(random.Next(0, 10)) }, "Accepted", null),
            _ => (new EmployerAnswer { Kind = AnswerKind.Decline, Reason = DeclineReason.TooFar }, "Declined", null),
        };
        if (answer.InterviewAt is { } at)
            keep = Oracle.DayOf(at).AddDays(14);
        var may = byEmployer ? oracle.MayLook(r, At) : oracle.MayAnswer(r, At);
        may &= state != "Accepted" || oracle.Openings[r.Opening].Left > 0;
        var did = await TryAsync<AnswerReferral>(byEmployer ? user => user.IsLink(link) : World.Officer(officer), u => u.RunAsync(r.Id, answer, default));
        Same(may, did, r.Id, $"answering {state}");
        Tell(r.Id, $"answered {state} by {(byEmployer ? "the employer" : "telephone")}: {did}");
        if (!did)
            return;
        oracle.Answered(r, state, byEmployer, At, answer.InterviewAt, keep);
        Placements += state == "Accepted" ? 1 : 0;
    }

    private async Task ChangeMindAsync(Guid person)
    {
        var p = oracle.People[person];
        var held = p.Consents.Keys.ToList();
        switch (random.Next(20))
        {
            case < 10:
                await AgreeAsync(person, null);
                break;
            case < 14 when held.Count > 0:
                var employer = held[random.Next(held.Count)] is var key && key == Guid.Empty ? (Guid?)null : key;
                Same(true, await TryAsync<WithdrawConsent>(_ => { }, u => u.RunAsync(person, employer is null ? Purpose.Matching : Purpose.Employer, employer, AtKiosk, default)), person, "taking back");
                oracle.TookBack(person, employer);
                Tell(person, $"took back {employer?.ToString() ?? "matching"}");
                break;
            case 19 when p.Left is null && p.IsHelped(world.Today):
                Same(true, await TryAsync<StopForProgrammeEnd>(World.Officer(officer), u => u.RunAsync(person, null, world.Today, ProgrammeEnding.MovedAway, default)), person, "leaving");
                oracle.LeftProgramme(person, world.Today, At);
                Tell(person, "left the programme");
                break;
        }
    }

    private async Task KeepOpeningAsync(Guid id)
    {
        var (o, as_) = (oracle.Openings[id], World.Officer(officer));
        switch (o.State)
        {
            case "Live" when random.Next(20) == 0 && await TryAsync<CloseOpening>(as_, u => u.RunAsync(id, default)):
                oracle.Closed(id, At);
                Tell(id, "closed");
                break;
            case "Live" when await TryAsync<ConfirmOpening>(as_, u => u.RunAsync(id, default)):
                oracle.Confirmed(id, At);
                Tell(id, "confirmed");
                break;
            case "Paused" when !(o.Closes < world.Today):
                Same(true, await TryAsync<ResumeOpening>(as_, u => u.RunAsync(id, default)), id, "resuming");
                oracle.Resumed(id, At);
                Tell(id, "resumed");
                break;
        }
    }
}
