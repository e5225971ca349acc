using Microsoft.EntityFrameworkCore;
using WorkBridge.Consents;
using WorkBridge.Email;
using WorkBridge.Referrals;
using WorkBridge.Tests.Support;

namespace WorkBridge.Tests.Referrals;

/// <summary>What the person is told when consent ends around an interview.</summary>
public sealed partial class PersonInterviewMailTests
{
    private static readonly AnswerSetting AtScreen = new(ConsentWay.KioskCard, null, null, false, null);

    [Fact]
    public async Task Whoever_still_agrees_to_be_reminded_is_told_when_a_date_ended_the_consent_for_the_employer()
    {
        await world.Db(async db =>
        {
            var given = await db.Consents.SingleAsync(c => c.Purpose == Purpose.Employer);
            var act = new ConsentAct(world.Now, given.NoticeVersion, ConsentWay.Paper, null, null, false, null);
            db.Consents.Add(Consent.Answer(person.Id, await db.NextSequenceAsync(person.Id, default), Purpose.Employer, given.EmployerId, yes: true, act, world.Today, given));
            await db.SaveChangesAsync();
        });
        await AgreeAsync();
        await SetAsync(Sunday);
        world.Clock.Advance(TimeSpan.FromDays(1));
        await world.System<ExpireConsents>(u => u.RunAsync(default));
        await DeliverAsync();
        Assert.Equal(MailState.Sent, (await MailAsync(MailKinds.InterviewOffForPerson)).State);
    }

    [Fact]
    public async Task An_interview_that_the_employer_called_off_is_told_although_the_person_took_matching_back_before_the_mail_left()
    {
        await AgreeAsync();
        await world.As<AnswerConsent>(_ => { }, u => u.RunAsync(new ConsentAnswer(person.Id, Purpose.Matching, null, Yes: true, AtScreen), default));
        await SetAsync(Sunday);
        await world.As<AnswerReferral>(World.Officer(officer), u => u.RunAsync(id, new EmployerAnswer { Kind = AnswerKind.Trial, TrialFrom = world.Today.AddDays(2) }, default));
        await world.As<WithdrawConsent>(_ => { }, u => u.RunAsync(person.Id, Purpose.Matching, null, AtScreen, default));
        await DeliverAsync();
        Assert.Equal(MailState.Sent, (await MailAsync(MailKinds.InterviewOffForPerson)).State);
    }
}
