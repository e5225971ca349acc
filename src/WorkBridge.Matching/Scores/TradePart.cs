namespace WorkBridge.Matching;

/// <summary>Nghề: the trade that the person has and wants against the trade of the opening.</summary>
internal static class TradePart
{
    // Work that is learnt on the spot is open to everybody; teaching on the job opens the rest in part.
    private const double ElementaryFloor = 0.8;
    private const double TaughtFloor = 0.7;

    /// <summary>Work that anybody can do leaves a skilled trade unused: it comes after the trade and what is near to it.</summary>
    private const double UnusedTradeFloor = 0.55;

    /// <summary>Somebody who can do a trade but wants another one still can do it.</summary>
    private const double UnwantedFloor = 0.2;

    /// <summary>What one can do at once stays on the list behind what one wants.</summary>
    private const double UnwantedButReadyFloor = 0.4;
    private const double UnwantedButTaughtFloor = 0.3;

    /// <summary>Between what the work asks, nothing, and what nobody knows yet of the person.</summary>
    private const double OpenToSomebodyUnknown = 0.6;
    private const double ReadyFrom = 0.7;

    public static MatchPart Score(ProfileFacts person, OpeningFacts opening, Demand demand, Vocabulary vocabulary, double of)
    {
        if (demand.Trades.Count == 0)
            return Piece.Add(PartKind.Trade, of, [Piece.Open(1)], [Why.Reason("opening-trade-unknown")]);

        var asked = demand.Trades[0];
        var held = person.Trades.Select(t => (t.Code, Near: vocabulary.Nearness(t.Code, asked))).OrderByDescending(t => t.Near).FirstOrDefault();
        var wanted = person.WantedTrades.Select(w => (Code: w, Near: vocabulary.Nearness(w, asked))).OrderByDescending(w => w.Near).FirstOrDefault();
        var skilled = wanted.Near >= ReadyFrom ? null : person.Trades.FirstOrDefault(t => vocabulary.Trade(t.Code) is { } known && known.Isco[0] != '9');
        var floor = !demand.IsElementary && !opening.TeachesOnTheJob ? 0
            : skilled is not null ? UnusedTradeFloor
            : demand.IsElementary ? ElementaryFloor : TaughtFloor;
        var reasons = new List<Reason>();

        Piece piece;
        if (person.Trades.Count > 0)
        {
            reasons.Add(held.Near >= 1 ? Why.Reason("trade-same", asked)
                : held.Near >= Math.Max(floor, 0.3) ? Why.Reason("trade-near", held.Code, asked)
                : demand.IsElementary && skilled is not null ? Why.Reason("trade-unused", skilled.Code)
                : floor > 0 ? Why.Reason(demand.IsElementary ? "trade-open" : "trade-taught-here", asked)
                : Why.Reason("trade-other", asked));
            piece = Piece.Met(1, Math.Max(held.Near, floor));
        }
        else if (floor > 0)
        {
            reasons.Add(Why.Reason(demand.IsElementary ? "trade-open" : "trade-taught-here", asked));
            piece = Piece.Met(1, floor);
            if (person.WantedTrades.Count == 0 && person.Skills.Count == 0)
            {
                reasons.Add(Why.Reason("trade-ask", asked));
                piece = new Piece(1, OpenToSomebodyUnknown, Known: false);
            }
        }
        else
        {
            reasons.Add(Why.Reason("trade-ask", asked));
            piece = Piece.Open(1);
        }

        if (person.WantedTrades.Count > 0)
        {
            reasons.Add(wanted.Near >= 1 ? Why.Reason("trade-wanted", asked)
                : wanted.Near >= piece.Fill ? Why.Reason("trade-wanted-near", wanted.Code)
                : Why.Reason("wants-other", wanted.Code));
            var left = demand.IsElementary || held.Near >= ReadyFrom ? UnwantedButReadyFloor : opening.TeachesOnTheJob ? UnwantedButTaughtFloor : UnwantedFloor;
            piece = piece with { Fill = Math.Min(piece.Fill, Math.Max(wanted.Near, left)) };
        }
        return Piece.Add(PartKind.Trade, of, [piece], reasons);
    }
}
