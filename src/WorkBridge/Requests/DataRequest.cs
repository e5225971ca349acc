using WorkBridge.Consents;
using WorkBridge.Data;
using WorkBridge.Holidays;

namespace WorkBridge.Requests;

/// <summary>What somebody may ask about the own data (Law 91/2025/QH15).</summary>
public enum RequestKind
{
    See,
    Copy,
    Correct,
    Delete,
    Restrict,
    Withdraw,
    Object,
}

public enum RequestState
{
    Received,
    Answered,
    Done,
    Refused,
}

/// <summary>Where a request came in.</summary>
public enum RequestWay
{
    Desk,
    Kiosk,

    /// <summary>By the link in a mail that stops such mails.</summary>
    Mail,
}

/// <summary>What was said: the person's words, the answer, why it takes longer, why not.</summary>
public sealed record RequestWords
{
    public string? Asked { get; init; }

    /// <summary>What was taken back, where that was the whole request (<see cref="DataRequest.TakenBack"/>).</summary>
    public Purpose? Purpose { get; init; }

    public string? Answer { get; init; }

    public string? WhyLonger { get; init; }

    public string? WhyNot { get; init; }
}

/// <summary>A request under the law about the own data (yêu cầu về dữ liệu), with the days by which it must be answered and done.</summary>
public sealed class DataRequest : Sealing<RequestWords>, IMoving
{
    public const int WordsLength = 500;

    private static readonly ActorKind[] Officers = [ActorKind.Officer];

    /// <summary>A person takes back what was agreed without anybody in between, and nothing else.</summary>
    private static readonly ActorKind[] OfficersOrPerson = [ActorKind.Officer, ActorKind.Person];

    public static readonly MoveTable<RequestState> Moves = new(
        new(RequestState.Received, RequestState.Answered, Officers),
        new(RequestState.Received, RequestState.Done, OfficersOrPerson),
        new(RequestState.Received, RequestState.Refused, Officers),
        new(RequestState.Answered, RequestState.Done, Officers),
        new(RequestState.Answered, RequestState.Refused, Officers));

    private DataRequest()
    {
    }

    protected override Guid SealId => Id;

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid ReturneeId { get; private set; }

    public string CommuneCode { get; private set; } = "";

    public RequestKind Kind { get; private set; }

    /// <summary>What a request to restrict or to object reaches; everything, for all other kinds.</summary>
    public RequestScope Scope { get; private set; }

    public RequestWay Way { get; private set; }

    public RequestState State { get; private set; }

    public DateTime ReceivedAt { get; private set; }

    /// <summary>The last day for an answer.</summary>
    public DateOnly AnswerBy { get; private set; }

    /// <summary>The last day to do it; the one extension moves it.</summary>
    public DateOnly DoneBy { get; private set; }

    /// <summary>True where an employer was sent something of the person, who then is told as well.</summary>
    public bool OthersHold { get; private set; }

    public DateTime? AnsweredAt { get; private set; }

    public DateTime? ExtendedAt { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public int Version { get; private set; }

    public RequestWords Said => Opened;

    public List<StateMove> NewMoves { get; } = [];

    /// <summary>Whether it stops something from the moment it is written down (<see cref="Restriction"/>).</summary>
    public bool Stops => Kind is RequestKind.Restrict or RequestKind.Object;

    public bool IsOpen => State is RequestState.Received or RequestState.Answered;

    public bool CanExtend => IsOpen && ExtendedAt is null;

    /// <summary>The day by which something must happen next.</summary>
    public DateOnly Due => State == RequestState.Received && AnswerBy < DoneBy ? AnswerBy : DoneBy;

    public static DataRequest Receive(Guid returneeId, string communeCode, RequestKind kind, string? words, bool othersHold, RequestTerms terms, HolidayCalendar holidays, Actor by, DateTime now, RequestScope scope = RequestScope.Everything)
    {
        var (answerBy, doneBy) = terms.For(kind, othersHold, Clock.DayOf(now), holidays);
        var request = new DataRequest
        {
            ReturneeId = returneeId,
            CommuneCode = communeCode,
            Kind = kind,
            ReceivedAt = now,
            OthersHold = othersHold,
            Scope = scope,
            Way = by.Kind == ActorKind.Person ? RequestWay.Kiosk : RequestWay.Desk,
            AnswerBy = answerBy,
            DoneBy = doneBy,
        };
        request.Seal(new RequestWords { Asked = words });
        request.NewMoves.Add(new StateMove(nameof(DataRequest), request.Id, null, nameof(RequestState.Received), now, by, kind.ToString()));
        return request;
    }

    /// <summary>A consent was taken back, which is a request under the law to withdraw: received and done in one.</summary>
    public static DataRequest TakenBack(Consent given, string communeCode, bool othersHold, RequestTerms terms, HolidayCalendar holidays, RequestWay way, Actor by, DateTime now)
    {
        var request = Receive(given.ReturneeId, communeCode, RequestKind.Withdraw, null, othersHold, terms, holidays, by, now);
        request.Way = way;
        request.Seal(new RequestWords { Purpose = given.Purpose });
        request.Finish(by, now);
        return request;
    }

    public bool CanMove(RequestState to, ActorKind by) => Moves.Allows(State, to, by) && (by != ActorKind.Person || Kind == RequestKind.Withdraw);

    /// <summary>The person was told that it came and what will be done.</summary>
    public void Answer(string? words, Actor by, DateTime now)
    {
        Move(RequestState.Answered, by, now);
        AnsweredAt = now;
        Seal(Said with { Answer = words });
    }

    public void Finish(Actor by, DateTime now)
    {
        Move(RequestState.Done, by, now);
        EndedAt = now;
    }

    public void Refuse(string? why, Actor by, DateTime now)
    {
        if (string.IsNullOrWhiteSpace(why))
            throw new RuleBroken(Rule.ReasonMissing, "WhyNot");
        Move(RequestState.Refused, by, now);
        EndedAt = now;
        Seal(Said with { WhyNot = why });
    }

    /// <summary>More time, once, with a reason that the person is told.</summary>
    public void Extend(string? why, RequestTerms terms, HolidayCalendar holidays, DateTime now)
    {
        if (!CanExtend)
            throw new RuleBroken(Rule.WrongState);
        if (string.IsNullOrWhiteSpace(why))
            throw new RuleBroken(Rule.ReasonMissing, "WhyLonger");
        DoneBy = holidays.WorkingDayFrom(DoneBy.AddDays(terms.ExtensionDays));
        ExtendedAt = now;
        Version++;
        Seal(Said with { WhyLonger = why });
    }

    private void Move(RequestState to, Actor by, DateTime now)
    {
        if (!CanMove(to, by.Kind))
            throw new RuleBroken(Rule.WrongState);
        NewMoves.Add(new StateMove(nameof(DataRequest), Id, State.ToString(), to.ToString(), now, by));
        State = to;
        Version++;
    }
}
