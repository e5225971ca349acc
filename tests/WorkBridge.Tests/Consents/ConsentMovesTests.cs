using WorkBridge.Consents;

namespace WorkBridge.Tests.Consents;

/// <summary>The fixed table of acts, every legal and illegal step of it, made on the entity itself.</summary>
public sealed class ConsentMovesTests
{
    private static readonly DateTime Now = new(2026, 11, 23, 2, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Until = new(2027, 11, 23);
    private static readonly Guid Person = Guid.NewGuid();

    /// <summary>What may follow what, as the law of the service says it: rows are the last act, columns the next.</summary>
    private static readonly Dictionary<string, string> Table = new(StringComparer.Ordinal)
    {
        ["none"] = "Given Refused",
        ["Given"] = "Given Withdrawn Expired Superseded",
        ["Refused"] = "Given Refused",
        ["Withdrawn"] = "Given Refused",
        ["Expired"] = "Given Refused",
        ["Superseded"] = "Given Withdrawn Expired",
    };

    public static TheoryData<string, Decision> Steps
    {
        get
        {
            var steps = new TheoryData<string, Decision>();
            foreach (var from in Table.Keys)
            {
                foreach (var to in Enum.GetValues<Decision>())
                    steps.Add(from, to);
            }

            return steps;
        }
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void Every_step_is_in_the_table_or_refused(string from, Decision to)
    {
        var last = from == "none" ? null : Last(Enum.Parse<Decision>(from));
        if (Table[from].Split(' ').Contains(to.ToString()))
        {
            var next = Step(last, to);
            Assert.Equal((to, Person, Purpose.Matching), (next.Decision, next.ReturneeId, next.Purpose));
            Assert.Equal(to == Decision.Given, next.Stands(Until));
        }
        else if (last is not null)
        {
            Assert.Equal(Rule.WrongState, Assert.Throws<RuleBroken>(() => Step(last, to)).Rule);
        }
        else
        {
            // Where nothing was ever said there is no act to take back, to end or to lay to rest.
            Assert.DoesNotContain(to, ConsentMoves.After(null));
        }
    }

    [Fact]
    public void An_answer_cannot_follow_another_persons_or_one_about_something_else()
    {
        var last = Last(Decision.Refused);

        Assert.Throws<ArgumentException>(() => Consent.Answer(Guid.NewGuid(), 2, Purpose.Matching, null, true, Act(Now), Until, last));
        Assert.Throws<ArgumentException>(() => Consent.Answer(Person, 2, Purpose.Statistics, null, true, Act(Now), Until, last));
        Assert.Throws<ArgumentException>(() => Consent.Answer(Person, 2, Purpose.Employer, null, true, Act(Now), Until));
        Assert.Throws<ArgumentException>(() => Consent.Answer(Person, 2, Purpose.Matching, Guid.NewGuid(), true, Act(Now), Until));
    }

    [Fact]
    public void No_act_is_dated_before_the_one_it_follows()
    {
        var given = Last(Decision.Given);

        Assert.Equal(Now, Consent.Withdraw(given, 2, Act(Now.AddYears(-1))).At);
        Assert.Equal(Now, Consent.Answer(Person, 2, Purpose.Matching, null, true, Act(Now.AddMinutes(-5)), Until, given).At);
        Assert.Equal(Now.AddDays(1), Consent.Withdraw(given, 2, Act(Now.AddDays(1))).At);
    }

    private static Consent Last(Decision decision) => decision switch
    {
        Decision.Given => Consent.Answer(Person, 1, Purpose.Matching, null, true, Act(Now), Until),
        Decision.Refused => Consent.Answer(Person, 1, Purpose.Matching, null, false, Act(Now), Until),
        _ => Step(Last(Decision.Given), decision),
    };

    private static Consent Step(Consent? last, Decision to) => to switch
    {
        Decision.Withdrawn => Consent.Withdraw(last!, 2, Act(Now)),
        Decision.Expired => Consent.Expire(last!, 2, Now),
        Decision.Superseded => Consent.Supersede(last!, 2, Now),
        _ => Consent.Answer(Person, 2, Purpose.Matching, null, to == Decision.Given, Act(Now), Until, last),
    };

    private static ConsentAct Act(DateTime at) => new(at, 1, ConsentWay.KioskCard, null, null, false, null);
}
