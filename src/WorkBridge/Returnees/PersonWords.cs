using WorkBridge.Files;
using WorkBridge.Matching;
using WorkBridge.Openings;

namespace WorkBridge.Returnees;

/// <summary>What is typed about a person: tidied, not too long, and silent about the past.</summary>
public static class PersonWords
{
    /// <summary>The text as it is kept; null where nothing stands. Throws <see cref="RuleBroken"/> beside the field.</summary>
    public static string? Check(string field, string? typed, int most)
    {
        var text = Vietnamese.Tidy(typed);
        if (text.Length > most)
            throw new RuleBroken(Rule.Incomplete, field, new($"Viết ngắn lại, tối đa {most} ký tự.", $"Make it shorter: at most {most} characters."));
        if (Wording.TellsOfThePast(text) is [var found, ..])
            throw new RuleBroken(Rule.WordingTellsPast, field, new($"Bỏ “{found.Text}”: chỉ ghi điều cần cho việc làm.", $"Take out “{found.Text}”: write only what the job needs."));
        return text.Length == 0 ? null : text;
    }

    /// <summary>Details as they are kept. Telephone, e-mail, companion and note are kept only of somebody who is helped.</summary>
    public static PersonalDetails Check(PersonalDetails typed, bool helped, DateOnly today)
    {
        var name = SurveyText.Name(typed.Name);
        if (!SurveyText.IsName(name))
            throw new RuleBroken(Rule.Incomplete, "Name", new("Nhập họ và tên.", "Enter the name."));
        if (typed.BirthYear is { } year && (year < today.Year - 100 || year > today.Year - 14))
            throw new RuleBroken(Rule.Incomplete, "BirthYear", new("Nhập năm sinh bốn chữ số.", "Enter the year of birth with four digits."));
        if (typed.HomeSince > today)
            throw new RuleBroken(Rule.DateTooFar, "HomeSince", new("Ngày về địa phương chưa tới.", "The day of coming home has not come."));
        string? phone = null;
        if (!string.IsNullOrWhiteSpace(typed.Phone))
            phone = TypedPhone.E164(typed.Phone) ?? throw new RuleBroken(Rule.Incomplete, "Phone", new("Số điện thoại không đúng.", "The telephone number is not valid."));
        var details = new PersonalDetails
        {
            Name = name,
            BirthYear = typed.BirthYear,
            Sex = typed.Sex,
            Village = Check("Village", typed.Village, Returnee.VillageLength),
            HomeSince = typed.HomeSince,
        };
        var email = Check("Email", typed.Email, 254);
        if (email is not null && !MimeKit.MailboxAddress.TryParse(email, out _))
            throw new RuleBroken(Rule.Incomplete, "Email", new("Địa chỉ thư điện tử không đúng.", "The e-mail address is not valid."));
        var (companion, note) = (Check("Companion", typed.Companion, Returnee.NameLength), Check("Note", typed.Note, Returnee.NoteLength));
        return helped ? details with { Phone = phone, Email = email, Companion = companion, Note = note } : details;
    }
}
