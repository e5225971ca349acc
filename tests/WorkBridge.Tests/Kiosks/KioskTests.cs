using Microsoft.EntityFrameworkCore;
using WorkBridge.Consents;
using WorkBridge.Kiosks;
using WorkBridge.Returnees;
using WorkBridge.Tests.Consents;

namespace WorkBridge.Tests.Kiosks;

/// <summary>Cards, desk codes, slips and screens, and everybody who tries without them.</summary>
public sealed class KioskTests : IAsyncLifetime
{
    private readonly ConsentWorld world = new();

    public Task InitializeAsync() => world.InitializeAsync();

    public Task DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task A_card_opens_a_visit_of_its_person_and_keeps_no_code_or_pin()
    {
        var person = await world.PersonAsync();
        var device = await world.DeviceAsync();
        var card = await CardAsync(person);

        var started = await SignInAsync(device, card.Code.ToLowerInvariant(), card.Pin);

        var visit = await world.ReadAsync(db => db.KioskVisits.SingleAsync());
        Assert.Equal((person, device, VisitWay.Card), (visit.ReturneeId, visit.DeviceId, visit.Way));
        Assert.Equal(VisitKeys.Digest(started.Key), visit.KeyHash);
        var stored = await world.ReadAsync(db => db.PersonCards.SingleAsync());
        Assert.DoesNotContain(card.Pin, stored.PinHash, StringComparison.Ordinal);
        Assert.NotEqual(System.Text.Encoding.UTF8.GetBytes(card.Code), stored.CodeHash);
    }

    [Fact]
    public async Task A_new_card_kills_the_old_one_and_the_visit_it_opened()
    {
        var person = await world.PersonAsync();
        var device = await world.DeviceAsync();
        var old = await CardAsync(person);
        await SignInAsync(device, old.Code, old.Pin);

        var card = await CardAsync(person);

        Assert.True(await world.ReadAsync(db => db.KioskVisits.AllAsync(v => v.EndedAt != null)));
        Assert.Equal(Rule.CodeWrong, await ConsentWorld.RefusedAsync(() => SignInAsync(device, old.Code, old.Pin)));
        await SignInAsync(device, card.Code, card.Pin);
    }

    [Fact]
    public async Task Five_wrong_pins_lock_the_card_for_a_quarter_of_an_hour_even_for_the_right_one()
    {
        var person = await world.PersonAsync();
        var device = await world.DeviceAsync();
        var card = await CardAsync(person);
        for (var i = 0; i < PersonCard.TriesBeforeLock; i++)
            Assert.Equal(Rule.CodeWrong, await ConsentWorld.RefusedAsync(() => SignInAsync(device, card.Code, Wrong(card.Pin))));

        Assert.Equal(Rule.CodeLocked, await ConsentWorld.RefusedAsync(() => SignInAsync(device, card.Code, card.Pin)));
        world.Clock.Advance(PersonCard.LockLasts + TimeSpan.FromSeconds(1));
        await SignInAsync(device, card.Code, card.Pin);
    }

    [Fact]
    public async Task Many_wrong_pins_at_once_are_all_counted()
    {
        var person = await world.PersonAsync();
        var card = await CardAsync(person);
        Guid[] devices = [await world.DeviceAsync(), await world.DeviceAsync(), await world.DeviceAsync()];

        var results = await Task.WhenAll(Enumerable.Range(0, 9).Select(i => Task.Run(() => Record.ExceptionAsync(() => SignInAsync(devices[i % 3], card.Code, Wrong(card.Pin))))));

        Assert.All(results, e => Assert.IsType<RuleBroken>(e));
        Assert.True(await world.ReadAsync(db => db.PersonCards.AnyAsync(c => c.LockedUntil != null)));
        Assert.Equal(Rule.CodeLocked, await ConsentWorld.RefusedAsync(() => SignInAsync(devices[0], card.Code, card.Pin)));
    }

    [Fact]
    public async Task A_device_that_guesses_codes_is_stopped_and_a_restart_forgets_nothing()
    {
        var device = await world.DeviceAsync();
        var person = await world.PersonAsync();
        var card = await CardAsync(person);
        for (var i = 0; i < new KioskSettings().TriesOfDevice; i++)
            Assert.Equal(Rule.CodeWrong, await ConsentWorld.RefusedAsync(() => SignInAsync(device, CheckedCode.Random(8), "000000")));

        Assert.Equal(Rule.CodeLocked, await ConsentWorld.RefusedAsync(() => SignInAsync(device, card.Code, card.Pin)));
        await SignInAsync(await world.DeviceAsync(), card.Code, card.Pin);
        world.Clock.Advance(new KioskSettings().TriesWindow + TimeSpan.FromSeconds(1));
        await SignInAsync(device, card.Code, card.Pin);
    }

    [Fact]
    public async Task The_card_of_somebody_who_left_the_programme_opens_nothing()
    {
        var person = await world.PersonAsync(plannedEnd: world.Today.AddDays(2));
        var device = await world.DeviceAsync();
        var card = await CardAsync(person);
        world.Clock.Advance(TimeSpan.FromDays(3));

        Assert.Equal(Rule.CodeWrong, await ConsentWorld.RefusedAsync(() => SignInAsync(device, card.Code, card.Pin)));
    }

    [Fact]
    public async Task Four_digits_from_the_desk_open_once_at_their_own_screen()
    {
        var person = await world.PersonAsync();
        var device = await world.DeviceAsync();
        var elsewhere = await world.DeviceAsync();
        var code = await DeskAsync(person, device);

        Assert.Equal(Rule.CodeWrong, await ConsentWorld.RefusedAsync(() => EnterAsync(elsewhere, code)));
        await EnterAsync(device, code);
        Assert.Equal(Rule.CodeWrong, await ConsentWorld.RefusedAsync(() => EnterAsync(device, code)));

        var visit = await world.ReadAsync(db => db.KioskVisits.SingleAsync());
        Assert.Equal((VisitWay.OpenedByOfficer, world.Officer.Id), (visit.Way, visit.OfficerId));
    }

    [Fact]
    public async Task Three_wrong_tries_kill_a_desk_code()
    {
        var person = await world.PersonAsync();
        var device = await world.DeviceAsync();
        var code = await DeskAsync(person, device);
        for (var i = 0; i < DeskOpening.TriesBeforeItDies; i++)
            Assert.Equal(Rule.CodeWrong, await ConsentWorld.RefusedAsync(() => EnterAsync(device, Wrong(code))));

        Assert.Equal(Rule.CodeWrong, await ConsentWorld.RefusedAsync(() => EnterAsync(device, code)));
        await EnterAsync(device, await DeskAsync(person, device));
    }

    [Fact]
    public async Task A_desk_code_is_dead_after_ten_minutes()
    {
        var person = await world.PersonAsync();
        var device = await world.DeviceAsync();
        var code = await DeskAsync(person, device);
        world.Clock.Advance(DeskOpening.Lasts);

        Assert.Equal(Rule.CodeWrong, await ConsentWorld.RefusedAsync(() => EnterAsync(device, code)));
    }

    [Fact]
    public async Task An_officer_cannot_open_a_person_or_a_screen_of_another_commune()
    {
        var mine = await world.PersonAsync();
        var theirs = await world.PersonAsync(commune: ConsentWorld.OtherWard);
        var device = await world.DeviceAsync();
        var far = await world.DeviceAsync(ConsentWorld.OtherWard);

        Assert.Equal(Rule.NotFound, await ConsentWorld.RefusedAsync(() => DeskAsync(theirs, device)));
        Assert.Equal(Rule.NotFound, await ConsentWorld.RefusedAsync(() => DeskAsync(mine, far)));
        Assert.Equal(Rule.NotFound, await ConsentWorld.RefusedAsync(() => CardAsync(theirs)));
    }

    [Fact]
    public async Task A_slip_lists_what_was_agreed_without_a_name_and_takes_it_back_at_another_screen()
    {
        var person = await world.PersonAsync();
        var device = await world.DeviceAsync();
        var card = await CardAsync(person);
        var visit = await SignInAsync(device, card.Code, card.Pin);
        var receipt = await world.AskAsync<IssueReceipt, Guid>(use => use.RunAsync(visit.VisitId, default));
        Assert.Equal(receipt, await world.AskAsync<IssueReceipt, Guid>(use => use.RunAsync(visit.VisitId, default)));
        foreach (var purpose in ConsentQuestions.InOrder)
            await AnswerOnSlipAsync(person, purpose, purpose != Purpose.Mentor, receipt);
        var slip = (await world.AskAsync<ReadReceipt, Slip?>(use => use.RunAsync(receipt, default)))!;
        Assert.Equal(4, slip.Lines.Count);
        Assert.Equal([Purpose.Mentor], slip.Lines.Where(l => !l.Agreed).Select(l => l.Purpose));
        Assert.DoesNotContain("Thơm", slip.ToString(), StringComparison.Ordinal);
        Assert.Matches("^[A-Z0-9]{5}-[A-Z0-9]{5}$", slip.PrintedCode);

        var other = await world.DeviceAsync(ConsentWorld.OtherWard);
        var found = await world.AskAsync<EnterWithSlip, StartedVisit>(use => use.RunAsync(other, slip.PrintedCode, default));
        await world.AskAsync<WithdrawConsent>(use => use.RunAsync(person, Purpose.Matching, null, new AnswerSetting(ConsentWay.KioskSlip, other, null, false, receipt), default));

        Assert.False(await world.StandsAsync(person));
        var after = (await world.AskAsync<ReadReceipt, Slip?>(use => use.RunAsync(receipt, default)))!;
        Assert.True(after.Lines.Single(l => l.Purpose == Purpose.Matching) is { TakenBack: true, Stands: false });
        Assert.Equal(VisitWay.Slip, await world.ReadAsync(db => db.KioskVisits.Where(v => v.Id == found.VisitId).Select(v => v.Way).SingleAsync()));
    }

    [Fact]
    public async Task Slip_codes_cannot_be_guessed_for_long()
    {
        var device = await world.DeviceAsync();
        for (var i = 0; i < new KioskSettings().TriesOfDevice; i++)
            Assert.Equal(Rule.CodeWrong, await ConsentWorld.RefusedAsync(() => SlipAsync(device, CheckedCode.Random(10))));

        Assert.Equal(Rule.CodeLocked, await ConsentWorld.RefusedAsync(() => SlipAsync(device, CheckedCode.Random(10))));
    }

    [Fact]
    public async Task Many_screens_together_cannot_guess_slip_codes_either_and_after_a_quarter_of_an_hour_the_right_one_works()
    {
        var settings = new KioskSettings();
        var person = await world.PersonAsync();
        var device = await world.DeviceAsync();
        var card = await CardAsync(person);
        var visit = await SignInAsync(device, card.Code, card.Pin);
        var receipt = await world.AskAsync<IssueReceipt, Guid>(use => use.RunAsync(visit.VisitId, default));
        await AnswerOnSlipAsync(person, Purpose.Matching, true, receipt);
        var code = (await world.AskAsync<ReadReceipt, Slip?>(use => use.RunAsync(receipt, default)))!.PrintedCode;
        for (var screen = 0; screen < settings.TriesOfAll / settings.TriesOfDevice; screen++)
        {
            var guessing = await world.DeviceAsync();
            for (var i = 0; i < settings.TriesOfDevice; i++)
                Assert.Equal(Rule.CodeWrong, await ConsentWorld.RefusedAsync(() => SlipAsync(guessing, CheckedCode.Random(10))));
        }

        Assert.Equal(Rule.CodeLocked, await ConsentWorld.RefusedAsync(() => SlipAsync(device, code)));
        world.Clock.Advance(settings.TriesWindow + TimeSpan.FromSeconds(1));
        await SlipAsync(device, code);
    }

    [Fact]
    public async Task A_mistyped_slip_is_told_apart_and_not_counted()
    {
        var device = await world.DeviceAsync();
        var code = CheckedCode.Random(10);
        var mistyped = code[..9] + CheckedCode.Alphabet.First(c => c != code[9]);

        Assert.Equal(Rule.CodeWrong, await ConsentWorld.RefusedAsync(() => SlipAsync(device, mistyped)));
        Assert.Equal(0, await world.ReadAsync(db => db.KioskTries.CountAsync()));
    }

    [Fact]
    public async Task An_enrolment_code_works_once_and_for_half_an_hour()
    {
        var code = await world.AsOfficerAsync<AddKiosk, string>(use => use.RunAsync(ConsentWorld.Ward, "Sảnh", default));
        await world.AskAsync<EnrolKiosk, string>(use => use.RunAsync(code, default));
        Assert.Equal(Rule.CodeWrong, await ConsentWorld.RefusedAsync(() => world.AskAsync<EnrolKiosk, string>(use => use.RunAsync(code, default))));

        var late = await world.AsOfficerAsync<AddKiosk, string>(use => use.RunAsync(ConsentWorld.Ward, "Sảnh", default));
        world.Clock.Advance(KioskDevice.EnrolmentLasts);
        Assert.Equal(Rule.LinkExpired, await ConsentWorld.RefusedAsync(() => world.AskAsync<EnrolKiosk, string>(use => use.RunAsync(late, default))));
    }

    [Fact]
    public async Task A_revoked_screen_takes_its_open_visit_and_desk_codes_along()
    {
        var person = await world.PersonAsync();
        var device = await world.DeviceAsync();
        var card = await CardAsync(person);
        await SignInAsync(device, card.Code, card.Pin);
        var desk = await DeskAsync(person, device);

        await world.AsOfficerAsync<RevokeKiosk>(use => use.RunAsync(device, default));

        Assert.True(await world.ReadAsync(db => db.KioskVisits.AllAsync(v => v.EndedAt != null)));
        Assert.Null(await world.ReadAsync(db => db.KioskDevices.Select(d => d.TokenHash).SingleAsync()));
        Assert.Equal(Rule.CodeWrong, await ConsentWorld.RefusedAsync(() => EnterAsync(device, desk)));
    }

    private static string Wrong(string code) => (code[0] == '0' ? '1' : '0') + code[1..];

    private Task<IssuedCard> CardAsync(Guid person) => world.AsOfficerAsync<IssueCard, IssuedCard>(use => use.RunAsync(person, default));

    private Task<StartedVisit> SignInAsync(Guid device, string code, string pin) => world.AskAsync<SignInWithCard, StartedVisit>(use => use.RunAsync(device, code, pin, default));

    private Task<string> DeskAsync(Guid person, Guid device) => world.AsOfficerAsync<OpenFromDesk, string>(use => use.RunAsync(person, device, default));

    private Task<StartedVisit> EnterAsync(Guid device, string code) => world.AskAsync<EnterFromDesk, StartedVisit>(use => use.RunAsync(device, code, default));

    private Task<StartedVisit> SlipAsync(Guid device, string code) => world.AskAsync<EnterWithSlip, StartedVisit>(use => use.RunAsync(device, code, default));

    private Task AnswerOnSlipAsync(Guid person, Purpose purpose, bool yes, Guid receipt) => world.AskAsync<AnswerConsent>(use =>
        use.RunAsync(new ConsentAnswer(person, purpose, null, yes, new AnswerSetting(ConsentWay.KioskCard, null, null, false, receipt)), default));
}
