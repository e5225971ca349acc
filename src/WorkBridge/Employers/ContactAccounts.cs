using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Staff;

namespace WorkBridge.Employers;

/// <summary>Accounts of employers' contacts.</summary>
public static class ContactAccounts
{
    /// <summary>Those of an employer who can sign in, the first registered first.</summary>
    public static IQueryable<Account> ContactsOf(this WorkBridgeDb db, Guid employerId) =>
        db.Users.Where(a => a.EmployerId == employerId && !a.Disabled).OrderBy(a => a.Id);

    /// <summary>Refuses an address that has an account: one address signs in to one account.</summary>
    internal static async Task RequireFreeAddressAsync(this WorkBridgeDb db, string email, CancellationToken ct)
    {
        var folded = Account.Fold(email);
        if (await db.Users.AnyAsync(a => a.NormalizedEmail == folded || a.NormalizedUserName == folded, ct))
        {
            throw new RuleBroken(Rule.Duplicate, nameof(Registration.ContactEmail), new(
                "Địa chỉ thư này đã có tài khoản. Đăng nhập, hoặc dùng địa chỉ khác.",
                "This address already has an account. Sign in, or use another address."));
        }
    }
}
