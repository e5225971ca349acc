using WorkBridge.Matching;
using WorkBridge.Openings;

namespace WorkBridge.Referrals;

/// <summary>What people type about a referral or a placement: tidy, short enough to keep, and silent about the past.</summary>
internal static class FreeText
{
    /// <summary>The tidy text, or null when nothing was typed.</summary>
    /// <exception cref="RuleBroken">Incomplete when it is too long, WordingTellsPast when it tells of the past.</exception>
    public static string? Checked(string? text, int most, string field)
    {
        var tidy = Vietnamese.Tidy(text);
        if (tidy.Length > most)
            throw new RuleBroken(Rule.Incomplete, field, new($"Viết ngắn lại, tối đa {most} ký tự", $"Make it shorter: at most {most} characters"));
        if (Wording.TellsOfThePast(tidy) is { Count: > 0 } found)
            throw new RuleBroken(Rule.WordingTellsPast, field, WordingText.NoteTellsPast(found));
        return tidy.Length == 0 ? null : tidy;
    }
}
