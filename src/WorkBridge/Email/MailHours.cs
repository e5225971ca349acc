namespace WorkBridge.Email;

/// <summary>When mail that nobody waits for may leave: between 7:30 and 20:00 on the wall clock of Vietnam.</summary>
public static class MailHours
{
    public static readonly TimeOnly From = new(7, 30);

    public static readonly TimeOnly To = new(20, 0);

    /// <summary>The instant itself inside the hours; otherwise the next morning's beginning.</summary>
    public static DateTime NotBefore(DateTime utc)
    {
        var local = Clock.Local(utc);
        var time = TimeOnly.FromDateTime(local);
        var day = DateOnly.FromDateTime(local);
        if (time < From)
            return Clock.Utc(day, From);
        return time < To ? utc : Clock.Utc(day.AddDays(1), From);
    }
}
