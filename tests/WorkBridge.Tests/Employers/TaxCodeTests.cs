using WorkBridge.Employers;

namespace WorkBridge.Tests.Employers;

/// <summary>Tax codes: 10 digits with a check digit, a branch 13, a household business the 12 digits of its representative.</summary>
public sealed class TaxCodeTests
{
    [Theory]
    [InlineData("0100109106", EmployerKind.Company, true)]
    [InlineData("0300588569", EmployerKind.Company, true)]
    [InlineData("0100109106", EmployerKind.Cooperative, true)]
    [InlineData("0100109106-001", EmployerKind.Company, true)]
    [InlineData("0100109106001", EmployerKind.TrainingProvider, true)]
    [InlineData(" 0100 109 106 ", EmployerKind.Company, true)]
    [InlineData("0100.109.106", EmployerKind.Company, true)]
    [InlineData("0100109106-000", EmployerKind.Company, false)]
    [InlineData("0100109107", EmployerKind.Company, false)]
    [InlineData("0100109160", EmployerKind.Company, false)]
    [InlineData("010010910", EmployerKind.Company, false)]
    [InlineData("01001091060", EmployerKind.Company, false)]
    [InlineData("O100109106", EmployerKind.Company, false)]
    [InlineData("٠١٠٠١٠٩١٠٦", EmployerKind.Company, false)]
    [InlineData("", EmployerKind.Company, false)]
    [InlineData(null, EmployerKind.Company, false)]
    [InlineData("031085001234", EmployerKind.HouseholdBusiness, true)]
    [InlineData("031 085 001 234", EmployerKind.HouseholdBusiness, true)]
    [InlineData("000085001234", EmployerKind.HouseholdBusiness, false)]
    [InlineData("097085001234", EmployerKind.HouseholdBusiness, false)]
    [InlineData("0100109106", EmployerKind.HouseholdBusiness, false)]
    [InlineData("031085001234", EmployerKind.Company, false)]
    public void A_code_is_taken_or_refused(string? typed, EmployerKind kind, bool valid) => Assert.Equal(valid, TaxCode.IsValid(typed, kind));

    [Fact]
    public void Every_single_wrong_digit_is_noticed()
    {
        const string right = "0100109106";
        for (var at = 0; at < right.Length; at++)
        {
            for (var digit = '0'; digit <= '9'; digit++)
            {
                var typed = right[..at] + digit + right[(at + 1)..];
                Assert.Equal(digit == right[at], TaxCode.IsValid(typed, EmployerKind.Company));
            }
        }
    }

    [Fact]
    public void The_way_to_join_names_the_given_name_alone_and_the_office()
    {
        var words = WaysToJoin.Say("HTX May Kiến Phúc", "Nguyễn Thị Hoa", "Phường Kiến An", "0225 000 0000");

        Assert.Contains("anh/chị Hoa", words.Vi, StringComparison.Ordinal);
        Assert.Contains("0225 000 0000", words.Vi, StringComparison.Ordinal);
        Assert.DoesNotContain("Nguyễn", words.Vi + words.En, StringComparison.Ordinal);
    }
}
