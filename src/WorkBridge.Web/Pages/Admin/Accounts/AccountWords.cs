using WorkBridge.Staff;
using static WorkBridge.Web.Tongue;

namespace WorkBridge.Web.Pages.Admin.Accounts;

/// <summary>Roles and states of accounts in words.</summary>
internal static class AccountWords
{
    public static string Role(StaffRole role) => role switch
    {
        StaffRole.Administrator => T("Quản trị viên", "Administrator"),
        StaffRole.Coordinator => T("Điều phối viên tỉnh", "Province coordinator"),
        StaffRole.Officer => T("Cán bộ", "Officer"),
        StaffRole.Mentor => T("Người đồng hành", "Mentor"),
        _ => T("Nơi tuyển", "Employer's contact"),
    };

    public static string State(bool disabled, bool hasPassword, bool hasSecondStep, StaffRole role) =>
        disabled ? T("Đã tắt", "Switched off")
        : !hasPassword ? T("Đã mời, chưa đặt mật khẩu", "Invited, no password yet")
        : hasSecondStep ? T("Đang dùng, hai bước", "In use, two steps")
        : role is StaffRole.EmployerContact or StaffRole.Mentor ? T("Đang dùng", "In use")
        : T("Đang dùng, chưa cài bước hai", "In use, no second step yet");
}
