using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using WorkBridge.Consents;
using WorkBridge.Employers;
using WorkBridge.Openings;
using WorkBridge.Requests;
using WorkBridge.Returnees;
using WorkBridge.Search;

namespace WorkBridge.Data;

/// <summary>What is true of every save, whoever asks for it.</summary>
internal static class ChangeRules
{
    public static void RefuseAppendOnly(ChangeTracker tracker)
    {
        foreach (var entry in tracker.Entries<IAppendOnly>())
        {
            if (entry.State is EntityState.Modified or EntityState.Deleted)
                throw new RuleBroken(Rule.AppendOnly);
        }
    }

    public static void TakeMoves(WorkBridgeDb db)
    {
        foreach (var entry in db.ChangeTracker.Entries<IMoving>().ToList())
        {
            db.StateMoves.AddRange(entry.Entity.NewMoves);
            entry.Entity.NewMoves.Clear();
        }
    }

    /// <summary>Adds a row for every profile or opening whose place in the index may have changed; says whether there was one.</summary>
    public static bool NoteIndexChanges(WorkBridgeDb db, DateTime now)
    {
        var profiles = new HashSet<Guid>();
        var openings = new HashSet<Guid>();
        var employers = new HashSet<Guid>();
        foreach (var entry in db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
        {
            switch (entry.Entity)
            {
                case SkillProfile profile:
                    profiles.Add(profile.ReturneeId);
                    break;
                case Consent { Purpose: Purpose.Matching } consent:
                    profiles.Add(consent.ReturneeId);
                    break;
                case Restriction restriction:
                    profiles.Add(restriction.ReturneeId);
                    break;
                case Returnee returnee when entry.State != EntityState.Added:
                    profiles.Add(returnee.Id);
                    break;
                case ProgrammePeriod period:
                    profiles.Add(period.ReturneeId);
                    break;
                case Opening opening:
                    openings.Add(opening.Id);
                    break;
                case Employer employer when entry.State == EntityState.Modified:
                    employers.Add(employer.Id);
                    break;
            }
        }

        if (employers.Count > 0)
            openings.UnionWith(db.Openings.Where(o => employers.Contains(o.EmployerId) && o.State == OpeningState.Live).Select(o => o.Id).ToList());
        db.IndexChanges.AddRange(profiles.Select(id => new IndexChange(IndexKind.Profile, id, now)));
        db.IndexChanges.AddRange(openings.Select(id => new IndexChange(IndexKind.Opening, id, now)));
        return profiles.Count + openings.Count > 0;
    }
}
