using WorkBridge.Data;
using WorkBridge.Staff;

namespace WorkBridge.Returnees;

/// <summary>
/// Saves the good rows of a survey in one transaction, all or none, and deletes the upload. Everybody gets an employment state;
/// only who is marked enters the programme and gets a skill profile. Nobody is matched by this: that takes consent.
/// Answers how many people were added, and how many got a newer state.
/// </summary>
public sealed class SaveSurvey(WorkBridgeDb db, PreviewSurvey preview, CurrentUser user, TimeProvider clock)
{
    public async Task<(int Added, int Newer)> RunAsync(Guid uploadId, CancellationToken ct)
    {
        var read = await preview.RunAsync(uploadId, ct);
        if (read.NeedsAnswers)
            throw new RuleBroken(Rule.WrongState, null, new Words("Trả lời các câu hỏi phía trên trước khi lưu.", "Answer the questions above before saving."));
        var rows = read.ToSave.ToList();
        if (rows.Count == 0)
            throw new RuleBroken(Rule.NothingToSend, null, new Words("Không có dòng nào để lưu.", "There is no row to save."));
        if (!user.CommuneCodes.Contains(read.Choices.CommuneCode))
            throw new RuleBroken(Rule.NotYours);

        var (commune, on, now) = (read.Choices.CommuneCode, read.Choices.SurveyedOn!.Value, clock.UtcNow());
        foreach (var row in rows)
        {
            var id = row.ReturneeId ?? Add(row, commune, on, read.Choices.PlannedEnd, now);
            db.EmploymentStates.Add(new EmploymentState(id, commune, on, row.State, StateSource.Survey, read.Pending.Id, now));
        }

        db.PendingImports.Remove(read.Pending);
        await db.SaveChangesAsync(ct);
        return (rows.Count(row => row.Standing == SurveyStanding.New), rows.Count(row => row.Standing == SurveyStanding.NewState));
    }

    private Guid Add(SurveyRow row, string commune, DateOnly on, DateOnly? plannedEnd, DateTime now)
    {
        var person = Returnee.Register(commune, row.Details, now, row.Key);
        if (row.Marked)
        {
            person.EnterProgramme(on, plannedEnd);
            db.SkillProfiles.Add(new SkillProfile(person.Id, commune, row.Profile ?? new ProfileContent(), now));
        }

        db.Returnees.Add(person);
        return person.Id;
    }
}
