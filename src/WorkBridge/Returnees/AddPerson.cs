using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Staff;

namespace WorkBridge.Returnees;

/// <summary>Why somebody is in the list.</summary>
public enum PersonStanding
{
    InProgramme,

    /// <summary>Came and asked for help: consent alone carries the profile.</summary>
    AskedForHelp,

    /// <summary>Counted in the first cut only: no profile, card or consent.</summary>
    CountedOnly,
}

/// <summary>What an officer types about somebody new.</summary>
public sealed record NewPerson(string CommuneCode, PersonStanding Standing, DateOnly? Start, DateOnly? PlannedEnd, WorkState State);

/// <summary>
/// Adds a person to one of the officer's communes, with an employment state of today. Who is in the programme or asked for help also
/// gets an (empty) skill profile. Throws <see cref="RuleBroken"/> for a person who is here already. Answers the new id.
/// </summary>
public sealed class AddPerson(WorkBridgeDb db, CurrentUser user, KeyRing keys, TimeProvider clock)
{
    public async Task<Guid> RunAsync(NewPerson said, PersonalDetails typed, CancellationToken ct)
    {
        if (!user.CommuneCodes.Contains(said.CommuneCode))
            throw new RuleBroken(Rule.NotYours, "CommuneCode");
        var (today, now) = (clock.Today(), clock.UtcNow());
        var details = PersonWords.Check(typed, said.Standing != PersonStanding.CountedOnly, today);
        var key = SurveyKeys.Of(keys, details)
            ?? throw new RuleBroken(Rule.Incomplete, "BirthYear", new("Nhập năm sinh hoặc thôn, tổ dân phố để nhận ra đúng người.", "Enter the year of birth or the village, so that the person can be told apart."));
        if (await db.Returnees.AnyAsync(r => r.CommuneCode == said.CommuneCode && r.SurveyKey == key, ct))
            throw new RuleBroken(Rule.Duplicate, "Name", new("Đã có người cùng họ tên, năm sinh và thôn. Tìm trong danh sách trước khi thêm.", "Somebody with this name, year of birth and village is here already. Look in the list first."));

        var person = Returnee.Register(said.CommuneCode, details, now, key);
        if (said.Standing == PersonStanding.InProgramme)
            person.EnterProgramme(PersonDays.Start(said.Start, today), PersonDays.PlannedEnd(said.PlannedEnd, today));
        else if (said.Standing == PersonStanding.AskedForHelp)
            person.AskForHelp(now);
        db.Returnees.Add(person);
        if (said.Standing != PersonStanding.CountedOnly)
            db.SkillProfiles.Add(new SkillProfile(person.Id, said.CommuneCode, new ProfileContent(), now));
        db.EmploymentStates.Add(new EmploymentState(person.Id, said.CommuneCode, today, said.State, StateSource.Officer, null, now));
        await db.SaveChangesAsync(ct);
        return person.Id;
    }
}

/// <summary>Days of a programme period as an officer may type them.</summary>
internal static class PersonDays
{
    public static DateOnly Start(DateOnly? typed, DateOnly today)
    {
        var start = typed ?? throw new RuleBroken(Rule.Incomplete, "Start", new("Nhập ngày vào mô hình.", "Enter the day of entering the programme."));
        return start > today ? throw new RuleBroken(Rule.DateTooFar, "Start", new("Ngày vào mô hình chưa tới.", "That day has not come.")) : start;
    }

    public static DateOnly? PlannedEnd(DateOnly? typed, DateOnly today)
    {
        if (typed < today)
            throw new RuleBroken(Rule.DateInThePast, "PlannedEnd");
        return typed > today.AddYears(20) ? throw new RuleBroken(Rule.DateTooFar, "PlannedEnd") : typed;
    }
}
