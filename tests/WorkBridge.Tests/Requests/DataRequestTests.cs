using WorkBridge.Holidays;
using WorkBridge.Referrals;
using WorkBridge.Requests;

namespace WorkBridge.Tests.Requests;

public sealed class DataRequestTests
{
    private static readonly Actor Officer = Actor.Officer(Guid.CreateVersion7());
    private static readonly HolidayCalendar Days = HolidayCalendar.Read();
    private static readonly RequestTerms Terms = RequestRules.Read().On(new DateOnly(2026, 11, 23));

    [Theory]
    [InlineData("2026-11-23", "2026-11-25")] // Monday: Wednesday
    [InlineData("2026-11-26", "2026-11-30")] // Thursday: over the weekend
    [InlineData("2026-11-28", "2026-12-01")] // Saturday counts for nothing
    [InlineData("2026-04-24", "2026-04-29")] // Friday before the Hùng kings' day made up for on Monday
    [InlineData("2026-04-29", "2026-05-05")] // 30 April and 1 May lie between
    [InlineData("2027-02-03", "2027-02-12")] // Tết from 4 to 10 February
    public void An_answer_is_due_on_the_second_working_day(string received, string due)
    {
        var request = Received(RequestKind.See, received);

        Assert.Equal(Day(due), request.AnswerBy);
        Assert.Equal(request.AnswerBy, request.Due);
    }

    [Theory]
    [InlineData(RequestKind.Withdraw, false, "2026-12-08")]
    [InlineData(RequestKind.Withdraw, true, "2026-12-14")] // the twentieth day is a Sunday
    [InlineData(RequestKind.Restrict, false, "2026-12-08")]
    [InlineData(RequestKind.Object, true, "2026-12-14")]
    [InlineData(RequestKind.Copy, false, "2026-12-03")]
    [InlineData(RequestKind.Delete, true, "2026-12-14")]
    public void Doing_it_is_due_by_kind_and_later_where_an_employer_must_be_told(RequestKind kind, bool othersHold, string due) =>
        Assert.Equal(Day(due), Received(kind, "2026-11-23", othersHold).DoneBy);

    [Fact]
    public void More_time_is_taken_once_and_with_a_reason()
    {
        var request = Received(RequestKind.Withdraw, "2026-11-23");
        var now = new DateTime(2026, 12, 1, 2, 0, 0, DateTimeKind.Utc);

        Assert.Equal(Rule.ReasonMissing, Assert.Throws<RuleBroken>(() => request.Extend(" ", Terms, Days, now)).Rule);
        request.Extend("Chờ nơi tuyển trả lời", Terms, Days, now);

        Assert.Equal(new DateOnly(2026, 12, 23), request.DoneBy);
        Assert.Equal(Rule.WrongState, Assert.Throws<RuleBroken>(() => request.Extend("Lại chờ", Terms, Days, now)).Rule);
        Assert.Equal(new DateOnly(2026, 12, 23), request.DoneBy);
    }

    [Fact]
    public void Every_move_outside_the_table_is_refused_and_changes_nothing()
    {
        var tried = 0;
        foreach (var from in Enum.GetValues<RequestState>())
        {
            foreach (var to in new[] { RequestState.Answered, RequestState.Done, RequestState.Refused })
            {
                foreach (var by in Enum.GetValues<ActorKind>())
                {
                    var request = In(from);
                    var actor = new Actor(by, Guid.CreateVersion7());
                    var moves = request.NewMoves.Count;
                    if (request.CanMove(to, by))
                    {
                        Move(request, to, actor);
                        Assert.Equal((to, moves + 1), (request.State, request.NewMoves.Count));
                        Assert.Equal((from.ToString(), by), (request.NewMoves[^1].From, request.NewMoves[^1].ByKind));
                    }
                    else
                    {
                        Assert.Equal(Rule.WrongState, Assert.Throws<RuleBroken>(() => Move(request, to, actor)).Rule);
                        Assert.Equal((from, moves), (request.State, request.NewMoves.Count));
                        tried++;
                    }
                }
            }
        }

        Assert.Equal((Enum.GetValues<RequestState>().Length * 3 * Enum.GetValues<ActorKind>().Length) - 5, tried);
    }

    [Fact]
    public void A_refusal_needs_its_reason()
    {
        var request = Received(RequestKind.Delete, "2026-11-23");

        Assert.Equal(Rule.ReasonMissing, Assert.Throws<RuleBroken>(() => request.Refuse(null, Officer, TempNow)).Rule);
        request.Refuse("Luật buộc giữ sổ này", Officer, TempNow);

        Assert.Equal(("Luật buộc giữ sổ này", false), (request.Said.WhyNot, request.IsOpen));
    }

    [Theory]
    [InlineData("""{"source":"x","versions":[]}""")]
    [InlineData("""{"source":"x","versions":[{"from":"2026-01-01","workingDaysToAnswer":2,"extensionDays":15,"terms":{"See":{"days":10,"daysWithOthers":10,"confidence":"Verified"}}}]}""")]
    public void A_rule_file_without_a_term_for_every_kind_stops_the_start(string text)
    {
        var folder = Directory.CreateTempSubdirectory("workbridge-rules-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "rules"));
        File.WriteAllText(Path.Combine(folder, "rules", RequestRules.FileName), text);

        Assert.Throws<InvalidOperationException>(() => RequestRules.Read(folder));

        Directory.Delete(folder, recursive: true);
    }

    private static readonly DateTime TempNow = new(2026, 11, 23, 2, 0, 0, DateTimeKind.Utc);

    private static DataRequest Received(RequestKind kind, string day, bool othersHold = false) =>
        DataRequest.Receive(Guid.CreateVersion7(), "11443", kind, null, othersHold, Terms, Days, Officer, Clock.Utc(Day(day), new TimeOnly(9, 0)));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static DataRequest In(RequestState state)
    {
        var request = Received(RequestKind.See, "2026-11-23");
        if (state != RequestState.Received)
            Move(request, state, Officer);
        return request;
    }

    private static void Move(DataRequest request, RequestState to, Actor by)
    {
        if (to == RequestState.Answered)
            request.Answer(null, by, TempNow);
        else if (to == RequestState.Done)
            request.Finish(by, TempNow);
        else
            request.Refuse("Có lý do", by, TempNow);
    }
}
