using Microsoft.EntityFrameworkCore;
using WorkBridge.Communes;
using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Matching;
using WorkBridge.Openings;

namespace WorkBridge.Search;

/// <summary>A place in a course that teaches a skill somebody lacks.</summary>
public sealed record CourseFound(Guid OpeningId, string Title);

/// <summary>
/// For skills that are missing: the live training slot that teaches each, the nearest first (commune, province, anywhere),
/// so that what is missing leads to where it is learnt.
/// </summary>
public sealed class FindCourses(WorkBridgeDb db, IndexKeeper keeper, Vocabulary vocabulary, TimeProvider clock, MatchSettings settings)
{
    private const int MostSkills = 40;
    private const int Candidates = 60;

    /// <summary>By code of the skill; a skill that nothing teaches now is not in it.</summary>
    public async Task<IReadOnlyDictionary<string, CourseFound>> RunAsync(IEnumerable<string> missing, Commune home, CancellationToken ct)
    {
        var skills = missing.Distinct(StringComparer.Ordinal).Take(MostSkills).ToList();
        if (skills.Count == 0)
            return new Dictionary<string, CourseFound>(StringComparer.Ordinal);

        Scope[] nearestFirst = [new([home.Code], null, null), new(null, home.ProvinceCode, null), new(null, null, null)];
        var ids = nearestFirst.SelectMany(s => keeper.Index.CoursesFor(skills, s, Candidates)).Select(c => c.Id).Distinct().ToList();
        var today = clock.Today();
        var courses = (await db.Openings.AsNoTracking().Where(o => ids.Contains(o.Id)).ToListAsync(ct))
            .Where(o => o.IsLive && o.Kind == OpeningKind.Training && !(o.ClosesOn < today))
            .OrderBy(o => ids.IndexOf(o.Id))
            .Select(o => (Opening: o, Taught: o.Teaches.Concat(o.Teaches.SelectMany(vocabulary.TaughtBy)).ToHashSet(StringComparer.Ordinal)))
            .ToList();
        return skills
            .Select(skill => (skill, courses.Find(c => c.Taught.Contains(skill)).Opening))
            .Where(f => f.Opening is not null)
            .ToDictionary(f => f.skill, f => new CourseFound(f.Opening.Id, f.Opening.Title), StringComparer.Ordinal);
    }

    /// <summary>For what a person lacks for one opening; empty without consent to matching.</summary>
    public async Task<IReadOnlyList<CourseFound>> ForPersonAsync(Guid returneeId, Opening opening, CancellationToken ct)
    {
        var row = await (from person in db.Returnees.MayBeMatched(db, clock.Today())
                         join profile in db.SkillProfiles on person.Id equals profile.ReturneeId
                         join commune in db.Communes on person.CommuneCode equals commune.Code
                         where person.Id == returneeId
                         select new { profile, commune }).AsNoTracking().SingleOrDefaultAsync(ct);
        if (row is null)
            return [];
        var score = Scoring.Score(MatchFacts.Of(row.profile, row.commune), MatchFacts.Of(opening, null), vocabulary, settings.Weights);
        return [.. (await RunAsync(score.MissingSkills, row.commune, ct)).Values];
    }
}
