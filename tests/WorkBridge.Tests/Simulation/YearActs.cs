using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkBridge.Consents;
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
        // Some of them shortly before all has to stop.
        var soon = random.Next(4) == 0 ? people.FindAll(p => oracle.People[p] is { Left: null } o && o.ProgrammeEnds >= world.Today && o.ProgrammeEnds <= world.Today.AddDays(7)) : [];
        var from = soon.Count > 0 ? soon : people;
        for (var draws = random.Next(1, 60); draws > 0 && !may; draws--)
        {
            (person, opening) = (from[random.Next(from.Count)], openings[random.Next(openings.Count)]);
            may = oracle.MayPrepare(person, opening, At);
        }

        var id = Guid.Empty;
        var did = await TryAsync<PrepareReferral>(World.Officer(OfficerOf(person)), async u => id = await u.RunAsync(opening, person, null, default));
        Same(may, did, person, $"preparing for {opening}");
        if (!did)
            return;
        oracle.Prepared(id, person, opening, OfficerOf(person).Id);
        Tell(id, "prepared");
        if (random.Next(10) < 8)
            await AgreeAsync(person, oracle.Openings[opening].Employer);
        await SendAsync(oracle.Referrals[id]);
    }

    private async Task AgreeAsync(Guid person, Guid purpose)
    {
        var helped = oracle.People[person].IsHelped(world.Today);
        var did = await TryAsync<AnswerConsent>(_ => { }, u => u.RunAsync(new ConsentAnswer(person, PurposeOf(purpose), EmployerOf(purpose), Yes: true, AtKiosk), default));
        Same(helped, did, person, $"agreeing to {NameOf(purpose)}");
        if (did)
            oracle.Agreed(person, purpose, At);
        Tell(person, $"agreed to {NameOf(purpose)}: {did}");
    }

    private async Task TakeBackAsync(Guid person, Guid purpose)
    {
        // The link in a mail takes reminders back as well as a screen does.
        if (purpose == Oracle.Reminders && random.Next(2) == 0)
            await Now.System<SwitchMailList>(u => u.RunAsync(MailList.Person, person, on: false, default));
        else
            Same(true, await TryAsync<WithdrawConsent>(_ => { }, u => u.RunAsync(person, PurposeOf(purpose), EmployerOf(purpose), AtKiosk, default)), person, "taking back");
        oracle.TookBack(person, purpose, At);
        Tell(person, $"took back {NameOf(purpose)}");
    }

    private static Purpose PurposeOf(Guid purpose) => purpose == Oracle.Matching ? Purpose.Matching : purpose == Oracle.Reminders ? Purpose.Reminders : Purpose.Employer;

    private static Guid? EmployerOf(Guid purpose) => PurposeOf(purpose) == Purpose.Employer ? purpose : null;

    private static string NameOf(Guid purpose) => PurposeOf(purpose) == Purpose.Employer ? $"employer {purpose}" : $"{PurposeOf(purpose)}";

    private Account OfficerOf(Guid person) => officers[communes.IndexOf(oracle.People[person].Commune)];

    private Task<Guid> LinkOfAsync(OReferral r) => world.Db(db => db.OneTimeLinks.Where(l => l.ReferralId == r.Id && l.Step == null).Select(l => l.Id).SingleAsync());

    private async Task SendAsync(OReferral r)
    {
        var may = oracle.MaySend(r, At);
        var did = await TryAsync<SendReferral>(World.Officer(OfficerOf(r.Person)), u => u.RunAsync(r.Id, default));
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
        var link = await LinkOfAsync(r);
        switch (random.Next(20))
        {
            case < 6 when r.EmployerKnows:
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
                if (await TryAsync<ExtendReferral>(World.Officer(OfficerOf(r.Person)), u => u.RunAsync(r.Id, null, to, default)))
                    Oracle.Extended(r, to);
                Tell(r.Id, $"extended to {to:yyyy-MM-dd}");
                break;
            case 18:
                Same(true, await TryAsync<WithdrawReferral>(World.Officer(OfficerOf(r.Person)), u => u.RunAsync(r.Id, default)), r.Id, "withdrawing");
                oracle.WithdrawnByPerson(r, At);
                Tell(r.Id, "withdrawn");
                break;
        }
    }

    /// <param name="r">The referral.</param>
    /// <param name="link">Its link.</param>
    /// <param name="hour">In the evening only the employer answers.</param>
    /// <param name="again">A new time for an interview, or a no.</param>
    private async Task AnswerAsync(OReferral r, Guid link, int hour, bool again = false)
    {
        var byEmployer = hour > 18 || random.Next(5) > 0;
        if (byEmployer && !r.EmployerKnows)
            return; // Nobody has the link yet.
        var (answer, state, keep) = (again ? random.Next(2) * 9 : random.Next(10)) switch
        {
            < 2 when r.State is "Sent" or "Seen" => (new EmployerAnswer { Kind = AnswerKind.Ask, Question = "Có làm ca đêm không?" }, "UnderReview", (DateOnly?)null),
            < 6 when r.State != "Trial" && (again || r.State != "InterviewSet") => (new EmployerAnswer { Kind = AnswerKind.Interview, InterviewAt = InterviewHour(), InterviewPlace = "Phòng kỹ thuật" }, "InterviewSet", null),
            6 when r.State != "Trial" => (new EmployerAnswer { Kind = AnswerKind.Trial, TrialFrom = world.Today.AddDays(2) }, "Trial", world.Today.AddDays(62)),
            < 9 => (new EmployerAnswer { Kind = AnswerKind.Accept, StartsOn = world.Today.AddDays(random.Next(0, 10)) }, "Accepted", null),
            _ => (new EmployerAnswer { Kind = AnswerKind.Decline, Reason = DeclineReason.TooFar }, "Declined", null),
        };
        if (answer.InterviewAt is { } at)
            keep = Oracle.DayOf(at).AddDays(14);
        var may = byEmployer ? oracle.MayLook(r, At) : oracle.MayAnswer(r, At);
        may &= state != "Accepted" || oracle.Openings[r.Opening].Left > 0;
        var did = await TryAsync<AnswerReferral>(byEmployer ? user => user.IsLink(link) : World.Officer(OfficerOf(r.Person)), u => u.RunAsync(r.Id, answer, default));
        Same(may, did, r.Id, $"answering {state}");
        Tell(r.Id, $"answered {state} {answer.InterviewAt:yyyy-MM-dd HH:mm} by {(byEmployer ? "the employer" : "telephone")}: {did}");
        if (!did)
            return;
        oracle.Answered(r, state, byEmployer, At, answer.InterviewAt, keep, answer.StartsOn);
        if (state != "Accepted")
            return;
        placements[r.Id] = await world.Db(db => db.Placements.Where(p => p.ReferralId == r.Id).Select(p => p.Id).SingleAsync());
        works[placements[r.Id]] = r.Id;
        working.Add(r);
    }

    /// <summary>On the hour or the half, within days; some of them today or before the hours of mail begin.</summary>
    private DateTime InterviewHour()
    {
        var at = Clock.Utc(world.Today.AddDays(random.Next(0, 8)), new TimeOnly(random.Next(7, 18), random.Next(2) * 30));
        return at > At ? at : at.AddDays(1);
    }

    private async Task ChangeMindAsync(Guid person)
    {
        var p = oracle.People[person];
        Guid[] held = [.. p.Consents.Keys];
        switch (random.Next(20))
        {
            case < 5:
                await AgreeAsync(person, Oracle.Matching);
                break;
            case < 8:
                await AgreeAsync(person, Oracle.Reminders);
                break;
            case < 11 when p.Referrals.Count > 0:
                await AgreeAsync(person, p.Referrals[random.Next(p.Referrals.Count)].Employer);
                break;
            case < 16 when held.Length > 0:
                await TakeBackAsync(person, held[random.Next(held.Length)]);
                break;
            case 19 when random.Next(2) == 0 && p.Left is null && p.IsHelped(world.Today):
                Same(true, await TryAsync<StopForProgrammeEnd>(World.Officer(OfficerOf(person)), u => u.RunAsync(person, null, world.Today, ProgrammeEnding.MovedAway, default)), person, "leaving");
                oracle.LeftProgramme(person, world.Today, At);
                Tell(person, "left the programme");
                break;
        }
    }

    private async Task KeepOpeningAsync(Guid id)
    {
        var (o, as_) = (oracle.Openings[id], World.Officer(officers[0]));
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
