using Microsoft.AspNetCore.Authorization;
using WorkBridge.Staff;

namespace WorkBridge.Web;

/// <summary>Who may open a page. A page names one of these or is explicitly anonymous; anything else is refused.</summary>
public static class Policies
{
    public const string Officer = nameof(Officer);
    public const string Reviewer = nameof(Reviewer);
    public const string Contact = nameof(Contact);
    public const string Mentor = nameof(Mentor);
    public const string Coordinator = nameof(Coordinator);
    public const string Administrator = nameof(Administrator);
    public const string Staff = nameof(Staff);
    public const string SignedIn = nameof(SignedIn);
    public const string Kiosk = nameof(Kiosk);
    public const string KioskPerson = nameof(KioskPerson);

    /// <summary>The claim that holds a <see cref="StaffRole"/>.</summary>
    public const string RoleClaim = "wb:role";

    public static void Add(AuthorizationOptions options)
    {
        Need(options, Officer, StaffRole.Officer);
        Need(options, Reviewer, StaffRole.Officer, StaffRole.Coordinator);
        Need(options, Contact, StaffRole.EmployerContact);
        Need(options, Mentor, StaffRole.Mentor);
        Need(options, Coordinator, StaffRole.Coordinator);
        Need(options, Administrator, StaffRole.Administrator);
        Need(options, Staff, StaffRole.Officer, StaffRole.Coordinator, StaffRole.Administrator);
        Need(options, SignedIn, Enum.GetValues<StaffRole>());
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build();
    }

    private static void Need(AuthorizationOptions options, string name, params StaffRole[] roles) =>
        options.AddPolicy(name, policy => policy.RequireClaim(RoleClaim, roles.Select(r => r.ToString())));
}
