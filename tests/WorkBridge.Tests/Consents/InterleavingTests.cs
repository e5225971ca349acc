using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Consents;
using WorkBridge.Search;

namespace WorkBridge.Tests.Consents;

/// <summary>Random interleavings of answers, withdrawals, days and sweeps over three people against a plain reference.</summary>
public sealed class InterleavingTests : IClassFixture<ConsentWorld>
{
    private readonly ConsentWorld world;

    public InterleavingTests(ConsentWorld world) => this.world = world;

    public enum Step
    {
        Agree,
        Refuse,
        Withdraw,
        AgreeToReminders,
        WithdrawReminders,
        NextMonth,
        Sweep,
    }

    [Property(MaxTest = 40, Arbitrary = [typeof(Scripts)])]
    public bool Nobody_stands_who_took_it_back(Script script)
    {
        PlayAsync(script).GetAwaiter().GetResult();
        return true;
    }

    private async Task PlayAsync(Script script)
    {
        Guid[] people = [await world.PersonAsync(), await world.PersonAsync(), await world.PersonAsync()];
        var standsUntil = new DateOnly?[people.Length];
        var changes = 0;
        foreach (var (who, step) in script.Steps)
        {
            var person = people[who];
            switch (step)
            {
                case Step.Agree:
                    await world.AnswerAsync(person, Purpose.Matching, yes: true);
                    standsUntil[who] = world.Today.AddMonths(12);
                    break;
                case Step.Refuse:
                    await world.AnswerAsync(person, Purpose.Matching, yes: false);
                    standsUntil[who] = null;
                    break;
                case Step.Withdraw:
                    Assert.True(await Record.ExceptionAsync(() => world.WithdrawAsync(person, Purpose.Matching)) is null or RuleBroken { Rule: Rule.AlreadyAnswered });
                    standsUntil[who] = null;
                    break;
                case Step.AgreeToReminders:
                    await world.AnswerAsync(person, Purpose.Reminders, yes: true);
                    break;
                case Step.WithdrawReminders:
                    Assert.True(await Record.ExceptionAsync(() => world.WithdrawAsync(person, Purpose.Reminders)) is null or RuleBroken { Rule: Rule.AlreadyAnswered });
                    break;
                case Step.NextMonth:
                    world.Clock.Advance(TimeSpan.FromDays(61));
                    break;
                default:
                    await world.AskAsync<ExpireConsents, int>(use => use.RunAsync(default));
                    break;
            }

            var expected = people.Where((_, i) => standsUntil[i] >= world.Today).Order();
            Assert.Equal(expected, (await world.ReadAsync(db => db.Returnees.MayBeMatched(db, world.Today).Select(r => r.Id).Where(id => people.Contains(id)).ToListAsync())).Order());
            if (step is Step.Agree or Step.Refuse)
            {
                // Whoever follows the changes was told of this person before the answer came back.
                var noted = await world.ReadAsync(db => db.IndexChanges.CountAsync(c => c.Kind == IndexKind.Profile && c.EntityId == person));
                Assert.True(noted > 0 && await world.ReadAsync(db => db.IndexChanges.CountAsync()) > changes);
            }

            changes = await world.ReadAsync(db => db.IndexChanges.CountAsync());
        }
    }

    public sealed record Script(IReadOnlyList<(int Who, Step Step)> Steps)
    {
        public override string ToString() => string.Join(", ", Steps);
    }

    public static class Scripts
    {
        public static Arbitrary<Script> Of() => Gen.Choose(0, 2)
            .Zip(Gen.Elements(Enum.GetValues<Step>()), (who, step) => (who, step))
            .ArrayOf(25)
            .Select(steps => new Script(steps))
            .ToArbitrary();
    }
}
