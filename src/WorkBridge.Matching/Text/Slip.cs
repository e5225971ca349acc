namespace WorkBridge.Matching;

/// <summary>One slip of the hand: a letter too many, too few, wrong, or two changed about.</summary>
internal static class Slip
{
    public static bool IsOne(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Length > b.Length)
            return IsOne(b, a);
        if (b.Length - a.Length > 1)
            return false;
        var same = a.CommonPrefixLength(b);
        var restA = a[same..];
        var restB = b[same..];
        if (restB.Length == 0)
            return false;
        if (restA.Length < restB.Length)
            return restA.SequenceEqual(restB[1..]);
        return restA[1..].SequenceEqual(restB[1..])
            || (restA.Length > 1 && restA[0] == restB[1] && restA[1] == restB[0] && restA[2..].SequenceEqual(restB[2..]));
    }
}
