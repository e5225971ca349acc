using System.Net;
using Microsoft.Extensions.Time.Testing;
using WorkBridge.Staff;

namespace WorkBridge.Tests.Staff;

public sealed class SignInThrottleTests
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 23, 2, 0, 0, TimeSpan.Zero));
    private readonly SignInThrottle throttle;

    public SignInThrottleTests() => throttle = new SignInThrottle(clock);

    [Fact]
    public void Thirty_failures_close_an_address_for_a_quarter_of_an_hour_and_no_other()
    {
        var guesser = IPAddress.Parse("203.0.113.7");
        Fail(guesser, SignInThrottle.FailuresPerAddress - 1);
        throttle.Pass(guesser);

        Fail(guesser, 1);

        Assert.Equal(Rule.TooManyTries, Assert.Throws<RuleBroken>(() => throttle.Pass(guesser)).Rule);
        throttle.Pass(IPAddress.Parse("203.0.113.8"));
        clock.Advance(SignInThrottle.Window);
        throttle.Pass(guesser);
    }

    [Fact]
    public void A_household_with_IPv6_has_one_bucket()
    {
        for (var i = 0; i < SignInThrottle.FailuresPerAddress; i++)
            throttle.Failed(IPAddress.Parse($"2001:db8:1:2::{i + 1:x}"));

        Assert.Throws<RuleBroken>(() => throttle.Pass(IPAddress.Parse("2001:db8:1:2:ffff::1")));
        throttle.Pass(IPAddress.Parse("2001:db8:1:3::1"));
    }

    [Fact]
    public void An_IPv4_address_is_the_same_when_it_is_mapped()
    {
        Fail(IPAddress.Parse("203.0.113.7"), SignInThrottle.FailuresPerAddress);

        Assert.Throws<RuleBroken>(() => throttle.Pass(IPAddress.Parse("::ffff:203.0.113.7")));
    }

    [Fact]
    public void When_failures_come_from_everywhere_one_address_may_fail_less()
    {
        for (var i = 0; i < SignInThrottle.FailuresOfAllBeforeAttack; i++)
            throttle.Failed(IPAddress.Parse($"198.51.{i / 250}.{i % 250}"));
        var one = IPAddress.Parse("203.0.113.7");

        throttle.Pass(one);
        Fail(one, SignInThrottle.FailuresPerAddressUnderAttack);

        Assert.Throws<RuleBroken>(() => throttle.Pass(one));
    }

    private void Fail(IPAddress address, int times)
    {
        for (var i = 0; i < times; i++)
            throttle.Failed(address);
    }
}
