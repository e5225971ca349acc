namespace WorkBridge.Tests.Simulation;

/// <summary>Work that runs: whom the employer is asked about and when, and what is said of it.</summary>
public sealed partial class Oracle
{
    private static readonly int[] Steps = [7, 30, 90, 180, 365];

    private const int LinkDays = 30;

    private const int LateDays = 21;

    public static int Fallen(OWork work, DateOnly today) => Steps.LastOrDefault(days => work.StartsOn.AddDays(days) <= today);

    /// <summary>
    /// At each step one question, of the last step alone and for three weeks: not once it was answered by anybody, without consent to this employer, after
    /// the programme, after the employer said that the person has left, or over Tết.
    /// </summary>
    public void AskedEmployers(DateTime now)
    {
        var today = DayOf(now);
        if (IsTet(today))
            return;
        foreach (var r in referrals.Values.Where(r => r.Works))
        {
            var (work, step) = (r.Work!, Fallen(r.Work!, today));
            if (step <= Math.Max(work.Answered, work.Asked) || work.StartsOn.AddDays(step + LateDays) < today || !Agrees(r, today) || SaidGone(work))
                continue;
            // The mail of a later step ends the link of the one before.
            QuestionEnds(r);
            (work.Asked, work.AskedOn, work.LinkAnswered) = (step, today, false);
            Promise("still-there", r.Id, step);
        }
    }

    public bool MayAnswerStill(OReferral r, int step, DateTime now) =>
        r.Works && step == r.Work!.Asked && !r.Work.LinkAnswered && QuestionOpens(r, now) && Agrees(r, DayOf(now));

    public static void AnsweredStill(OReferral r, bool there, DateTime now)
    {
        var work = r.Work!;
        work.LinkAnswered = true;
        work.Answered = Math.Max(work.Answered, work.Asked);
        work.Employer = (there, now);
    }

    /// <summary>A step that has fallen due and that nobody has heard the person about.</summary>
    public bool MayTell(OReferral r, int step, DateTime now) =>
        r.Works && people[r.Person].IsHelped(DayOf(now)) && step > 0 && step == Fallen(r.Work!, DayOf(now)) && step > r.Work!.Heard;

    public static void Told(OReferral r, int step, bool there, bool calls, DateTime now)
    {
        Heard(r.Work!, step);
        (r.Work!.Side, r.Work.SideIsOfficer, r.Work.Calls) = ((there, now), false, calls);
    }

    public bool MayRecord(OReferral r, DateTime now) => r.Works && people[r.Person].IsHelped(DayOf(now)) && r.Work!.StartsOn <= DayOf(now);

    /// <summary>What an officer found, having reached somebody. Not at work: the work has ended.</summary>
    public static void Recorded(OReferral r, int step, bool there, DateTime now)
    {
        Heard(r.Work!, step);
        (r.Work!.Side, r.Work.SideIsOfficer, r.Work.Calls) = ((there, now), true, false);
        r.Work.Ended = !there;
    }

    private static void Heard(OWork work, int step) =>
        (work.Heard, work.Answered) = (Math.Max(work.Heard, step), Math.Max(work.Answered, step));

    private static void QuestionEnds(OReferral r)
    {
        if (r.Work is { } work)
            work.AskedOn = null;
    }

    private static bool QuestionOpens(OReferral r, DateTime now) => r.Work!.AskedOn is { } asked && DayOf(now) <= asked.AddDays(LinkDays);

    /// <summary>The employer's last word is that the person has left, and nobody has found the person there since.</summary>
    private static bool SaidGone(OWork work) => work.Employer is { There: false } said && !(work.Side is { There: true } found && found.At > said.At);
}
