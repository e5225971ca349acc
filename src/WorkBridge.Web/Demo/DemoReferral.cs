using WorkBridge.Email;
using WorkBridge.Holidays;
using WorkBridge.Openings;
using WorkBridge.Placements;
using WorkBridge.Referrals;
using WorkBridge.Returnees;

namespace WorkBridge.Web.Demo;

/// <summary>What the telling of a referral needs besides the world.</summary>
internal sealed record DemoRules(LinkTokens Links, HolidayCalendar Holidays, StabilityRules Stability, MinimumPay Pay);

/// <summary>
/// One referral, told step by step with the days ago on which each happened. Every step is the entity's own move, so that a
/// story the rules forbid does not start. Links and the ledger of mails go with it.
/// </summary>
internal sealed class DemoReferral
{
    private readonly DemoWorld world;
    private readonly DemoRules rules;
    private readonly Returnee person;
    private readonly Opening opening;
    private readonly Referral referral;
    private OneTimeLink? link;

    private DemoReferral(DemoWorld world, DemoRules rules, string person, string opening, int daysAgo)
    {
        this.world = world;
        this.rules = rules;
        this.person = world.People[person];
        this.opening = world.Openings[opening];
        referral = Referral.Prepare(this.opening, this.person.Id, this.person.CommuneCode, world.Officer(this.person.CommuneCode), world.Time.Ago(daysAgo, 9, 20), null);
        world.Db.Referrals.Add(referral);
    }

    public static DemoReferral Prepare(DemoWorld world, DemoRules rules, string person, string opening, int daysAgo) => new(world, rules, person, opening, daysAgo);

    /// <summary>The person says yes (or no) to this employer at the screen.</summary>
    public DemoReferral Answers(int daysAgo, bool yes = true)
    {
        world.Answer(person, Consents.Purpose.Employer, referral.EmployerId, yes, world.Time.Ago(daysAgo, 10, 5));
        return this;
    }

    public DemoReferral Sent(int daysAgo)
    {
        var at = world.Time.Ago(daysAgo, 10, 30);
        referral.Send(world.AnswerFor(person.Id, referral.EmployerId), Officer, at, rules.Holidays.AddOutsideTet(Clock.DayOf(at), Referral.DaysToAnswer));
        person.Referred(at);
        link = rules.Links.Make(referral.Id, referral.AnswerBy!.Value, at);
        world.Db.OneTimeLinks.Add(link);
        var employer = world.Employers.Values.Single(e => e.Id == referral.EmployerId);
        Post(ReferralMails.Sent(referral, employer, at), at, delivered: daysAgo > 0);
        if (daysAgo > ReferralsDue.SecondReminderDays)
            Reminded(employer, daysAgo - ReferralsDue.FirstReminderDays);
        return this;
    }

    public DemoReferral Seen(int daysAgo) => Then(r => r.MarkSeen(Employer, world.Time.Ago(daysAgo, 15)));

    public DemoReferral Asks(int daysAgo, string question) => Then(r => r.Ask(question, Employer, world.Time.Ago(daysAgo, 16)));

    /// <summary>The interview lies on the day <paramref name="onDaysAgo"/>; a negative number lies ahead.</summary>
    public DemoReferral Interview(int daysAgo, int onDaysAgo, string place)
    {
        var at = Clock.Utc(world.Time.Day(onDaysAgo), new TimeOnly(8, 30));
        link!.ExtendTo(LinkTokens.EndFor(Clock.DayOf(at).AddDays(AnswerReferral.DaysAfterInterview)));
        var setAt = world.Time.Ago(daysAgo, 16);
        referral.SetInterview(at, place, Employer, setAt);
        Post(ReferralMails.Interview(referral, world.Employers.Values.Single(e => e.Id == referral.EmployerId), setAt), setAt, delivered: true);
        if (person.Details.Email is not null)
            Post(ReferralMails.InterviewForPerson(referral, setAt), setAt, delivered: true);
        return this;
    }

    public DemoReferral Trial(int daysAgo, int fromDaysAgo)
    {
        link!.ExtendTo(LinkTokens.EndFor(world.Time.Day(fromDaysAgo).AddDays(AnswerReferral.DaysAfterTrialStart)));
        return Then(r => r.StartTrial(world.Time.Day(fromDaysAgo), Employer, world.Time.Ago(daysAgo, 16)));
    }

    public DemoReferral Declined(int daysAgo, DeclineReason reason, string? words, string? toPerson)
    {
        referral.Decline(reason, words, Employer, world.Time.Ago(daysAgo, 16, 30));
        return toPerson is null ? this : Then(r => r.Write(toPerson, null));
    }

    /// <summary>Accepted; the placement that begins.</summary>
    public DemoPlacement Accepted(int daysAgo, int startsDaysAgo)
    {
        var at = world.Time.Ago(daysAgo, 16, 40);
        referral.Accept(world.Time.Day(startsDaysAgo), Employer, at);
        opening.TakePlace(at);
        return new DemoPlacement(world, rules, Placement.Begin(referral, opening, Employer, at), opening.CommuneCode);
    }

    /// <summary>Accepted, and the person changes the mind before the first day.</summary>
    public void AcceptedAndCancelled(int acceptedDaysAgo, int cancelledDaysAgo)
    {
        var placement = Accepted(acceptedDaysAgo, cancelledDaysAgo - 4);
        var at = world.Time.Ago(cancelledDaysAgo, 9);
        referral.Cancel(Officer, at);
        opening.GiveBackPlace();
        placement.NeverBegan(cancelledDaysAgo);
        link!.Revoke(at);
    }

    public void Lapsed(int daysAgo) => End(world.Time.Ago(daysAgo, 1), referral.Lapse);

    public void PlacedElsewhere(int daysAgo) => End(world.Time.Ago(daysAgo, 16, 40), referral.PlaceElsewhere);

    public void OpeningClosed(int daysAgo) => End(world.Time.Ago(daysAgo, 9), referral.OpeningWasClosed);

    public void Withdrawn(int daysAgo) => End(world.Time.Ago(daysAgo, 11), at => referral.Withdraw(Actor.Person(person.Id), at));

    private Actor Officer => world.Officer(person.CommuneCode);

    private Actor Employer => Actor.Link(link!.Id);

    private void End(DateTime at, Action<DateTime> end)
    {
        end(at);
        link?.Revoke(at);
    }

    private DemoReferral Then(Action<Referral> step)
    {
        step(referral);
        return this;
    }

    private void Reminded(Employers.Employer employer, int daysAgo)
    {
        var at = world.Time.Ago(daysAgo, 10);
        Post(ReferralMails.Reminder(referral, employer, ReferralsDue.FirstReminderDays, at), at, delivered: true);
    }

    /// <summary>What was due before today has gone out; what is sent today waits in the outbox and leaves when the service runs.</summary>
    private void Post(OutboxMail mail, DateTime at, bool delivered)
    {
        if (delivered)
        {
            var turn = mail.NextTryAt > at ? mail.NextTryAt : at;
            mail.Begin(turn);
            mail.Delivered(turn);
        }

        world.Db.Outbox.Add(mail);
    }
}
