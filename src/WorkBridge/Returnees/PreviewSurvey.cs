using System.Globalization;
using Microsoft.EntityFrameworkCore;
using WorkBridge.Data;
using WorkBridge.Files;
using WorkBridge.Staff;

namespace WorkBridge.Returnees;

/// <summary>What a survey would do, before it is done.</summary>
public sealed record SurveyPreview(PendingImport Pending, ChosenColumns Columns, int HeadRow, SurveyChoices Choices)
{
    public IReadOnlyList<SurveyRow> Rows { get; init; } = [];

    public IReadOnlyList<LeftOut> LeftOut { get; init; } = [];

    public IReadOnlyList<CellValue> MarkValues { get; init; } = [];

    public IReadOnlyList<CellValue> UnknownStates { get; init; } = [];

    /// <summary>The commune as it will be counted once this is saved, on the day of the survey or today, whichever is later.</summary>
    public CommuneEmployment? After { get; init; }

    public bool NeedsColumns => !Columns.Columns.ContainsKey(SurveyColumns.Name) || !Columns.Columns.ContainsKey(SurveyColumns.State);

    /// <summary>What has to be answered before rows are read: the columns, the day, and what marks somebody.</summary>
    public bool NeedsAnswers => NeedsColumns || Choices.SurveyedOn is null || Choices.Marks is null;

    public IEnumerable<SurveyRow> Good => Rows.Where(row => row.IsGood);

    public IEnumerable<SurveyRow> ToSave => Good.Where(row => row.Standing != SurveyStanding.AlreadyHere);

    public IEnumerable<RowError> Errors => Rows.SelectMany(row => row.Errors);

    /// <summary>The people of the file alone, at both cuts.</summary>
    public EmploymentCounts InFile => EmploymentCounts.Of(Good.Select(row => row.State));

    public EmploymentCounts InFileMarked => EmploymentCounts.Of(Good.Where(row => row.Marked).Select(row => row.State));
}

/// <summary>
/// Reads a survey against the people of the commune, in a fixed number of queries whatever its length. Changes nothing.
/// Throws <see cref="RuleBroken"/> when the upload is gone or has too many rows.
/// </summary>
public sealed class PreviewSurvey(WorkBridgeDb db, CurrentUser user, CountEmployment count, KeyRing keys, TimeProvider clock)
{
    public const int MostRows = 5_000;

    public async Task<SurveyPreview> RunAsync(Guid uploadId, CancellationToken ct)
    {
        var pending = await db.PendingImports.OfUserAsync(uploadId, ImportKind.People, user, clock.UtcNow(), ct) ?? throw PendingImports.Gone();
        var sheet = SheetReader.Read(pending.Content.File, pending.Content.FileName);
        if (sheet.Rows.Count > MostRows)
            throw new RuleBroken(Rule.FileUnreadable, "File", new Words($"Một tệp nhiều nhất {MostRows} dòng. Chia thành nhiều tệp.", $"A file may hold {MostRows} rows at most. Split it."));
        var columns = ChosenColumns.Of(sheet, SurveyColumns.All, pending.Content.Choices);
        var choices = SurveyAnswers.Of(pending.Content.Choices, user);
        var preview = new SurveyPreview(pending, columns, sheet.Rows[columns.HeadIndex].Number, choices);
        if (preview.NeedsColumns)
            return preview;

        var reading = new SurveyReading(columns, choices, clock.Today());
        preview = preview with { MarkValues = reading.MarkValues(sheet), UnknownStates = reading.UnknownStates(sheet) };
        if (preview.NeedsAnswers)
            return preview;

        var rows = reading.Read(sheet);
        var here = await HereAsync(choices.CommuneCode, rows, ct);
        var standing = Standing(Keyed(rows), here, choices);
        return preview with { Rows = standing, LeftOut = reading.LeftOut, After = await AfterAsync(choices, standing, ct) };
    }

    /// <summary>Gives every person a key; a second person with the same key in one file cannot be told apart.</summary>
    private List<SurveyRow> Keyed(IReadOnlyList<SurveyRow> rows)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. rows.Select(row =>
        {
            var key = SurveyKeys.Of(keys, row.Details);
            if (key is null || first.TryAdd(Convert.ToHexString(key), row.Number))
                return row with { Key = key };
            var earlier = first[Convert.ToHexString(key)];
            return row with
            {
                Key = key,
                Errors = [.. row.Errors, new RowError(row.Number, SurveyColumns.Label(SurveyColumns.Name), new(
                    $"Trùng họ tên, năm sinh và thôn với dòng {earlier}. Nếu là hai người, ghi thêm chữ để phân biệt; nếu là một, bỏ một dòng.",
                    $"The same name, year of birth and village as row {earlier}. If they are two people, add a word to tell them apart; if one, take a row out."))],
            };
        })];
    }

    private async Task<Dictionary<string, KnownPerson>> HereAsync(string communeCode, IReadOnlyList<SurveyRow> rows, CancellationToken ct)
    {
        if (rows.Count == 0)
            return [];
        var people = await db.Returnees.Where(r => r.CommuneCode == communeCode && r.SurveyKey != null)
            .Select(r => new KnownPerson(
                r.Id,
                r.SurveyKey!,
                r.Periods.Any(p => p.End == null),
                db.EmploymentStates.Where(s => s.ReturneeId == r.Id).OrderByDescending(s => s.On).ThenByDescending(s => s.RecordedAt).ThenByDescending(s => s.Id).Select(s => (WorkState?)s.State).FirstOrDefault(),
                db.EmploymentStates.Where(s => s.ReturneeId == r.Id).Max(s => (DateOnly?)s.On)))
            .ToListAsync(ct);
        return people.ToDictionary(p => Convert.ToHexString(p.Key), StringComparer.Ordinal);
    }

    private static List<SurveyRow> Standing(List<SurveyRow> rows, Dictionary<string, KnownPerson> here, SurveyChoices choices) => [.. rows.Select(row =>
    {
        if (row.Key is not { } key || !here.TryGetValue(Convert.ToHexString(key), out var person))
            return row;
        var isNewer = choices.SurveyedOn > (person.On ?? DateOnly.MinValue) && row.State != person.State;
        return row with
        {
            ReturneeId = person.Id,
            Standing = isNewer ? SurveyStanding.NewState : SurveyStanding.AlreadyHere,
            Remarks = person.InProgramme == row.Marked ? row.Remarks : [.. row.Remarks, row.Marked
                ? new("Tệp ghi còn trong mô hình, trong sổ thì không. Mở hồ sơ để sửa.", "The file says in the programme, the records do not. Open the file to correct it.")
                : new("Tệp không ghi còn trong mô hình, trong sổ thì có. Mở hồ sơ để sửa.", "The file does not say in the programme, the records do. Open the file to correct it.")],
        };
    })];

    private async Task<CommuneEmployment> AfterAsync(SurveyChoices choices, List<SurveyRow> rows, CancellationToken ct)
    {
        var on = choices.SurveyedOn > clock.Today() ? choices.SurveyedOn.Value : clock.Today();
        var people = await count.People([choices.CommuneCode], on).ToDictionaryAsync(p => p.Id, p => (p.InProgramme, State: p.State ?? WorkState.Unknown), ct);
        foreach (var row in rows.Where(row => row.IsGood && row.Standing != SurveyStanding.AlreadyHere))
            people[row.ReturneeId ?? Guid.CreateVersion7()] = (row.ReturneeId is { } id ? people[id].InProgramme : row.Marked, row.State);
        return new CommuneEmployment(choices.CommuneCode, EmploymentCounts.Of(people.Values.Select(p => p.State)), EmploymentCounts.Of(people.Values.Where(p => p.InProgramme).Select(p => p.State)));
    }

    private sealed record KnownPerson(Guid Id, byte[] Key, bool InProgramme, WorkState? State, DateOnly? On);
}

/// <summary>The answers about a survey as they are kept with the upload.</summary>
internal static class SurveyAnswers
{
    private const string StatePrefix = "state:";
    private const char Between = '\u001F';

    public static SurveyChoices Of(IReadOnlyDictionary<string, string> kept, CurrentUser user) => new()
    {
        CommuneCode = kept.TryGetValue("commune", out var code) && user.CommuneCodes.Contains(code) ? code : user.CommuneCodes.FirstOrDefault() ?? "",
        SurveyedOn = Day(kept, "surveyedOn"),
        PlannedEnd = Day(kept, "plannedEnd"),
        Marks = kept.TryGetValue("marks", out var marks) ? marks.Split(Between, StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal) : null,
        States = kept.Where(k => k.Key.StartsWith(StatePrefix, StringComparison.Ordinal) && Enum.TryParse<WorkState>(k.Value, out _))
            .ToDictionary(k => k.Key[StatePrefix.Length..], k => Enum.Parse<WorkState>(k.Value), StringComparer.Ordinal),
    };

    public static void Keep(Dictionary<string, string> kept, SurveyChoices choices)
    {
        kept["commune"] = choices.CommuneCode;
        Keep(kept, "surveyedOn", choices.SurveyedOn);
        Keep(kept, "plannedEnd", choices.PlannedEnd);
        if (choices.Marks is { } marks)
            kept["marks"] = string.Join(Between, marks);
        foreach (var (value, state) in choices.States)
            kept[StatePrefix + value] = state.ToString();
    }

    private static void Keep(Dictionary<string, string> kept, string key, DateOnly? day)
    {
        if (day is { } some)
            kept[key] = some.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        else
            kept.Remove(key);
    }

    private static DateOnly? Day(IReadOnlyDictionary<string, string> kept, string key) =>
        kept.TryGetValue(key, out var text) && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
