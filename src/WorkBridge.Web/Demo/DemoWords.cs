namespace WorkBridge.Web.Demo;

/// <summary>The block that a demonstration prints when it listens.</summary>
internal static class DemoWords
{
    private const string Rule = "────────────────────────────────────────────────────────────────────────────";

    public static IEnumerable<string> Lines(string address, DemoSheet? sheet, DateTime now, string mail)
    {
        yield return "";
        yield return Rule;
        yield return "WorkBridge, bản thử: mọi người tìm việc và nơi tuyển ở đây đều là bịa ra.";
        yield return "WorkBridge, a demonstration: every person and every employer here is invented.";
        yield return "";
        yield return $"  {address}";
        yield return "";
        yield return $"  Mật khẩu của mọi tài khoản · password of every account: {DemoAccounts.Password}";
        foreach (var (email, who) in DemoAccounts.All)
            yield return $"    {email,-22} {who.Vi} · {who.En}";
        yield return "";
        foreach (var line in Screen(address, sheet, now))
            yield return line;
        yield return "";
        yield return $"  Thư đi · mails: {mail}";
        yield return "  Dừng · stop: Ctrl+C";
        yield return Rule;
    }

    private static IEnumerable<string> Screen(string address, DemoSheet? sheet, DateTime now)
    {
        if (sheet is null || sheet.ScreenUntil <= now)
            yield return $"  Màn hình chạm · kiosk: {address}/Kiosks (đăng nhập {DemoAccounts.OfficerKienAn} để lấy mã · sign in as officer for a code)";
        else
            yield return $"  Màn hình chạm · kiosk: {address}/Kiosk/Enrol, mã · code {sheet.Screen} (một lần, đến {Clock.Local(sheet.ScreenUntil):HH:mm} · once, until {Clock.Local(sheet.ScreenUntil):HH:mm})";
        if (sheet is not null)
            yield return $"  Thẻ của chị {FillDemo.CardHolder} · card of {FillDemo.CardHolder}: {sheet.Card}, PIN {sheet.Pin}";
    }
}
