namespace WorkBridge.Matching;

/// <summary>Nghề and tay nghề of a place in a course: it fits who wants the trade and does not yet hold it.</summary>
internal static class TrainingPart
{
    private const int KnowsAfterMonths = 12;
    private const double AlreadyHeld = 0.1;
    /// <summary>The most of the first part without a wish for the trade.</summary>
    public const double PaperForSelfTaught = 0.8;

    public static Points Trade(in Person person, Demand demand, double of, List<Reason>? reasons)
    {
        if (demand.Taught.Length == 0)
        {
            reasons?.Add(Why.Reason("opening-trade-unknown"));
            return Sum.Of(Piece.Open(1), of);
        }

        var taught = demand.Taught[0];
        var fill = 0.5;
        var known = false;
        if (person.WantedCount > 0)
        {
            (var wanted, taught, fill) = NearestWish(person, demand);
            known = true;
            reasons?.Add(fill >= 1 ? Why.Reason("training-wanted", taught.Code)
                : fill >= 0.4 ? Why.Reason("training-near-wanted", taught.Code, person.Facts.WantedTrades[wanted])
                : Why.Reason("wants-other", person.Facts.WantedTrades[wanted]));
        }
        else
        {
            reasons?.Add(Why.Reason("training-wish-ask", taught.Code));
        }

        var held = Held(person, taught.Number);
        if (held >= 0 && Knows(person, held))
        {
            fill = Math.Min(fill, AlreadyHeld);
            known = true;
            reasons?.Insert(0, Why.Reason("training-held", taught.Code));
        }
        else if (held >= 0)
        {
            fill = known ? Math.Min(fill, PaperForSelfTaught) : PaperForSelfTaught;
            known = true;
            reasons?.Insert(0, Why.Reason("training-paper", taught.Code));
        }
        return Sum.Of(new Piece(1, fill, known), of);
    }

    /// <summary>Its skills: those needed to begin must be there, those it teaches should be new.</summary>
    public static Points Skill(in Person person, Demand demand, double of, List<Reason>? reasons, List<string>? missing)
    {
        var sum = new Sum();
        var toBegin = demand.SkillToBeginNumbers;
        if (toBegin.Length == 0)
        {
            sum.Add(Piece.Met(0.4, 1));
            reasons?.Add(Why.Reason("training-open"));
        }
        else if (person.SkillCount == 0)
        {
            sum.Add(Piece.Open(0.6));
            reasons?.Add(Why.Reason("skill-ask", demand.SkillsToBegin));
        }
        else
        {
            var lacking = Lacking(person, toBegin, demand.SkillsToBegin, missing);
            sum.Add(Piece.Met(0.6, 1 - ((double)lacking / toBegin.Length)));
            reasons?.Add(lacking > 0 ? Why.Reason("skill-missing", missing!) : Why.Reason("skill-held", demand.SkillsToBegin));
        }

        if (demand.TaughtSkillNumbers.Length > 0)
        {
            List<string>? fresh = reasons is null ? null : [];
            var news = Lacking(person, demand.TaughtSkillNumbers, demand.TaughtSkills, fresh);
            sum.Add(Piece.Met(0.6, (double)news / demand.TaughtSkillNumbers.Length));
            reasons?.Add(news > 0 ? Why.Reason("training-new-skills", fresh!) : Why.Reason("training-nothing-new"));
        }
        else
        {
            var held = HasCertificate(person, demand);
            sum.Add(held || person.TradeCount + person.WantedCount + person.SkillCount > 0 ? Piece.Met(0.6, held ? 0 : 1) : Piece.Open(0.6));
            if (held)
                reasons?.Add(Why.Reason("training-nothing-new"));
        }
        return sum.Of(of);
    }

    private static bool Knows(in Person person, int held) =>
        person.TradeEvidence(held) == Evidence.Certificate
        || (person.TradeEvidence(held) == Evidence.TaughtWithoutPaper && person.TradeMonths(held) >= KnowsAfterMonths && !person.Wants(OpeningKind.Training));

    private static (int Wanted, AskedTrade Taught, double Near) NearestWish(in Person person, Demand demand)
    {
        var best = (Wanted: 0, Taught: demand.Taught[0], Near: -1.0);
        for (var i = 0; i < person.WantedCount; i++)
        {
            foreach (var taught in demand.Taught)
            {
                if (taught.Near(person.Wanted(i)) is var near && near > best.Near)
                    best = (i, taught, near);
            }
        }
        return best;
    }

    private static int Held(in Person person, int trade)
    {
        for (var i = 0; i < person.TradeCount; i++)
        {
            if (person.Trade(i) == trade)
                return i;
        }
        return -1;
    }

    private static bool HasCertificate(in Person person, Demand demand)
    {
        for (var i = 0; i < person.TradeCount; i++)
        {
            if (person.TradeEvidence(i) != Evidence.Certificate)
                continue;
            foreach (var taught in demand.Taught)
            {
                if (taught.Number == person.Trade(i))
                    return true;
            }
        }
        return false;
    }

    private static int Lacking(in Person person, int[] skills, IReadOnlyList<string> codes, List<string>? names)
    {
        var lacking = 0;
        for (var i = 0; i < skills.Length; i++)
        {
            if (person.HasSkill(skills[i]))
                continue;
            lacking++;
            names?.Add(codes[i]);
        }
        return lacking;
    }
}
