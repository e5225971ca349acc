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
    [InlineData("P4ssw0rd  ")]
    [InlineData("P4ss w0rd 1")]
    [InlineData("  P4ssw0rd!")]
    [InlineData("p @ s s w 0 r d")]
    [InlineData("P@$$w0rd!!")]
    [InlineData("Passw0rd2026")]
    [InlineData("123passw0rd")]
    [InlineData("PASSW0RD_PASSW0RD")]
    [InlineData("m4t kh4u 2026")]
    [InlineData("Mật khẩu mới 1")]
    [InlineData("mật khẩu mật khẩu mật khẩu")]
    [InlineData("4nhy3u3m1990")]
    [InlineData("1l0vey0u!!")]
    [InlineData("we1c0me2026")]
    [InlineData("adm1n.adm1n")]
    [InlineData("1234 567 890")]
    [InlineData("ab ab ab ab")]
    public void What_is_guessed_first_is_refused(string password) => Assert.NotNull(PasswordRules.Refusal(password));

    [Theory]
    [InlineData("cầu ngói thanh toàn")]
    [InlineData("bốn con vịt qua sông")]
    [InlineData("xe dap cu mau xanh")]
    [InlineData("k3-9vv-tre-lua")]
    [InlineData("mật khẩu của bà nội ở quê")]
    [InlineData("password con trâu đi cày")]
    [InlineData("anh yêu em như trâu yêu cỏ")]
    [InlineData("4 con vit 0 biet boi")]
    [InlineData("p4ss w0rd ho tay 7")]
    [InlineData("gia đình năm người sáu mèo")]
    [InlineData("7h-2k-90-zz-41")]
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
    [InlineData("L3 Thu H4nh 1990")]
    [InlineData("lê thu hạnh lê thu hạnh")]
    public void The_owners_name_or_address_is_refused(string password) =>
        Assert.NotNull(PasswordRules.Refusal(password, "thuhanh.kienan@example.vn", "Lê Thu Hạnh"));

    [Fact]
    public void A_name_within_a_longer_password_is_no_hindrance() =>
        Assert.Null(PasswordRules.Refusal("Hạnh thích hoa sen hồ Tây", "thuhanh.kienan@example.vn", "Lê Thu Hạnh"));

    [Fact]
    public void A_password_is_the_same_however_the_keyboard_composed_it()
    {
        const string typed = "cầu ngói thanh toàn";
        var decomposed = typed.Normalize(System.Text.NormalizationForm.FormD);

        Assert.NotEqual(typed, decomposed, StringComparer.Ordinal);
        Assert.Equal(PasswordRules.Composed(typed), PasswordRules.Composed(decomposed), StringComparer.Ordinal);
    }
}
