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

    /// <summary>Of a person without a trade, for work that asks for one.</summary>
    private const double NothingSaid = 0.5;

    public static Points Score(in Person person, Demand demand, double of, List<Reason>? reasons)
    {
        if (demand.Asked is not { } asked)
        {
            reasons?.Add(Why.Reason("opening-trade-unknown"));
            return Sum.Of(Piece.Open(1), of);
        }

        var teaches = demand.Opening.TeachesOnTheJob;
        var (held, heldNear) = NearestHeld(person, asked);
        var (wanted, wantedNear) = NearestWanted(person, asked);
        var skilled = wantedNear >= ReadyFrom ? -1 : FirstSkilled(person, demand.Vocabulary);
        var floor = !demand.IsElementary && !teaches ? 0
            : skilled >= 0 ? UnusedTradeFloor
            : demand.IsElementary ? ElementaryFloor : TaughtFloor;

        Piece piece;
        if (person.TradeCount > 0)
        {
            reasons?.Add(heldNear >= 1 ? Why.Reason("trade-same", asked.Code)
                : heldNear >= Math.Max(floor, 0.3) ? Why.Reason("trade-near", person.Facts.Trades[held].Code, asked.Code)
                : demand.IsElementary && skilled >= 0 ? Why.Reason("trade-unused", person.Facts.Trades[skilled].Code)
                : floor > 0 ? Why.Reason(demand.IsElementary ? "trade-open" : "trade-taught-here", asked.Code)
                : Why.Reason("trade-other", asked.Code));
            piece = Piece.Met(1, Math.Max(heldNear, floor));
        }
        else if (floor > 0)
        {
            reasons?.Add(Why.Reason(demand.IsElementary ? "trade-open" : "trade-taught-here", asked.Code));
            piece = Piece.Met(1, floor);
            if (person.WantedCount == 0 && person.SkillCount == 0)
            {
                reasons?.Add(Why.Reason("trade-ask", asked.Code));
                piece = new Piece(1, OpenToSomebodyUnknown, Known: false);
            }
        }
        else
        {
            reasons?.Add(Why.Reason("trade-ask", asked.Code));
            piece = Piece.Open(1);
        }

        if (person.WantedCount > 0)
        {
            reasons?.Add(wantedNear >= 1 ? Why.Reason("trade-wanted", asked.Code)
                : wantedNear >= piece.Fill ? Why.Reason("trade-wanted-near", person.Facts.WantedTrades[wanted])
                : Why.Reason("wants-other", person.Facts.WantedTrades[wanted]));
            var left = demand.IsElementary || heldNear >= ReadyFrom ? UnwantedButReadyFloor : teaches ? UnwantedButTaughtFloor : UnwantedFloor;
            piece = piece with { Fill = Math.Min(piece.Fill, Math.Max(wantedNear, left)) };
        }
        return Sum.Of(piece, of);
    }

    /// <summary>The most that is left of the part for somebody whose nearest trade is as near as that.</summary>
    public static double Most(Demand demand, double near) =>
        Math.Max(near, demand.IsElementary ? ElementaryFloor : demand.Opening.TeachesOnTheJob ? TaughtFloor : NothingSaid);

    /// <summary>The same for somebody without a near trade whose nearest wish is as near as that.</summary>
    public static double MostByWish(Demand demand, double near) => Math.Min(Most(demand, near: 0), Math.Max(near, UnwantedButReadyFloor));

    private static (int At, double Near) NearestHeld(in Person person, AskedTrade asked)
    {
        var best = (At: 0, Near: 0.0);
        for (var i = 0; i < person.TradeCount; i++)
        {
            if (asked.Near(person.Trade(i)) is var near && near > best.Near)
                best = (i, near);
        }
        return best;
    }

    private static (int At, double Near) NearestWanted(in Person person, AskedTrade asked)
    {
        var best = (At: 0, Near: 0.0);
        for (var i = 0; i < person.WantedCount; i++)
        {
            if (asked.Near(person.Wanted(i)) is var near && near > best.Near)
                best = (i, near);
        }
        return best;
    }

    private static int FirstSkilled(in Person person, Vocabulary vocabulary)
    {
        for (var i = 0; i < person.TradeCount; i++)
        {
            if (person.Trade(i) is >= 0 and var trade && vocabulary.Trades[trade].Isco[0] != '9')
                return i;
        }
        return -1;
    }
}
