namespace WorkBridge.Openings;

/// <summary>What time alone does to an opening.</summary>
public enum SweepStep
{
    None,
    Warn,
    Pause,
    Expire,
}

/// <summary>When an opening grows stale and when it expires: pure, by days.</summary>
public static class OpeningSweep
{
    /// <summary>Days without a word of the employer before it is asked whether the opening still stands.</summary>
    public const int WarnAfterDays = 60;

    /// <summary>Days without a word before it is paused.</summary>
    public const int PauseAfterDays = 90;

    /// <summary>Days after its end in which the employer may still be asked whether an opening was filled.</summary>
    public const int AskFillForDays = 30;

    /// <summary>Whether the employer is asked on a day if the opening was filled: from the day after its end, until it is too long ago to remember.</summary>
    public static bool AsksFill(Opening opening, DateOnly today) =>
        opening is { MayTellFill: true, Fill: null, OverAt: { } over } && today.DayNumber - Clock.DayOf(over).DayNumber is >= 1 and <= AskFillForDays;

    /// <summary>What is due on a day for an opening in this state, confirmed and closing on these days.</summary>
    public static SweepStep Due(OpeningState state, DateOnly confirmedOn, DateOnly? closesOn, DateOnly today)
    {
        if (state is not (OpeningState.Live or OpeningState.Paused))
            return SweepStep.None;
        if (closesOn < today)
            return SweepStep.Expire;
        if (state == OpeningState.Paused)
            return SweepStep.None;
        return (today.DayNumber - confirmedOn.DayNumber) switch
        {
            >= PauseAfterDays => SweepStep.Pause,
            >= WarnAfterDays => SweepStep.Warn,
            _ => SweepStep.None,
        };
    }
}
