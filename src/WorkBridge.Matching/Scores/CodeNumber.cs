namespace WorkBridge.Matching;

/// <summary>A code as a number that compares quickly: FNV-1a over its letters (Fowler, Noll and Vo), 32 bits.</summary>
internal static class CodeNumber
{
    private const uint Basis = 2166136261;
    private const uint Prime = 16777619;

    public static int Of(ReadOnlySpan<char> code)
    {
        var hash = Basis;
        foreach (var letter in code)
            hash = (hash ^ letter) * Prime;
        return unchecked((int)hash);
    }

    /// <summary>As <see cref="Of"/>, for codes whose letters may be large or small.</summary>
    public static int OfAnyCase(string code) => Of(code.ToUpperInvariant());
}
