namespace WorkBridge.Data;

/// <summary>Lost races, told before anything is changed.</summary>
internal static class Versions
{
    /// <summary>
    /// Says that a form was filled in from this version of a row. Where the row has moved on since, the act is refused; where it
    /// moves on before the save, the concurrency token refuses it. Null: nobody looked at a form.
    /// </summary>
    /// <exception cref="RuleBroken"><see cref="Rule.ChangedMeanwhile"/></exception>
    public static void ReadAt<T>(this WorkBridgeDb db, T row, int? version)
        where T : class
    {
        if (version is { } read && db.Entry(row).Property<int>("Version").CurrentValue != read)
            throw new RuleBroken(Rule.ChangedMeanwhile);
    }
}
