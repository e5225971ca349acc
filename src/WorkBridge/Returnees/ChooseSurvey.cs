using WorkBridge.Data;
using WorkBridge.Files;
using WorkBridge.Staff;

namespace WorkBridge.Returnees;

/// <summary>
/// Keeps what an officer answered about a survey: commune, day, planned end, which values mark somebody, what unclear states mean;
/// and the columns where they were chosen. Throws <see cref="RuleBroken"/> for a foreign commune or an impossible day.
/// </summary>
public sealed class ChooseSurvey(WorkBridgeDb db, CurrentUser user, TimeProvider clock)
{
    public async Task RunAsync(Guid uploadId, SurveyChoices choices, (int HeadRow, IReadOnlyDictionary<string, int> Columns)? columns, CancellationToken ct)
    {
        if (!user.CommuneCodes.Contains(choices.CommuneCode))
            throw new RuleBroken(Rule.NotYours, "CommuneCode");
        if (choices.SurveyedOn is not { } day)
            throw new RuleBroken(Rule.DateInThePast, "SurveyedOn", new Words("Ghi ngày khảo sát.", "Give the day of the survey."));
        var today = clock.Today();
        if (day > today)
            throw new RuleBroken(Rule.DateTooFar, "SurveyedOn", new Words("Ngày khảo sát chưa tới.", "The day of the survey has not come."));
        if (day.Year < 2000)
            throw new RuleBroken(Rule.DateTooFar, "SurveyedOn", new Words("Ngày khảo sát quá xa. Kiểm tra lại năm.", "The day of the survey is too far back. Check the year."));
        if (choices.PlannedEnd < today)
            throw new RuleBroken(Rule.DateInThePast, "PlannedEnd");

        var pending = await db.PendingImports.OfUserAsync(uploadId, ImportKind.People, user, clock.UtcNow(), ct) ?? throw PendingImports.Gone();
        var kept = columns is { } chosen
            ? ChosenColumns.Choices(chosen.HeadRow, chosen.Columns)
            : new Dictionary<string, string>(pending.Content.Choices, StringComparer.Ordinal);
        SurveyAnswers.Keep(kept, choices);
        pending.Choose(kept);
        await db.SaveChangesAsync(ct);
    }
}
