using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Email;

namespace WorkBridge.Staff;

/// <summary>Invites somebody to choose a first password. Not due any more once there is one, or the account is off.</summary>
public sealed class AccountInvitedMail(WorkBridgeDb db, AccountLinks links, Site site) : IMailWriter
{
    public string Kind => MailKinds.AccountInvited;

    public async Task<MailContent?> WriteAsync(OutboxMail mail, CancellationToken ct)
    {
        var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(a => a.Id == mail.SubjectId, ct);
        if (account is null || account.Disabled || account.PasswordHash is not null)
            return null;
        return new MailLayout("vi", site)
            .Paragraph($"Chào anh/chị. Anh/chị được mời dùng {site.Name}, công cụ giới thiệu việc làm của xã, phường.", $"Hello. You are invited to {site.Name}, the job referral tool of the commune.")
            .Paragraph("Bấm nút dưới đây để đặt mật khẩu. Sau đó anh/chị đăng nhập bằng địa chỉ e-mail này.", "Press the button to choose a password. After that you sign in with this address.")
            .Button("Đặt mật khẩu", "Choose a password", links.Address(mail, account))
            .Small("Đường dẫn dùng được một lần, trong 14 ngày. Nếu hết hạn, bấm “Quên mật khẩu” ở trang đăng nhập để nhận thư mới.", "The link works once, for 14 days. If it has expired, press “Forgotten password” on the sign-in page for a new one.")
            .Small("Nếu anh/chị không biết về lời mời này, xin bỏ qua thư.", "If you know nothing of this invitation, please ignore this mail.")
            .Content("Lời mời dùng công cụ giới thiệu việc làm", "Invitation to the job referral tool");
    }
}

/// <summary>The link to a new password, good for half an hour.</summary>
public sealed class PasswordResetMail(WorkBridgeDb db, AccountLinks links, Site site) : IMailWriter
{
    public string Kind => MailKinds.PasswordReset;

    public async Task<MailContent?> WriteAsync(OutboxMail mail, CancellationToken ct)
    {
        var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(a => a.Id == mail.SubjectId, ct);
        if (account is null || account.Disabled)
            return null;
        return new MailLayout("vi", site)
            .Paragraph("Có người vừa xin đặt lại mật khẩu cho địa chỉ này.", "Somebody has asked for a new password for this address.")
            .Button("Đặt mật khẩu mới", "Choose a new password", links.Address(mail, account))
            .Small("Đường dẫn dùng được một lần, trong 30 phút. Mã của ứng dụng (nếu có) vẫn cần khi đăng nhập.", "The link works once, for 30 minutes. The code of your app, if you use one, is still needed to sign in.")
            .Small("Nếu không phải anh/chị xin, hãy bỏ qua thư này: mật khẩu cũ vẫn dùng được.", "If it was not you, ignore this mail: the old password still works.")
            .Content("Đặt lại mật khẩu", "Choose a new password");
    }
}
