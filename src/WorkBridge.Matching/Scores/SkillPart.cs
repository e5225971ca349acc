using System.Globalization;

namespace WorkBridge.Matching;

/// <summary>Tay nghề: the skills asked for, what stands behind the trade, and how long it was practised.</summary>
internal static class SkillPart
{
    private const double NearEnough = 0.6;
    private const double LearntOnTheJob = 0.5;
    private const double NothingAsked = 0.7;

    public static Points Score(in Person person, Demand demand, double of, List<Reason>? reasons, List<string>? missing)
    {
        var sum = new Sum();
        AddEvidence(person, demand, ref sum, reasons);
        AddSkills(person, demand, ref sum, reasons, missing);
        AddExperience(person, demand, ref sum, reasons);
        return sum.Of(of);
    }

    private static void AddEvidence(in Person person, Demand demand, ref Sum sum, List<Reason>? reasons)
    {
        var (best, near) = Strongest(person, demand);
        if (demand.IsElementary)
        {
            // It asks nothing, so it says little for a person whose trade lies elsewhere or is not known yet.
            sum.Add(Piece.Met(0.25, best >= 0 ? 1 : NothingAsked));
            if (demand.Skills.Count == 0)
                reasons?.Add(Why.Reason("skill-none-needed"));
        }
        else if (best >= 0)
        {
            sum.Add(Piece.Met(0.25, Strength(person.TradeEvidence(best)) * near));
            reasons?.Add(Why.Reason(
                person.TradeEvidence(best) switch
                {
                    Evidence.Certificate => "skill-certificate",
                    Evidence.TaughtWithoutPaper => "skill-taught",
                    Evidence.SelfTaught => "skill-self-taught",
                    _ => "skill-evidence-ask",
                },
                person.TradeMonths(best) is { } months and > 0 ? [person.Facts.Trades[best].Code, Text(months)] : [person.Facts.Trades[best].Code]));
        }
        else if (person.TradeCount == 0)
        {
            sum.Add(Piece.Open(0.25));
            reasons?.Add(Why.Reason("skill-evidence-unknown"));
        }
        else
        {
            sum.Add(Piece.Met(0.25, demand.Opening.TeachesOnTheJob ? LearntOnTheJob : 0));
            reasons?.Add(Why.Reason(demand.Opening.TeachesOnTheJob ? "skill-taught-here" : "skill-no-practice"));
        }
    }

    private static void AddSkills(in Person person, Demand demand, ref Sum sum, List<Reason>? reasons, List<string>? missing)
    {
        if (demand.Skills.Count == 0)
            return;
        var taughtHere = demand.Opening.TeachesOnTheJob;
        List<string>? held = reasons is null ? null : [];
        List<string>? open = reasons is null ? null : [];
        var opens = 0;
        var fill = 0.0;
        for (var i = 0; i < demand.SkillNumbers.Length; i++)
        {
            if (EvidenceOf(person, demand.SkillNumbers[i]) is { } evidence)
            {
                held?.Add(demand.Skills[i]);
                fill += Strength(evidence);
            }
            else if (person.SkillCount == 0 || IsImplied(person, demand.Implying[i]))
            {
                open?.Add(demand.Skills[i]);
                opens++;
                fill += 0.5;
            }
            else
            {
                missing?.Add(demand.Skills[i]);
                fill += taughtHere ? LearntOnTheJob : 0;
            }
        }
        fill /= demand.Skills.Count;
        sum.Add(opens * 2 > demand.Skills.Count ? new Piece(0.5, fill, Known: false) : Piece.Met(0.5, fill));
        if (reasons is not null)
            Say(demand, held!, missing!, open!, reasons);
    }

    private static void Say(Demand demand, List<string> held, List<string> missing, List<string> open, List<Reason> reasons)
    {
        var taughtHere = demand.Opening.TeachesOnTheJob;
        if (held.Count > 0)
            reasons.Add(Why.Reason("skill-held", held));
        if (missing.Count > 0)
        {
            reasons.Add(Why.Reason(taughtHere ? "skill-missing-taught" : "skill-missing", missing));
            if (!taughtHere && Course(missing, demand) is { } course)
                reasons.Add(course);
        }
        if (open.Count > 0)
            reasons.Add(Why.Reason("skill-ask", open));
    }

    private static Evidence? EvidenceOf(in Person person, int skill)
    {
        Evidence? best = null;
        for (var i = 0; i < person.SkillCount; i++)
        {
            if (person.Skill(i) == skill && !(person.SkillEvidence(i) <= best))
                best = person.SkillEvidence(i);
        }
        return best;
    }

    private static bool IsImplied(in Person person, IReadOnlySet<int> by)
    {
        for (var i = 0; i < person.TradeCount; i++)
        {
            if (by.Contains(person.Trade(i)))
                return true;
        }
        return false;
    }

    /// <summary>The course that teaches most of what is missing, and the quickest usual way through it; null when none does.</summary>
    private static Reason? Course(List<string> missing, Demand demand)
    {
        var vocabulary = demand.Vocabulary;
        var trade = missing.SelectMany(vocabulary.CoursesTeaching).CountBy(t => t, StringComparer.Ordinal)
            .OrderByDescending(t => t.Value).ThenByDescending(t => demand.Trades.Contains(t.Key)).Select(t => t.Key)
            .FirstOrDefault(t => vocabulary.Trade(t)?.Learnt.Any(IsCourse) == true);
        if (trade is null)
            return null;
        var way = vocabulary.Trade(trade)!.Learnt.Where(IsCourse).MinBy(l => l.Months)!;
        return Why.Reason("skill-course", trade, way.Way.ToString(), Text(way.Months));
    }

    private static bool IsCourse(Learning way) => way.Way is not LearningWay.OnTheJob;

    private static void AddExperience(in Person person, Demand demand, ref Sum sum, List<Reason>? reasons)
    {
        if (demand.Opening.ExperienceMonths is not > 0)
            return;

        var needed = demand.Opening.ExperienceMonths.Value;
        var near = false;
        var months = -1;
        for (var i = 0; i < person.TradeCount && demand.Asked is not null; i++)
        {
            if (demand.Asked.Near(person.Trade(i)) < NearEnough)
                continue;
            near = true;
            months = Math.Max(months, person.TradeMonths(i) ?? -1);
        }
        if (!near && person.TradeCount > 0)
        {
            sum.Add(Piece.Met(0.25, 0));
            reasons?.Add(Why.Reason("experience-short", "0", Text(needed)));
        }
        else if (months >= 0)
        {
            sum.Add(Piece.Met(0.25, (double)months / needed));
            reasons?.Add(months >= needed ? Why.Reason("experience-enough", Text(months)) : Why.Reason("experience-short", Text(months), Text(needed)));
        }
        else
        {
            sum.Add(Piece.Open(0.25));
            reasons?.Add(Why.Reason("experience-ask", Text(needed)));
        }
    }

    /// <summary>The trade near enough to the one asked with the most behind it; below zero for none.</summary>
    private static (int At, double Near) Strongest(in Person person, Demand demand)
    {
        var (best, bestNear, most) = (-1, 0.0, double.MinValue);
        for (var i = 0; i < person.TradeCount && demand.Asked is not null; i++)
        {
            var near = demand.Asked.Near(person.Trade(i));
            if (near >= NearEnough && Strength(person.TradeEvidence(i)) * near > most)
                (best, bestNear, most) = (i, near, Strength(person.TradeEvidence(i)) * near);
        }
        return (best, bestNear);
    }

    private static double Strength(Evidence evidence) => evidence switch
    {
        Evidence.Certificate => 1,
        Evidence.TaughtWithoutPaper => 0.9,
        Evidence.SelfTaught => 0.75,
        _ => 0.6,
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
