using WorkBridge.Staff;

namespace WorkBridge.Tests.Staff;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("ngắn")]
    [InlineData("123456789")]
    [InlineData("1234567890")]
    [InlineData("0987654321")]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("abababababab")]
    [InlineData("matkhau123")]
    [InlineData("MậtKhẩu@2026")]
    [InlineData("Password1234")]
    [InlineData("anhyeuem1990")]
    [InlineData("Toi.yeu.Viet.Nam")]
    [InlineData("qwertyuiop")]
    [InlineData("workbridge2026")]
    [InlineData("congan123456")]
    public void What_is_guessed_first_is_refused(string password) => Assert.NotNull(PasswordRules.Refusal(password));

    [Theory]
    [InlineData("cầu ngói thanh toàn")]
    [InlineData("bốn con vịt qua sông")]
    [InlineData("xe dap cu mau xanh")]
    [InlineData("k3-9vv-tre-lua")]
    public void Words_put_together_are_taken_without_a_demand_for_signs(string password) => Assert.Null(PasswordRules.Refusal(password));

    [Fact]
    public void Long_ones_are_taken_up_to_128()
    {
        var long64 = string.Concat(Enumerable.Range(0, 16).Select(i => $"ab{i:00}"));
        var long128 = long64 + string.Concat(Enumerable.Range(16, 16).Select(i => $"ab{i:00}"));

        Assert.Equal(64, long64.Length);
        Assert.Null(PasswordRules.Refusal(long64));
        Assert.Equal(128, long128.Length);
        Assert.Null(PasswordRules.Refusal(long128));
        Assert.NotNull(PasswordRules.Refusal(long128 + "x"));
    }

    [Theory]
    [InlineData("lethuhanh2026")]
    [InlineData("Lê Thu Hạnh 1990")]
    [InlineData("thuhanh.kienan.1990")]
    public void The_owners_name_or_address_is_refused(string password) =>
        Assert.NotNull(PasswordRules.Refusal(password, "thuhanh.kienan@example.vn", "Lê Thu Hạnh"));

    [Fact]
    public void A_password_is_the_same_however_the_keyboard_composed_it()
    {
        const string typed = "cầu ngói thanh toàn";
        var decomposed = typed.Normalize(System.Text.NormalizationForm.FormD);

        Assert.NotEqual(typed, decomposed, StringComparer.Ordinal);
        Assert.Equal(PasswordRules.Composed(typed), PasswordRules.Composed(decomposed), StringComparer.Ordinal);
    }
}
