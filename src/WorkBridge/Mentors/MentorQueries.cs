using Microsoft.EntityFrameworkCore;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Requests;
using WorkBridge.Staff;

namespace WorkBridge.Mentors;

/// <summary>Which mentorships run, and which of them let the mentor see anything: asked at every request, so that what is taken back is gone at once.</summary>
public static class MentorQueries
{
    /// <summary>Not ended, and the day is covered.</summary>
    public static IQueryable<Mentorship> Running(this IQueryable<Mentorship> mentorships, DateOnly day) =>
        mentorships.Where(m => m.EndedAt == null && m.From <= day && (m.Until == null || m.Until >= day));

    /// <summary>Those whose person agreed to <see cref="Purpose.Mentor"/>, may be helped, and had nothing restricted.</summary>
    public static IQueryable<Mentorship> Agreed(this IQueryable<Mentorship> mentorships, WorkBridgeDb db, DateOnly day)
    {
        var helped = db.Returnees.Where(r => r.ErasedOn == null).MayBeHelped(day);
        return mentorships.Where(m => helped.Any(r => r.Id == m.ReturneeId)
            && db.Consents.Any(c => c.ReturneeId == m.ReturneeId && c.Purpose == Purpose.Mentor && c.Decision == Decision.Given && c.ExpiresOn >= day
                && !db.Consents.Any(later => later.ReturneeId == c.ReturneeId && later.Purpose == Purpose.Mentor && later.Sequence > c.Sequence))
            && !db.Restrictions.Any(x => x.ReturneeId == m.ReturneeId && x.LiftedAt == null && x.Scope == RequestScope.Everything));
    }

    /// <summary>What the mentor who asks may see today; nothing for anybody else.</summary>
    public static IQueryable<Mentorship> SeenBy(this IQueryable<Mentorship> mentorships, CurrentUser user, WorkBridgeDb db, DateOnly day)
    {
        var me = user.IsMentor ? user.AccountId : Guid.Empty;
        return mentorships.Where(m => m.MentorId == me).Running(day).Agreed(db, day);
    }

    /// <summary>What whoever asks may plan and report for: a mentor's own people, an officer's communes.</summary>
    public static IQueryable<Mentorship> OpenTo(this IQueryable<Mentorship> mentorships, CurrentUser user, WorkBridgeDb db, DateOnly day) =>
        user.IsMentor ? mentorships.SeenBy(user, db, day) : mentorships.Of(user);

    /// <summary>Mentors of an officer's communes, the ones switched off among them.</summary>
    public static IQueryable<Account> MentorsOf(this WorkBridgeDb db, CurrentUser user)
    {
        var codes = user.CommuneCodes;
        return db.Users.Where(a => a.Role == StaffRole.Mentor && a.Communes.Any(c => codes.Contains(c.CommuneCode)));
    }
}
