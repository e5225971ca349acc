using System.Text;
using WorkBridge.Staff;

namespace WorkBridge.Tests.Staff;

public sealed class TotpTests
{
    private static readonly byte[] RfcKey = Encoding.ASCII.GetBytes("12345678901234567890");

    /// <summary>RFC 6238, appendix B, the SHA-1 rows, cut to six digits.</summary>
    [Theory]
    [InlineData(59L, "287082")]
    [InlineData(1111111109L, "081804")]
    [InlineData(1111111111L, "050471")]
    [InlineData(1234567890L, "005924")]
    [InlineData(2000000000L, "279037")]
    [InlineData(20000000000L, "353130")]
    public void Codes_are_those_of_the_standard(long unixSeconds, string code)
    {
        var now = DateTime.UnixEpoch.AddSeconds(unixSeconds);

        Assert.Equal(code, Totp.Code(RfcKey, Totp.StepOf(now)));
    }

    [Fact]
    public void A_code_is_taken_one_step_either_side_and_no_further()
    {
        var now = DateTime.UnixEpoch.AddSeconds(1234567890);
        var step = Totp.StepOf(now);

        Assert.Equal(step - 1, Totp.Match(RfcKey, Totp.Code(RfcKey, step - 1), now));
        Assert.Equal(step, Totp.Match(RfcKey, Totp.Code(RfcKey, step), now));
        Assert.Equal(step + 1, Totp.Match(RfcKey, Totp.Code(RfcKey, step + 1), now));
        Assert.Null(Totp.Match(RfcKey, Totp.Code(RfcKey, step - 2), now));
        Assert.Null(Totp.Match(RfcKey, Totp.Code(RfcKey, step + 2), now));
    }

    [Fact]
    public void A_code_typed_with_a_blank_in_the_middle_is_taken() =>
        Assert.NotNull(Totp.Match(RfcKey, "005 924", DateTime.UnixEpoch.AddSeconds(1234567890)));

    [Theory]
    [InlineData("")]
    [InlineData("5924")]
    [InlineData("0005924")]
    [InlineData("００５９２４")]
    public void Anything_else_is_no_code(string typed) =>
        Assert.Null(Totp.Match(RfcKey, typed, DateTime.UnixEpoch.AddSeconds(1234567890)));

    [Fact]
    public void The_key_is_written_as_apps_read_it()
    {
        Assert.Equal("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", Totp.Text(RfcKey));
        Assert.Contains("secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Nh%E1%BB%8Bp%20c%E1%BA%A7u", Totp.Address(RfcKey, "Nhịp cầu", "hanh@example.vn"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_is_taken_once_and_no_earlier_one_after_it()
    {
        var account = new Account(StaffRole.Officer, "hanh@example.vn", "Lê Thu Hạnh");

        Assert.True(account.TakeTotpStep(100));
        Assert.False(account.TakeTotpStep(100));
        Assert.False(account.TakeTotpStep(99));
        Assert.True(account.TakeTotpStep(101));
    }

    [Fact]
    public void A_recovery_code_is_spent_once_however_it_is_typed()
    {
        var twoStep = new TwoStep(Guid.CreateVersion7(), DateTime.UnixEpoch);
        var codes = twoStep.Confirm(DateTime.UnixEpoch);

        Assert.Equal(TwoStep.RecoveryCodes, codes.Distinct().Count());
        Assert.True(twoStep.TakeRecoveryCode(" " + codes[3].ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal)));
        Assert.False(twoStep.TakeRecoveryCode(codes[3]));
        Assert.Equal(TwoStep.RecoveryCodes - 1, twoStep.RecoveryLeft);
        Assert.False(twoStep.TakeRecoveryCode(""));
    }
}
