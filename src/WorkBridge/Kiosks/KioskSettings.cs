namespace WorkBridge.Kiosks;

/// <summary>Configuration of the touch screens.</summary>
public sealed class KioskSettings
{
    /// <summary>Seconds without a touch after which the screen clears itself.</summary>
    public int IdleSeconds { get; init; } = 60;

    /// <summary>Seconds after "done".</summary>
    public int DoneSeconds { get; init; } = 20;

    /// <summary>Seconds the server waits longer than the screen: a touch is told to it every ten seconds at most.</summary>
    public int GraceSeconds { get; init; } = 15;

    public int TriesOfDevice { get; init; } = 10;

    public int TriesOfAll { get; init; } = 100;

    public TimeSpan TriesWindow { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long a visit stands on the server without a word from the device.</summary>
    public TimeSpan VisitIdle => TimeSpan.FromSeconds(IdleSeconds + GraceSeconds);
}
