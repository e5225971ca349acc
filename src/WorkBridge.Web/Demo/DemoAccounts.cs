using Microsoft.AspNetCore.Identity;
using WorkBridge.Staff;

namespace WorkBridge.Web.Demo;

/// <summary>The accounts of a demonstration: one of every role, all with one password that is no secret.</summary>
internal static class DemoAccounts
{
    public const string Password = "nhipcauvieclam";

    public const string Administrator = "quantri@demo.example";
    public const string Coordinator = "haiphong@demo.example";
    public const string OfficerKienAn = "kienan@demo.example";
    public const string OfficerNaDuong = "naduong@demo.example";
    public const string OfficerBoth = "hainoi@demo.example";
    public const string Mentor = "dongde@demo.example";
    public const string ContactSewing = "may@demo.example";
    public const string ContactMetal = "cokhi@demo.example";

    /// <summary>Who each is, in the order in which they are printed.</summary>
    public static readonly IReadOnlyList<(string Email, Words Who)> All =
    [
        (OfficerKienAn, new("cán bộ phường Kiến An, Hải Phòng", "officer of Kiến An")),
        (OfficerNaDuong, new("cán bộ xã Na Dương, Lạng Sơn", "officer of Na Dương")),
        (OfficerBoth, new("cán bộ phụ trách cả hai nơi", "officer of both")),
        (Mentor, new("người đồng hành, Hội Cựu chiến binh phường Kiến An", "mentor, veterans of Kiến An")),
        (ContactSewing, new("nơi tuyển: HTX May Đồng Tâm", "employer, sewing cooperative")),
        (ContactMetal, new("nơi tuyển: Công ty Cơ khí Bến Phà", "employer, metal workshop")),
        (Coordinator, new("điều phối thành phố Hải Phòng", "coordinator of Hải Phòng")),
        (Administrator, new("quản trị", "administrator")),
    ];

    /// <summary>Makes them. The password is hashed once: the hash of one password is as good for all accounts that share it.</summary>
    public static IReadOnlyDictionary<string, Account> Make(IPasswordHasher<Account> hasher, Func<string, Guid> employerId)
    {
        Account[] made =
        [
            new(StaffRole.Administrator, Administrator, "Bùi Thanh Nga"),
            Account.ForCoordinator(Coordinator, "Phạm Văn Điều", "Sở Nội vụ Hải Phòng", "31"),
            Account.ForOfficer(OfficerKienAn, "Lê Thu Hạnh", "Uỷ ban Mặt trận Tổ quốc phường Kiến An", FillDemo.KienAn),
            Account.ForOfficer(OfficerNaDuong, "Nông Văn Kiểm", "Hội Cựu chiến binh xã Na Dương", FillDemo.NaDuong),
            Account.ForOfficer(OfficerBoth, "Đào Minh Châu", "Nhóm hỗ trợ triển khai", FillDemo.KienAn, FillDemo.NaDuong),
            Account.ForMentor(Mentor, "Phạm Văn Soạn", "Hội Cựu chiến binh phường Kiến An", "+84900000190", FillDemo.KienAn),
            Account.ForContact(ContactSewing, "Trần Thị Mai", employerId("may")),
            Account.ForContact(ContactMetal, "Vũ Đình Lộc", employerId("cokhi")),
        ];
        var hash = hasher.HashPassword(made[0], Password);
        foreach (var account in made)
        {
            account.NormalizedEmail = account.NormalizedUserName = account.Email!.ToUpperInvariant();
            account.PasswordHash = hash;
            account.EmailConfirmed = true;
            account.SecurityStamp = Guid.NewGuid().ToString("N");
        }

        return made.ToDictionary(a => a.Email!, StringComparer.Ordinal);
    }
}
