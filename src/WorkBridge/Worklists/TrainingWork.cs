using Microsoft.EntityFrameworkCore;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Placements;
using WorkBridge.Referrals;
using WorkBridge.Staff;
using WorkBridge.Training;

namespace WorkBridge.Worklists;

/// <summary>What training slots need of an officer, as a part of <see cref="ReadWorklist"/>: four queries whatever their number.</summary>
internal static class TrainingWork
{
    /// <summary>Training that runs, and what ended a while ago and led nowhere yet, of whoever may be matched.</summary>
    public static async Task<IEnumerable<WorkItem>> TrainingWorkAsync(this WorkBridgeDb db, CurrentUser user, DateOnly today, int most, CancellationToken ct)
    {
        var matched = db.Returnees.Of(user).MayBeMatched(db, today);
        var since = today.AddDays(-Course.LeadOnDays);
        var rows = await (from placement in db.Placements.Of(user)
                          where placement.IsTraining && placement.StartsOn <= today && (placement.State != PlacementState.Ended || placement.EndedOn >= since)
                          join e in db.Employers on placement.EmployerId equals e.Id
                          join o in db.Openings on placement.OpeningId equals o.Id
                          let ended = placement.EndedOn ?? today
                          select new
                          {
                              placement,
                              Employer = e.Name,
                              e.Phone,
                              Opening = o.Title,
                              WentOn = db.Referrals.Any(r => r.ReturneeId == placement.ReturneeId && r.Id != placement.ReferralId && (ReferralMoves.Open.Contains(r.State) || (r.StartsOn != null && r.StartsOn >= ended)))
                                  || db.Placements.Any(p => p.ReturneeId == placement.ReturneeId && p.Id != placement.Id && p.State != PlacementState.Ended),
                              MayLeadOn = matched.Any(r => r.Id == placement.ReturneeId),
                          }).AsNoTracking().Take(most).ToListAsync(ct);
        var courses = (await db.CoursesAsync(rows.ConvertAll(r => r.placement), ct)).ToDictionary(c => c.Placement.Id);
        return from row in rows
               let need = courses[row.placement.Id].NeedOn(today, row.WentOn)
               where need is not null && (need.Value.Need != TrainingNeed.LeadOn || row.MayLeadOn)
               select new WorkItem(WorkKind.Training, need.Value.Since, row.placement.Id, row.placement.ReturneeId)
               {
                   Training = need.Value.Need,
                   Employer = row.Employer,
                   Opening = row.Opening,
                   Phone = need.Value.Need == TrainingNeed.NotHeard ? row.Phone : null,
               };
    }
}
