using WorkBridge.Matching;

namespace WorkBridge.Openings;

/// <summary>
/// What an imported opening may lack and a typed one may not: real files leave pay open, name several provinces, or give no closing
/// day. Everything else is <see cref="OpeningCheck"/>, word for word.
/// </summary>
public static class ImportCheck
{
    public static IEnumerable<OpeningFault> Faults(OpeningContent content, DateOnly today) =>
        OpeningCheck.Faults(content, today, RecordBases.Default).Where(fault => fault.Rule != Rule.Incomplete || !MayLack(fault.Field, content));

    private static bool MayLack(string field, OpeningContent content) => field switch
    {
        nameof(OpeningContent.PayMin) => content.PayMin is null,
        nameof(OpeningContent.CommuneCode) => content.PlaceText.Length > 0,
        nameof(OpeningContent.ClosesOn) => content.ClosesOn is null,
        _ => false,
    };
}
