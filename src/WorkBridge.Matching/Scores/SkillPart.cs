using System.Globalization;

namespace WorkBridge.Matching;

/// <summary>Tay nghề: the skills asked for, what stands behind the trade, and how long it was practised.</summary>
internal static class SkillPart
{
    private const double NearEnough = 0.6;
    private const double LearntOnTheJob = 0.5;
    private const double NothingAsked = 0.7;

    public static (MatchPart Part, IReadOnlyList<string> Missing) Score(
        ProfileFacts person, OpeningFacts opening, Demand demand, Vocabulary vocabulary, double of)
    {
        var pieces = new List<Piece>();
        var reasons = new List<Reason>();
        AddEvidence(person, opening, demand, vocabulary, pieces, reasons);
        var missing = AddSkills(person, opening, demand, vocabulary, pieces, reasons);
        AddExperience(person, opening, demand, vocabulary, pieces, reasons);
        return (Piece.Add(PartKind.Skill, of, pieces, reasons), missing);
    }

    private static void AddEvidence(
        ProfileFacts person, OpeningFacts opening, Demand demand, Vocabulary vocabulary, List<Piece> pieces, List<Reason> reasons)
    {
        var best = Near(person, demand, vocabulary)
            .OrderByDescending(t => Strength(t.Held.Evidence) * t.Near).Select(t => ((HeldTrade Held, double Near)?)t).FirstOrDefault();
        if (demand.IsElementary)
        {
            // It asks nothing, so it says little for a person whose trade lies elsewhere or is not known yet.
            pieces.Add(Piece.Met(0.25, best is not null ? 1 : NothingAsked));
            if (demand.Skills.Count == 0)
                reasons.Add(Why.Reason("skill-none-needed"));
        }
        else if (best is { } b)
        {
            pieces.Add(Piece.Met(0.25, Strength(b.Held.Evidence) * b.Near));
            reasons.Add(Why.Reason(
                b.Held.Evidence switch
                {
                    Evidence.Certificate => "skill-certificate",
                    Evidence.TaughtWithoutPaper => "skill-taught",
                    Evidence.SelfTaught => "skill-self-taught",
                    _ => "skill-evidence-ask",
                },
                b.Held.Months is { } months and > 0 ? [b.Held.Code, Text(months)] : [b.Held.Code]));
        }
        else if (person.Trades.Count == 0)
        {
            pieces.Add(Piece.Open(0.25));
            reasons.Add(Why.Reason("skill-evidence-unknown"));
        }
        else
        {
            pieces.Add(Piece.Met(0.25, opening.TeachesOnTheJob ? LearntOnTheJob : 0));
            reasons.Add(Why.Reason(opening.TeachesOnTheJob ? "skill-taught-here" : "skill-no-practice"));
        }
    }

    private static List<string> AddSkills(
        ProfileFacts person, OpeningFacts opening, Demand demand, Vocabulary vocabulary, List<Piece> pieces, List<Reason> reasons)
    {
        List<string> held = [], missing = [], open = [];
        var implied = person.Trades.SelectMany(t => vocabulary.Trade(t.Code)?.Skills ?? []).ToHashSet(StringComparer.Ordinal);
        var fill = 0.0;
        foreach (var asked in demand.Skills)
        {
            var has = person.Skills.Where(s => s.Code == asked).Select(s => (Evidence?)s.Evidence).Max();
            if (has is { } evidence)
            {
                held.Add(asked);
                fill += Strength(evidence);
            }
            else if (person.Skills.Count == 0 || implied.Contains(asked))
            {
                open.Add(asked);
                fill += 0.5;
            }
            else
            {
                missing.Add(asked);
                fill += opening.TeachesOnTheJob ? LearntOnTheJob : 0;
            }
        }
        if (demand.Skills.Count > 0)
        {
            fill /= demand.Skills.Count;
            pieces.Add(open.Count * 2 > demand.Skills.Count ? new Piece(0.5, fill, Known: false) : Piece.Met(0.5, fill));
        }
        if (held.Count > 0)
            reasons.Add(Why.Reason("skill-held", held));
        if (missing.Count > 0)
        {
            reasons.Add(Why.Reason(opening.TeachesOnTheJob ? "skill-missing-taught" : "skill-missing", missing));
            if (!opening.TeachesOnTheJob && Course(missing, demand, vocabulary) is { } course)
                reasons.Add(course);
        }
        if (open.Count > 0)
            reasons.Add(Why.Reason("skill-ask", open));
        return missing;
    }

    /// <summary>The course that teaches most of what is missing, and the quickest usual way through it; null when none does.</summary>
    private static Reason? Course(List<string> missing, Demand demand, Vocabulary vocabulary)
    {
        var trade = missing.SelectMany(vocabulary.CoursesTeaching).CountBy(t => t, StringComparer.Ordinal)
            .OrderByDescending(t => t.Value).ThenByDescending(t => demand.Trades.Contains(t.Key)).Select(t => t.Key)
            .FirstOrDefault(t => vocabulary.Trade(t)?.Learnt.Any(IsCourse) == true);
        if (trade is null)
            return null;
        var way = vocabulary.Trade(trade)!.Learnt.Where(IsCourse).MinBy(l => l.Months)!;
        return Why.Reason("skill-course", trade, way.Way.ToString(), Text(way.Months));
    }

    private static bool IsCourse(Learning way) => way.Way is not LearningWay.OnTheJob;

    private static void AddExperience(
        ProfileFacts person, OpeningFacts opening, Demand demand, Vocabulary vocabulary, List<Piece> pieces, List<Reason> reasons)
    {
        if (opening.ExperienceMonths is not > 0)
            return;

        var needed = opening.ExperienceMonths.Value;
        var near = Near(person, demand, vocabulary).ToList();
        if (near.Count == 0 && person.Trades.Count > 0)
        {
            pieces.Add(Piece.Met(0.25, 0));
            reasons.Add(Why.Reason("experience-short", "0", Text(needed)));
        }
        else if (near.Exists(t => t.Held.Months is not null))
        {
            var months = near.Max(t => t.Held.Months ?? 0);
            pieces.Add(Piece.Met(0.25, (double)months / needed));
            reasons.Add(months >= needed ? Why.Reason("experience-enough", Text(months)) : Why.Reason("experience-short", Text(months), Text(needed)));
        }
        else
        {
            pieces.Add(Piece.Open(0.25));
            reasons.Add(Why.Reason("experience-ask", Text(needed)));
        }
    }

    private static IEnumerable<(HeldTrade Held, double Near)> Near(ProfileFacts person, Demand demand, Vocabulary vocabulary) =>
        from held in person.Trades
        from asked in demand.Trades
        let near = vocabulary.Nearness(held.Code, asked)
        where near >= NearEnough
        select (held, near);

    private static double Strength(Evidence evidence) => evidence switch
    {
        Evidence.Certificate => 1,
        Evidence.TaughtWithoutPaper => 0.9,
        Evidence.SelfTaught => 0.75,
        _ => 0.6,
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
