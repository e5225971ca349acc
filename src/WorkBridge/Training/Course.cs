using WorkBridge.Placements;

namespace WorkBridge.Training;

/// <summary>What a training slot that somebody took up needs of an officer.</summary>
public enum TrainingNeed
{
    /// <summary>The two sides do not agree on the end assessment.</summary>
    SidesDiffer,

    /// <summary>Absent without a word, several days in a row.</summary>
    Absent,

    /// <summary>Assessed, and the person has not been asked.</summary>
    AskPerson,

    /// <summary>No register and no assessment for a while.</summary>
    NotHeard,

    /// <summary>Learnt something, and nothing has come of it yet.</summary>
    LeadOn,
}

/// <summary>A training slot that somebody took up: the register, the last end assessment and the person's answer to it. Pure: the day comes in.</summary>
public sealed record Course(Placement Placement, IReadOnlyList<Attendance> Register, EndAssessment? Assessment, AssessmentAnswer? Answer)
{
    /// <summary>Days absent in a row, without having said so, after which an officer calls.</summary>
    public const int AbsentDays = 3;

    /// <summary>Days without a mark after which an officer asks whoever teaches.</summary>
    public const int SilentDays = 14;

    /// <summary>Days after the end for which an officer is reminded to lead on to work.</summary>
    public const int LeadOnDays = 60;

    /// <summary>The mark that counts for each day, the newest day first.</summary>
    public IReadOnlyList<Attendance> Days => [.. Register.GroupBy(a => a.Day).Select(g => g.MaxBy(a => (a.RecordedAt, a.Id))!).OrderByDescending(a => a.Day)];

    /// <summary>Days there, for the whole or a part of it.</summary>
    public int DaysThere => Days.Count(d => d.Mark is AttendanceMark.Present or AttendanceMark.PartOfDay);

    public bool IsAgreed => Answer is { Agrees: true };

    /// <summary>May be assessed (anew): until the person agreed, or an officer recorded the end.</summary>
    public bool MayBeAssessed => Placement.State != PlacementState.Ended && !IsAgreed;

    /// <summary>The person has not said anything of the assessment that stands.</summary>
    public bool WaitsForPerson => Assessment is not null && Answer is null;

    /// <param name="today">The day in Vietnam.</param>
    /// <param name="wentOn">A referral was prepared, or other work or training taken up, since it ended.</param>
    public (TrainingNeed Need, DateOnly Since)? NeedOn(DateOnly today, bool wentOn)
    {
        if (Placement.State == PlacementState.Ended)
        {
            return IsAgreed && Assessment is { Result: not TrainingResult.NoShow, Learnt.Count: > 0 } && Placement.EndedOn is { } ended && !wentOn && ended.AddDays(LeadOnDays) >= today
                ? (TrainingNeed.LeadOn, ended)
                : null;
        }

        if (Answer is { Agrees: false })
            return (TrainingNeed.SidesDiffer, Clock.DayOf(Answer.At));
        if (WaitsForPerson)
            return (TrainingNeed.AskPerson, Clock.DayOf(Assessment!.SignedAt));
        var days = Days;
        if (days.Count >= AbsentDays && days.Take(AbsentDays).All(d => d.Mark == AttendanceMark.Absent))
            return (TrainingNeed.Absent, days[0].Day);
        var heard = days.Count > 0 && days[0].Day > Placement.StartsOn ? days[0].Day : Placement.StartsOn;
        return heard.AddDays(SilentDays) <= today ? (TrainingNeed.NotHeard, heard.AddDays(SilentDays)) : null;
    }
}
