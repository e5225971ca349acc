namespace WorkBridge.Openings;

/// <summary>Whether an opening that is over was filled, and how.</summary>
public enum FillAnswer
{
    /// <summary>All places, by people whom the centre introduced.</summary>
    ByReferral,

    /// <summary>All places, found by the employer or others.</summary>
    Otherwise,

    /// <summary>Some places only.</summary>
    Partly,

    NotFilled,

    /// <summary>The work is not there any more.</summary>
    NotNeeded,
}
