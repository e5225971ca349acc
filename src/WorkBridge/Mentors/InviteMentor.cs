using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Email;
using WorkBridge.Files;
using WorkBridge.Staff;

namespace WorkBridge.Mentors;

/// <summary>Whom an officer invites to be a mentor, as typed.</summary>
public sealed record InvitedMentor(string? Name, string? Unit, string? Email, string? Phone, string? CommuneCode);

/// <summary>An officer invites a mentor for one of the own communes, who chooses a password from the mail.</summary>
public sealed class InviteMentor(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    /// <exception cref="RuleBroken">A field to put right, an address that has an account, or a commune that is not the officer's.</exception>
    public async Task<Guid> RunAsync(InvitedMentor invited, CancellationToken ct)
    {
        var code = invited.CommuneCode ?? (user.CommuneCodes is [var only] ? only : null);
        if (code is null || !user.CommuneCodes.Contains(code))
            throw new RuleBroken(Rule.Incomplete, "CommuneCode", new("Chọn xã, phường.", "Choose the commune."));
        var name = Typed(invited.Name, Account.NameLength, "Name", new("Nhập họ tên.", "Enter the name."));
        var unit = Typed(invited.Unit, Account.UnitLength, "Unit", new("Nhập hội, đoàn thể hoặc vai trò ở thôn, tổ.", "Enter the association, or the part in the village."));
        var email = invited.Email?.Trim() ?? "";
        if (!MailAddressText.IsOne(email))
            throw new RuleBroken(Rule.Incomplete, "Email", new("Nhập một địa chỉ thư đúng, như ten@donvi.vn.", "Enter a valid e-mail address, like name@office.vn."));
        string? phone = null;
        if (!string.IsNullOrWhiteSpace(invited.Phone))
            phone = TypedPhone.E164(invited.Phone) ?? throw new RuleBroken(Rule.Incomplete, "Phone", new("Số điện thoại không đúng.", "The telephone number is not valid."));
        var folded = Account.Fold(email);
        if (await db.Users.AnyAsync(a => a.NormalizedEmail == folded || a.NormalizedUserName == folded, ct))
            throw new RuleBroken(Rule.Duplicate, "Email", new("Địa chỉ này đã có tài khoản.", "This address already has an account."));
        var account = Account.ForMentor(email, name, unit, phone, code);
        db.Users.Add(account);
        db.Outbox.Add(Invitations.For(account, clock.UtcNow()));
        await db.SaveChangesAsync(ct);
        return account.Id;
    }

    private static string Typed(string? typed, int most, string field, Words missing)
    {
        var text = Matching.Vietnamese.Tidy(typed);
        if (text.Length == 0)
            throw new RuleBroken(Rule.Incomplete, field, missing);
        return text.Length <= most ? text : throw new RuleBroken(Rule.Incomplete, field, new($"Viết ngắn lại, tối đa {most} ký tự.", $"Make it shorter: at most {most} characters."));
    }
}
