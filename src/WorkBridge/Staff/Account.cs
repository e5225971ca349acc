using Microsoft.AspNetCore.Identity;
using WorkBridge.Digests;
using WorkBridge.Matching;

namespace WorkBridge.Staff;

public enum StaffRole
{
    Administrator,
    Coordinator,
    Officer,
    EmployerContact,

    /// <summary>Goes along with people of one commune and sees of them what they agreed to.</summary>
    Mentor,
}

/// <summary>Somebody who signs in: staff, the contact of one employer, or a mentor. Never a person of the programme.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public const int NameLength = 80;
    public const int UnitLength = 120;

    private readonly List<AccountCommune> communes = [];

    public Account() => Id = Guid.CreateVersion7();

    public Account(StaffRole role, string email, string displayName)
        : this()
    {
        Role = role;
        DisplayName = displayName;
        Email = Tidy(email);
        UserName = Email;
        NormalizedEmail = Fold(email);
        NormalizedUserName = NormalizedEmail;
        SecurityStamp = NewStamp();
        LockoutEnabled = true;
    }

    public StaffRole Role { get; private set; }

    public string DisplayName { get; private set; } = "";

    /// <summary>The office somebody works for ("Công an phường", "Hội Phụ nữ"), as shown to people who ask who looked.</summary>
    public string? Unit { get; private set; }

    /// <summary>Whose numbers a coordinator sees.</summary>
    public string? ProvinceCode { get; private set; }

    /// <summary>Whose openings and referrals a contact sees.</summary>
    public Guid? EmployerId { get; private set; }

    public bool Disabled { get; private set; }

    /// <summary>How often a digest comes; a coordinator's comes weekly or never.</summary>
    public DigestRhythm Digest { get; private set; }

    /// <summary>Whether an officer is told of each answer of an employer at once, or reads it in the worklist alone.</summary>
    public bool TellsAtOnce { get; private set; } = true;

    /// <summary>The last TOTP step that was accepted: a code counts once.</summary>
    public long LastTotpStep { get; private set; }

    public IReadOnlyList<AccountCommune> Communes => communes;

    /// <summary>Whoever works in the office. Contacts and mentors work elsewhere, and may do without a second step.</summary>
    public bool IsStaff => Role is not (StaffRole.EmployerContact or StaffRole.Mentor);

    /// <summary>An address as it is kept: without blanks around it, composed.</summary>
    public static string Tidy(string email) => Vietnamese.Compose(email.Trim());

    /// <summary>An address as it is compared and looked up.</summary>
    public static string Fold(string email) => Tidy(email).ToUpperInvariant();

    public static Account ForOfficer(string email, string name, string unit, params string[] communeCodes)
    {
        var account = new Account(StaffRole.Officer, email, name) { Unit = unit };
        account.communes.AddRange(communeCodes.Select(code => new AccountCommune(account.Id, code)));
        return account;
    }

    public static Account ForCoordinator(string email, string name, string unit, string provinceCode) =>
        new(StaffRole.Coordinator, email, name) { Unit = unit, ProvinceCode = provinceCode };

    public static Account ForMentor(string email, string name, string unit, string? phone, string communeCode)
    {
        var account = new Account(StaffRole.Mentor, email, name) { Unit = unit, PhoneNumber = phone };
        account.communes.Add(new AccountCommune(account.Id, communeCode));
        return account;
    }

    public static Account ForContact(string email, string name, Guid employerId) =>
        new(StaffRole.EmployerContact, email, name) { EmployerId = employerId };

    public void Rename(string displayName, string? unit)
    {
        DisplayName = displayName;
        Unit = unit;
        ConcurrencyStamp = NewStamp();
    }

    /// <summary>What this account is told by mail beyond what it must be told.</summary>
    public void Receive(DigestRhythm digest, bool tellAtOnce)
    {
        Digest = digest;
        TellsAtOnce = tellAtOnce;
        ConcurrencyStamp = NewStamp();
    }

    public void Disable()
    {
        Disabled = true;
        ConcurrencyStamp = NewStamp();
    }

    public void Enable()
    {
        Disabled = false;
        ConcurrencyStamp = NewStamp();
    }

    /// <summary>
    /// Takes a new password (its hash). Whoever holds the link that led here proved the address; the stamp changes, so that
    /// links and sessions made before are worth nothing.
    /// </summary>
    public void TakePassword(string hash, bool provedAddress = false)
    {
        PasswordHash = hash;
        EmailConfirmed |= provedAddress;
        AccessFailedCount = 0;
        LockoutEnd = null;
        SecurityStamp = NewStamp();
        ConcurrencyStamp = NewStamp();
    }

    /// <summary>The two-step sign-in was set up or taken away: links and sessions made before are worth nothing.</summary>
    public void TakeTwoStep(bool on)
    {
        TwoFactorEnabled = on;
        SecurityStamp = NewStamp();
        ConcurrencyStamp = NewStamp();
    }

    /// <summary>Takes a TOTP step once; false when it (or a later one) was taken before.</summary>
    public bool TakeTotpStep(long step)
    {
        if (step <= LastTotpStep)
            return false;
        LastTotpStep = step;
        return true;
    }

    private static string NewStamp() => Guid.NewGuid().ToString("N");
}

/// <summary>A commune an officer or a mentor works for.</summary>
public sealed class AccountCommune
{
    private AccountCommune()
    {
    }

    public AccountCommune(Guid accountId, string communeCode)
    {
        AccountId = accountId;
        CommuneCode = communeCode;
    }

    public Guid AccountId { get; private set; }

    public string CommuneCode { get; private set; } = "";
}
