using WorkBridge.Matching;

namespace WorkBridge.Employers;

/// <summary>What somebody says to register an employer and its first contact.</summary>
public sealed record Registration
{
    public string Name { get; init; } = "";

    public EmployerKind Kind { get; init; }

    public string TaxCode { get; init; } = "";

    public string CommuneCode { get; init; } = "";

    public string? Address { get; init; }

    public string? Phone { get; init; }

    /// <summary>Unknown where it is not said.</summary>
    public EmployerSize Size { get; init; }

    public string ContactName { get; init; } = "";

    /// <summary>The contact's address: for signing in, and where referrals are mailed.</summary>
    public string ContactEmail { get; init; } = "";

    /// <summary>Null where an officer registers for somebody: the contact is then invited by mail to choose one.</summary>
    public string? Password { get; init; }

    public string Language { get; init; } = "vi";
}
