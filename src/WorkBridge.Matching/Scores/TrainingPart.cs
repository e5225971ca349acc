namespace WorkBridge.Matching;

/// <summary>Nghề and tay nghề of a place in a course: it fits who wants the trade and does not yet hold it.</summary>
internal static class TrainingPart
{
    private const int KnowsAfterMonths = 12;
    private const double AlreadyHeld = 0.1;
    private const double PaperForSelfTaught = 0.8;

    public static MatchPart Trade(ProfileFacts person, Demand demand, Vocabulary vocabulary, double of)
    {
        if (demand.TaughtTrades.Count == 0)
            return Piece.Add(PartKind.Trade, of, [Piece.Open(1)], [Why.Reason("opening-trade-unknown")]);

        var taught = demand.TaughtTrades[0];
        var reasons = new List<Reason>();
        var fill = 0.5;
        var known = false;
        if (person.WantedTrades.Count > 0)
        {
            var best = (from w in person.WantedTrades from t in demand.TaughtTrades select (w, t, Near: vocabulary.Nearness(w, t))).MaxBy(x => x.Near);
            (fill, known, taught) = (best.Near, true, best.t);
            reasons.Add(best.Near >= 1 ? Why.Reason("training-wanted", best.t)
                : best.Near >= 0.4 ? Why.Reason("training-near-wanted", best.t, best.w)
                : Why.Reason("wants-other", best.w));
        }
        else
        {
            reasons.Add(Why.Reason("training-wish-ask", taught));
        }

        var held = person.Trades.FirstOrDefault(t => t.Code == taught);
        var asksToLearn = person.WantedKinds.Contains(OpeningKind.Training);
        if (held is not null && (held.Evidence == Evidence.Certificate || (held.Evidence == Evidence.TaughtWithoutPaper && held.Months >= KnowsAfterMonths && !asksToLearn)))
        {
            fill = Math.Min(fill, AlreadyHeld);
            known = true;
            reasons.Insert(0, Why.Reason("training-held", taught));
        }
        else if (held is not null)
        {
            fill = known ? Math.Min(fill, PaperForSelfTaught) : PaperForSelfTaught;
            known = true;
            reasons.Insert(0, Why.Reason("training-paper", taught));
        }
        return Piece.Add(PartKind.Trade, of, [new Piece(1, fill, known)], reasons);
    }

    /// <summary>Its skills: those needed to begin must be there, those it teaches should be new.</summary>
    public static (MatchPart Part, IReadOnlyList<string> Missing) Skill(ProfileFacts person, Demand demand, double of)
    {
        var reasons = new List<Reason>();
        var pieces = new List<Piece>();
        var has = person.Skills.Select(s => s.Code).ToHashSet(StringComparer.Ordinal);
        IReadOnlyList<string> missing = [];

        var toBegin = demand.Skills.Except(demand.TaughtSkills, StringComparer.Ordinal).ToList();
        if (toBegin.Count == 0)
        {
            pieces.Add(Piece.Met(0.4, 1));
            reasons.Add(Why.Reason("training-open"));
        }
        else if (has.Count == 0)
        {
            pieces.Add(Piece.Open(0.6));
            reasons.Add(Why.Reason("skill-ask", toBegin));
        }
        else
        {
            missing = [.. toBegin.Where(s => !has.Contains(s))];
            pieces.Add(Piece.Met(0.6, 1 - ((double)missing.Count / toBegin.Count)));
            reasons.Add(missing.Count > 0 ? Why.Reason("skill-missing", missing) : Why.Reason("skill-held", toBegin));
        }

        var fresh = demand.TaughtSkills.Where(s => !has.Contains(s)).ToList();
        if (demand.TaughtSkills.Count > 0)
        {
            pieces.Add(Piece.Met(0.6, (double)fresh.Count / demand.TaughtSkills.Count));
            reasons.Add(fresh.Count > 0 ? Why.Reason("training-new-skills", fresh) : Why.Reason("training-nothing-new"));
        }
        else
        {
            var held = person.Trades.Any(t => demand.TaughtTrades.Contains(t.Code) && t.Evidence == Evidence.Certificate);
            pieces.Add(held || person.Trades.Count + person.WantedTrades.Count + has.Count > 0 ? Piece.Met(0.6, held ? 0 : 1) : Piece.Open(0.6));
            if (held)
                reasons.Add(Why.Reason("training-nothing-new"));
        }
        return (Piece.Add(PartKind.Skill, of, pieces, reasons), missing);
    }
}
