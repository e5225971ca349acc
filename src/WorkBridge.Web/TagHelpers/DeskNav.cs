using WorkBridge.Staff;
using static WorkBridge.Web.Tongue;

namespace WorkBridge.Web;

/// <summary>An entry of the rail. Id is what a page names in <c>ViewData["Section"]</c> and what counts are keyed by.</summary>
public sealed record NavEntry(string Id, string Href, string Icon, string Text, string Short);

/// <summary>What stands in the rail of the desk, by role.</summary>
public static class DeskNav
{
    public static IReadOnlyList<NavEntry> For(StaffRole? role)
    {
        var home = new NavEntry("home", "/Home", "checklist", T("Việc hôm nay", "Today"), T("Hôm nay", "Today"));
        var openings = new NavEntry("openings", "/Openings", "briefcase", T("Chỗ làm, lớp nghề", "Jobs and classes"), T("Chỗ làm", "Jobs"));
        var people = new NavEntry("people", "/Returnees", "users", T("Hồ sơ", "Profiles"), T("Hồ sơ", "Profiles"));
        var referrals = new NavEntry("referrals", "/Referrals", "send", T("Giới thiệu", "Referrals"), T("Giới thiệu", "Referrals"));
        var reports = new NavEntry("reports", "/Reports", "chart-bar", T("Báo cáo", "Reports"), T("Báo cáo", "Reports"));
        if (role == StaffRole.Administrator)
        {
            return
            [
                new("admin", "/Admin", "home", T("Tổng quan", "Overview"), T("Tổng quan", "Overview")),
                new("accounts", "/Admin/Accounts", "users", T("Tài khoản", "Accounts"), T("Tài khoản", "Accounts")),
                new("communes", "/Admin/Communes", "building-community", T("Xã, phường", "Communes"), T("Xã, phường", "Communes")),
                new("mail", "/Admin/Mail", "mail", T("Thư", "Mail"), T("Thư", "Mail")),
                new("system", "/Admin/Health", "server", T("Hệ thống", "System"), T("Hệ thống", "System")),
            ];
        }

        if (role == StaffRole.Coordinator)
            return [reports, openings, new("employers", "/Employers", "building-store", T("Nơi tuyển", "Employers"), T("Nơi tuyển", "Employers"))];
        return [home, openings, people, referrals, reports];
    }
}
