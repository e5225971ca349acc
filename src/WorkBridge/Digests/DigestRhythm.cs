namespace WorkBridge.Digests;

/// <summary>How often somebody of the staff wants to be told by mail what there is to do.</summary>
public enum DigestRhythm
{
    /// <summary>Every working day where there is something to do.</summary>
    Daily,

    /// <summary>Once a week, on its first working day.</summary>
    Weekly,

    Never,
}
