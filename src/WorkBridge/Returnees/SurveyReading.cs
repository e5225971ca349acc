using WorkBridge.Files;
using WorkBridge.Matching;
using WorkBridge.Openings;

namespace WorkBridge.Returnees;

/// <summary>Reads the rows under the heading of a survey: pure, each person by itself, every error with its column.</summary>
public sealed class SurveyReading(ChosenColumns columns, SurveyChoices choices, DateOnly today)
{
    private readonly List<LeftOut> leftOut = [];

    public IReadOnlyList<LeftOut> LeftOut => leftOut;

    public IReadOnlyList<SurveyRow> Read(Sheet sheet)
    {
        var rows = new List<SurveyRow>();
        var head = sheet.Rows[columns.HeadIndex];
        var afterTotal = false;
        foreach (var line in sheet.Rows.Skip(columns.HeadIndex + 1))
        {
            if (SurveyLines.Why(line, head, columns.Columns, ref afterTotal) is { } why)
                leftOut.Add(new LeftOut(line.Number, RowError.Quote(string.Join(' ', line.Cells.Where(c => !c.IsBlank).Select(c => c.Text))), why));
            else
                rows.Add(Read(line));
        }

        return rows;
    }

    /// <summary>The values of the column that marks who is still in the programme.</summary>
    public IReadOnlyList<CellValue> MarkValues(Sheet sheet) => Values(sheet, SurveyColumns.Marked, key => key is "x" or "co" or "yes" or "v" or "1" or "dang" or "con");

    /// <summary>Values of the state column that mean nothing by themselves.</summary>
    public IReadOnlyList<CellValue> UnknownStates(Sheet sheet) =>
        [.. Values(sheet, SurveyColumns.State, _ => false).Where(value => !SurveyText.TryState(value.Key, out _))];

    /// <summary>A value as choices are kept by it: small, without marks; signs stay, since "+" and "-" are values too.</summary>
    public static string ValueKey(string text) => Vietnamese.Fold(text);

    private List<CellValue> Values(Sheet sheet, string column, Func<string, bool> suggested)
    {
        var head = sheet.Rows[columns.HeadIndex];
        var afterTotal = false;
        return [.. sheet.Rows.Skip(columns.HeadIndex + 1)
            .Where(line => SurveyLines.Why(line, head, columns.Columns, ref afterTotal) is null)
            .Select(line => Text(line, column)).Where(text => text.Length > 0)
            .GroupBy(ValueKey, StringComparer.Ordinal)
            .Select(group => new CellValue(group.Key, string.Join(", ", group.Distinct(StringComparer.Ordinal).Take(4)), group.Count(), suggested(group.Key)))
            .OrderByDescending(value => value.Count)];
    }

    private SurveyRow Read(SheetRow line)
    {
        var errors = new List<RowError>();
        void Wrong(string column, string vi, string en) => errors.Add(new RowError(line.Number, SurveyColumns.Label(column), new Words(vi, en)));
        var remarks = new List<Words>();

        var name = SurveyText.Name(Text(line, SurveyColumns.Name));
        if (!SurveyText.IsName(name))
            Wrong(SurveyColumns.Name, "Ghi họ và tên.", "Give the name.");
        if (!SurveyText.TryBirthYear(Cell(line, SurveyColumns.BirthYear), today.Year, out var birthYear))
            Wrong(SurveyColumns.BirthYear, $"Không hiểu năm sinh “{RowError.Quote(Text(line, SurveyColumns.BirthYear))}”. Ghi đủ bốn chữ số.", $"“{RowError.Quote(Text(line, SurveyColumns.BirthYear))}” is no year of birth. Write four digits.");
        if (!SurveyText.TrySex(Text(line, SurveyColumns.Sex), out var sex))
            Wrong(SurveyColumns.Sex, "Ghi nam hoặc nữ, hoặc để trống.", "Write nam or nữ, or leave it empty.");
        if (!TypedDay.TryRead(Cell(line, SurveyColumns.HomeSince), out var homeSince) || homeSince > today)
            Wrong(SurveyColumns.HomeSince, $"Không hiểu ngày “{RowError.Quote(Text(line, SurveyColumns.HomeSince))}”. Ghi ngày trước tháng: 26/4/2022.", $"“{RowError.Quote(Text(line, SurveyColumns.HomeSince))}” is no past date. Write the day first: 26/4/2022.");
        if (!TypedPhone.TryRead(Cell(line, SurveyColumns.Phone), out var phone, out var several))
            Wrong(SurveyColumns.Phone, "Số điện thoại không đúng. Sửa lại hoặc để trống.", "The telephone number is not valid. Correct it or leave it empty.");
        if (several)
            remarks.Add(new("Chỉ giữ số điện thoại đầu tiên.", "Only the first telephone number is kept."));
        var stateText = Text(line, SurveyColumns.State);
        if (!SurveyText.TryState(stateText, out var state) && !choices.States.TryGetValue(ValueKey(stateText), out state))
            Wrong(SurveyColumns.State, $"Chưa rõ “{RowError.Quote(stateText)}” nghĩa là gì. Chọn nghĩa ở phần trên.", $"It is not clear what “{RowError.Quote(stateText)}” means. Choose its meaning above.");

        CheckWords(line, Wrong);
        var village = Vietnamese.Tidy(Text(line, SurveyColumns.Village));
        var details = new PersonalDetails { Name = name, BirthYear = birthYear, Sex = sex, Village = village.Length == 0 ? null : village, HomeSince = homeSince };
        if (details.BirthYear is null && details.Village is null && SurveyText.IsName(name))
            Wrong(SurveyColumns.BirthYear, "Ghi năm sinh hoặc thôn, tổ dân phố để nhận ra đúng người.", "Give the year of birth or the village, so that the person can be told apart.");

        var marked = choices.Marks is { } marks && marks.Contains(ValueKey(Text(line, SurveyColumns.Marked)));
        ProfileContent? profile = null;
        if (marked)
            (details, profile) = Helped(line, details with { Phone = phone }, Wrong, remarks);
        return new SurveyRow(line.Number, details, marked, state, profile, errors, remarks);
    }

    /// <summary>What is kept only of somebody in the programme: telephone, companion, note, and the skill profile.</summary>
    private (PersonalDetails Details, ProfileContent Profile) Helped(SheetRow line, PersonalDetails details, Action<string, string, string> wrong, List<Words> remarks)
    {
        var note = Text(line, SurveyColumns.Note);
        var wish = Text(line, SurveyColumns.Wishes);
        var companion = Text(line, SurveyColumns.Companion);
        if (wish.Length > SkillProfile.WishLength)
            wrong(SurveyColumns.Wishes, $"Dài quá {SkillProfile.WishLength} chữ cái.", $"Over {SkillProfile.WishLength} letters.");

        var skills = SurveySkills.Read(Text(line, SurveyColumns.Trades), Text(line, SurveyColumns.Learnt), Text(line, SurveyColumns.CurrentWork));
        if (!skills.EvidenceUnderstood)
            wrong(SurveyColumns.Learnt, $"Không hiểu “{RowError.Quote(Text(line, SurveyColumns.Learnt))}”. Ghi: tự học, chưa có giấy, hoặc tên chứng chỉ.", $"“{RowError.Quote(Text(line, SurveyColumns.Learnt))}” is not understood. Write: tự học, chưa có giấy, or the certificate's name.");
        remarks.AddRange(skills.Remarks);
        var profile = SurveyText.WithNote(SurveyText.WithWish(skills.Profile, wish), note);
        var kept = string.Join(' ', new[] { note.Length > 0 && !".!".Contains(note[^1], StringComparison.Ordinal) && skills.Ask is not null ? note + "." : note, skills.Ask }.Where(s => !string.IsNullOrEmpty(s)));
        if (kept.Length > Returnee.NoteLength)
            wrong(SurveyColumns.Note, $"Dài quá {Returnee.NoteLength} chữ cái.", $"Over {Returnee.NoteLength} letters.");
        return (details with { Companion = companion.Length == 0 ? null : companion, Note = kept.Length == 0 ? null : kept }, profile);
    }

    private void CheckWords(SheetRow line, Action<string, string, string> wrong)
    {
        foreach (var column in new[] { SurveyColumns.Note, SurveyColumns.Wishes, SurveyColumns.CurrentWork, SurveyColumns.Trades, SurveyColumns.Companion, SurveyColumns.Village })
        {
            if (Wording.TellsOfThePast(Text(line, column)) is [var found, ..])
                wrong(column, $"Bỏ “{found.Text}”: chỉ ghi điều cần cho việc làm.", $"Take out “{found.Text}”: write only what the job needs.");
        }
    }

    private Cell Cell(SheetRow line, string column) => columns.Columns.TryGetValue(column, out var index) ? line[index] : Files.Cell.Empty;

    private string Text(SheetRow line, string column) => Vietnamese.Tidy(Cell(line, column).Text);
}
