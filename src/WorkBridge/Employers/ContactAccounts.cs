using Microsoft.AspNetCore.Identity;
using WorkBridge.Data;
using WorkBridge.Email;
using WorkBridge.Staff;

namespace WorkBridge.Employers;

/// <summary>Accounts of employers' contacts.</summary>
public static class ContactAccounts
{
    /// <summary>Promises the mail by which a new contact chooses a password.</summary>
    public static void Invite(this WorkBridgeDb db, Account account, DateTime now) =>
        db.Outbox.Add(new OutboxMail($"account-invited:{account.Id}:{now:yyyyMMddHHmm}", MailKinds.AccountInvited, account.Id, account.Email!, now));

    /// <summary>Turns what Identity refused into words beside the field.</summary>
    public static void Check(IdentityResult result)
    {
        if (result.Succeeded)
            return;
        var code = result.Errors.First().Code;
        throw code switch
        {
            nameof(IdentityErrorDescriber.DuplicateEmail) or nameof(IdentityErrorDescriber.DuplicateUserName) => new RuleBroken(Rule.Duplicate, nameof(Registration.ContactEmail), new(
                "Địa chỉ thư này đã có tài khoản. Đăng nhập, hoặc dùng địa chỉ khác.",
                "This address already has an account. Sign in, or use another address.")),
            nameof(IdentityErrorDescriber.InvalidEmail) or nameof(IdentityErrorDescriber.InvalidUserName) => new RuleBroken(Rule.CodeWrong, nameof(Registration.ContactEmail), new(
                "Địa chỉ thư không đúng. Ví dụ: ten@donvi.vn",
                "This is not an e-mail address. Example: name@company.vn")),
            _ => new RuleBroken(Rule.CodeWrong, nameof(Registration.Password), new(
                "Mật khẩu ngắn quá hoặc dễ đoán. Dùng ít nhất 12 ký tự, ví dụ bốn từ liền nhau.",
                "The password is too short or too easy to guess. Use at least 12 characters, for example four words together.")),
        };
    }
}

public static class ContactQueries
{
    /// <summary>Those of an employer who can sign in, the first registered first.</summary>
    public static IQueryable<Account> ContactsOf(this WorkBridgeDb db, Guid employerId) =>
        db.Users.Where(a => a.EmployerId == employerId && !a.Disabled).OrderBy(a => a.Id);
}
