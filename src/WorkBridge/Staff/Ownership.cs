using WorkBridge.Data;
using WorkBridge.Employers;
using WorkBridge.Kiosks;
using WorkBridge.Mentors;
using WorkBridge.Openings;
using WorkBridge.Placements;
using WorkBridge.Referrals;
using WorkBridge.Requests;
using WorkBridge.Returnees;
using WorkBridge.Support;

namespace WorkBridge.Staff;

/// <summary>
/// Whose rows a user may see, as part of the query: a row of somebody else is not found. Everybody not named sees nothing.
/// </summary>
public static class Ownership
{
    public static IQueryable<Returnee> Of(this IQueryable<Returnee> people, CurrentUser user)
    {
        var codes = user.CommuneCodes;
        return people.Where(r => r.ErasedOn == null && codes.Contains(r.CommuneCode));
    }

    public static IQueryable<SkillProfile> Of(this IQueryable<SkillProfile> profiles, CurrentUser user)
    {
        var codes = user.CommuneCodes;
        return profiles.Where(p => codes.Contains(p.CommuneCode));
    }

    /// <summary>An officer sees the referrals of people of own communes, a contact those sent to the own employer.</summary>
    public static IQueryable<Referral> Of(this IQueryable<Referral> referrals, CurrentUser user)
    {
        var codes = user.CommuneCodes;
        var employerId = user.EmployerId;
        return user.IsContact
            ? referrals.Where(r => r.ErasedOn == null && r.EmployerId == employerId && r.State != ReferralState.Prepared && r.SentAt != null)
            : referrals.Where(r => r.ErasedOn == null && codes.Contains(r.CommuneCode));
    }

    public static IQueryable<Placement> Of(this IQueryable<Placement> placements, CurrentUser user)
    {
        var codes = user.CommuneCodes;
        return placements.Where(p => p.ErasedOn == null && codes.Contains(p.CommuneCode));
    }

    public static IQueryable<DataRequest> Of(this IQueryable<DataRequest> requests, CurrentUser user)
    {
        var codes = user.CommuneCodes;
        return requests.Where(r => codes.Contains(r.CommuneCode));
    }

    public static IQueryable<SupportRequest> Of(this IQueryable<SupportRequest> requests, CurrentUser user)
    {
        var codes = user.CommuneCodes;
        return requests.Where(r => codes.Contains(r.CommuneCode));
    }

    public static IQueryable<Mentorship> Of(this IQueryable<Mentorship> mentorships, CurrentUser user)
    {
        var codes = user.CommuneCodes;
        return mentorships.Where(m => codes.Contains(m.CommuneCode));
    }

    /// <summary>An officer's: those the own communes review. A coordinator's: those of the province. A contact's: the own employer's.</summary>
    public static IQueryable<Opening> Of(this IQueryable<Opening> openings, CurrentUser user, WorkBridgeDb db)
    {
        var codes = user.CommuneCodes;
        var employerId = user.EmployerId;
        var province = user.ProvinceCode;
        return user.Role switch
        {
            StaffRole.EmployerContact => openings.Where(o => o.EmployerId == employerId),
            StaffRole.Coordinator => openings.Where(o => db.Communes.Any(c => c.Code == o.OwnerCommuneCode && c.ProvinceCode == province)),
            _ => openings.Where(o => codes.Contains(o.OwnerCommuneCode)),
        };
    }

    /// <summary>What an officer may refer people to: every live opening, whoever reviewed it.</summary>
    public static IQueryable<Opening> LiveOrOf(this IQueryable<Opening> openings, CurrentUser user)
    {
        var codes = user.CommuneCodes;
        return openings.Where(o => codes.Contains(o.OwnerCommuneCode) || (codes.Count > 0 && o.State == OpeningState.Live));
    }

    public static IQueryable<Employer> Of(this IQueryable<Employer> employers, CurrentUser user, WorkBridgeDb db)
    {
        var codes = user.CommuneCodes;
        var employerId = user.EmployerId;
        var province = user.ProvinceCode;
        return user.Role switch
        {
            StaffRole.EmployerContact => employers.Where(e => e.Id == employerId),
            StaffRole.Coordinator => employers.Where(e => db.Communes.Any(c => c.Code == e.CommuneCode && c.ProvinceCode == province)),
            _ => employers.Where(e => codes.Contains(e.CommuneCode)),
        };
    }

    public static IQueryable<KioskDevice> Of(this IQueryable<KioskDevice> devices, CurrentUser user)
    {
        var codes = user.CommuneCodes;
        return devices.Where(d => codes.Contains(d.CommuneCode));
    }
}
