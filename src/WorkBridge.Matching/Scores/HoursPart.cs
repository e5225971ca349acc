using System.Globalization;

namespace WorkBridge.Matching;

/// <summary>Giờ làm: shifts, pay and the first day.</summary>
internal static class HoursPart
{
    private const int SoonDays = 14;

    /// <summary>What is left of the part when one of its wishes is not met at all: good hours do not make up for poor pay.</summary>
    private const double LeftOver = 0.2;

    public static Points Score(in Person person, OpeningFacts opening, double of, List<Reason>? reasons)
    {
        var sum = new Sum();
        AddShifts(person.Shifts, opening.Shifts, ref sum, reasons);
        AddPay(person.PayFrom, opening, ref sum, reasons);
        AddStart(person.AvailableFrom, opening.StartsOn, ref sum, reasons);
        return sum.Of(of, LeftOver + ((1 - LeftOver) * sum.Lowest));
    }

    /// <summary>The most points of the part for anybody with these shifts: somebody who asks for no pay and is free at once.</summary>
    public static double Most(Shifts shifts, OpeningFacts opening, double of)
    {
        Span<byte> row = stackalloc byte[PersonRow.Head];
        PersonRow.WriteHead(row, new ProfileFacts { Shifts = shifts, PayFrom = 0, AvailableFrom = DateOnly.MinValue });
        return Score(new Person(row, default, facts: null), opening, of, reasons: null).Value;
    }

    private static void AddShifts(Shifts can, Shifts asked, ref Sum sum, List<Reason>? reasons)
    {
        const double Share = 0.5;
        if (asked == Shifts.None || can == Shifts.None)
        {
            sum.Add(Piece.Open(Share));
            reasons?.Add(asked == Shifts.None ? Why.Reason("shift-not-stated") : Why.Reason("shift-ask", Names(asked)));
            return;
        }
        var both = int.PopCount((int)(can & asked));
        var all = int.PopCount((int)asked);
        sum.Add(Piece.Met(Share, (double)both / all));
        reasons?.Add(both == all ? Why.Reason("shift-fits", Names(asked))
            : both > 0 ? Why.Reason("shift-some", Names(asked & ~can))
            : Why.Reason("shift-none", Names(asked)));
    }

    private static void AddPay(long? wish, OpeningFacts opening, ref Sum sum, List<Reason>? reasons)
    {
        const double Share = 0.3;
        var most = opening.PayMax ?? opening.PayMin;
        if (most is null || wish is null)
        {
            sum.Add(Piece.Open(Share));
            reasons?.Add(most is null ? Why.Reason("pay-not-stated") : Why.Reason("pay-ask", Money(opening.PayMin ?? most.Value)));
        }
        else if (wish <= (opening.PayMin ?? most))
        {
            sum.Add(Piece.Met(Share, 1));
            reasons?.Add(Why.Reason("pay-fits", Money(wish.Value)));
        }
        else if (wish <= most)
        {
            sum.Add(Piece.Met(Share, 0.8));
            reasons?.Add(Why.Reason("pay-within", Money(wish.Value), Money(most.Value)));
        }
        else
        {
            // Nothing is left of it when a third of the wish is missing.
            sum.Add(Piece.Met(Share, 0.8 * (1 - (3.0 * (wish.Value - most.Value) / wish.Value))));
            reasons?.Add(Why.Reason("pay-below", Money(wish.Value), Money(most.Value)));
        }
    }

    private static void AddStart(int? free, DateOnly? starts, ref Sum sum, List<Reason>? reasons)
    {
        const double Share = 0.2;
        if (starts is null)
            return;
        if (free is null)
        {
            sum.Add(Piece.Open(Share));
            reasons?.Add(Why.Reason("start-ask", Day(starts.Value)));
            return;
        }
        var late = free.Value - starts.Value.DayNumber;
        sum.Add(Piece.Met(Share, late <= 0 ? 1 : late <= SoonDays ? 0.5 : 0));
        reasons?.Add(late <= 0 ? Why.Reason("start-fits", Day(starts.Value)) : Why.Reason("start-late", Day(DateOnly.FromDayNumber(free.Value)), Day(starts.Value)));
    }

    private static IEnumerable<string> Names(Shifts shifts) =>
        new[] { Shifts.Day, Shifts.Evening, Shifts.Night, Shifts.Weekend }.Where(s => shifts.HasFlag(s)).Select(s => s.ToString());

    private static string Money(long amount) => amount.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
