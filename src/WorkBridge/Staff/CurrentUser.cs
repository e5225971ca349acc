namespace WorkBridge.Staff;

/// <summary>Who asks, for the whole of one request or job. Ownership is put into queries through this.</summary>
public sealed class CurrentUser
{
    public Actor Actor { get; private set; } = Actor.System;

    public StaffRole? Role { get; private set; }

    public string? DisplayName { get; private set; }

    public string? Unit { get; private set; }

    /// <summary>The communes an officer works for; empty for everybody else.</summary>
    public IReadOnlyList<string> CommuneCodes { get; private set; } = [];

    public string? ProvinceCode { get; private set; }

    public Guid? EmployerId { get; private set; }

    /// <summary>The account; throws where nobody is signed in.</summary>
    public Guid AccountId => Role is null ? throw new InvalidOperationException("Nobody is signed in.") : Actor.Id!.Value;

    public bool IsOfficer => Role == StaffRole.Officer;

    public bool IsContact => Role == StaffRole.EmployerContact;

    public bool IsMentor => Role == StaffRole.Mentor;

    public bool IsCoordinator => Role == StaffRole.Coordinator;

    public void Is(StaffRole role, Guid accountId, string displayName, string? unit, IReadOnlyList<string> communeCodes, string? provinceCode, Guid? employerId)
    {
        Role = role;
        DisplayName = displayName;
        Unit = unit;
        CommuneCodes = role == StaffRole.Officer ? communeCodes : [];
        ProvinceCode = role == StaffRole.Coordinator ? provinceCode : null;
        EmployerId = role == StaffRole.EmployerContact ? employerId : null;
        Actor = new Actor(
            role switch
            {
                StaffRole.Administrator => ActorKind.Administrator,
                StaffRole.Coordinator => ActorKind.Coordinator,
                StaffRole.Officer => ActorKind.Officer,
                StaffRole.Mentor => ActorKind.Mentor,
                _ => ActorKind.Employer,
            },
            accountId);
    }

    /// <summary>As if this account had signed in: for what is written for it while it is away. Its communes must be loaded.</summary>
    public void Is(Account account) =>
        Is(account.Role, account.Id, account.DisplayName, account.Unit, [.. account.Communes.Select(c => c.CommuneCode)], account.ProvinceCode, account.EmployerId);

    public void IsPerson(Guid returneeId) => Actor = Actor.Person(returneeId);

    public void IsLink(Guid linkId) => Actor = Actor.Link(linkId);
}
