using System.Security.Cryptography;
using System.Text;
using WorkBridge.Files;
using WorkBridge.Matching;

namespace WorkBridge.Openings;

/// <summary>Reads the rows under the heading of a file of openings: pure, each row by itself, every error with its column.</summary>
public sealed class ImportReading(IReadOnlyDictionary<string, int> columns, ImportUnits units, ImportPlaces places, DateOnly today)
{
    public IReadOnlyList<ImportRow> Read(Sheet sheet, int headIndex)
    {
        var rows = new List<ImportRow>();
        var first = new Dictionary<(Guid, string), int>();
        foreach (var line in sheet.Rows.Skip(headIndex + 1))
        {
            var row = Read(line);
            if (row.Unit is { } unit && !first.TryAdd((unit.Id, row.Key), line.Number))
            {
                var earlier = first[(unit.Id, row.Key)];
                row = row with { Errors = [.. row.Errors, new RowError(line.Number, ImportColumns.Label(ImportColumns.Code), new($"Trùng với dòng {earlier}. Bỏ một trong hai dòng.", $"The same as row {earlier}. Take one of them out."))] };
            }

            rows.Add(row);
        }

        return rows;
    }

    private ImportRow Read(SheetRow line)
    {
        var errors = new List<RowError>();
        void Wrong(string column, Words words)
        {
            var label = ImportColumns.Label(column);
            if (!errors.Exists(e => e.Column == label))
                errors.Add(new RowError(line.Number, label, words));
        }

        var unitText = Text(line, ImportColumns.Unit);
        var taxText = Text(line, ImportColumns.TaxCode);
        var (finding, unit) = units.Find(unitText, taxText);
        if (ImportWords.OfUnit(finding, unitText.Length > 0 ? unitText : taxText) is { } words)
            Wrong(unitText.Length > 0 || taxText.Length == 0 ? ImportColumns.Unit : ImportColumns.TaxCode, words);

        var content = Content(line, (column, vi, en) => Wrong(column, new Words(vi, en)));
        foreach (var fault in ImportCheck.Faults(content, today))
            Wrong(ColumnOf(fault.Field), fault.Words);
        return new ImportRow(line.Number, content.Title, unitText.Length > 0 ? unitText : taxText, finding, unit, content, KeyOf(line, content), errors);
    }

    private OpeningContent Content(SheetRow line, Action<string, string, string> wrong)
    {
        var requirements = Text(line, ImportColumns.Requirements);
        if (!ImportText.TryKind(Text(line, ImportColumns.Kind), out var kind))
            wrong(ImportColumns.Kind, $"“{RowError.Quote(Text(line, ImportColumns.Kind))}” không phải loại đã biết. Ghi: việc làm, thời vụ, thử việc hoặc học nghề.", $"“{RowError.Quote(Text(line, ImportColumns.Kind))}” is no known kind. Write: job, seasonal, trial or training.");

        var (payMin, payMax) = Pay(line, wrong);
        var experienceText = Text(line, ImportColumns.Experience);
        if (!ImportText.TryExperience(experienceText, out var experience))
            wrong(ImportColumns.Experience, $"Không hiểu “{RowError.Quote(experienceText)}”. Ghi như: 2 năm, 6 tháng, không yêu cầu.", $"“{RowError.Quote(experienceText)}” is not understood. Write as: 2 năm, 6 tháng, không yêu cầu.");
        else if (experience is null && experienceText.Length > 0)
            requirements = Vietnamese.Tidy($"{requirements}\nKinh nghiệm: {experienceText}");
        if (!ImportText.TryCount(Text(line, ImportColumns.Places), out var count))
            wrong(ImportColumns.Places, $"Nhập số người cần, từ 1 đến {Opening.MostPlaces}", $"Enter how many people, from 1 to {Opening.MostPlaces}");
        if (!TypedDay.TryRead(Cell(line, ImportColumns.ClosesOn), out var closesOn))
            wrong(ImportColumns.ClosesOn, $"Không hiểu ngày “{RowError.Quote(Text(line, ImportColumns.ClosesOn))}”. Ghi ngày trước tháng: 25/12/2026.", $"“{RowError.Quote(Text(line, ImportColumns.ClosesOn))}” is no date. Write the day first: 25/12/2026.");

        var title = Text(line, ImportColumns.Title);
        var placeText = Text(line, ImportColumns.Place);
        var (province, commune) = places.Find(placeText);
        var hours = Text(line, ImportColumns.Hours);
        return new OpeningContent
        {
            Kind = kind,
            Title = title,
            Description = Text(line, ImportColumns.Description),
            Requirements = requirements,
            // A file without this column offers one place a row; an empty cell in it is a mistake.
            Places = count ?? (columns.ContainsKey(ImportColumns.Places) ? 0 : 1),
            PayMin = payMin,
            PayMax = payMax,
            PlaceText = placeText,
            ProvinceCode = province,
            CommuneCode = commune,
            HoursText = hours.Length == 0 ? null : hours,
            ClosesOn = closesOn,
            ExperienceMonths = experience,
            Teaches = kind == OpeningKind.Training ? Taught(title) : [],
        };
    }

    /// <summary>What a training slot teaches, where its title names it.</summary>
    private static IReadOnlyList<string> Taught(string title) => [.. Vocabulary.Default.FindIn(title).Select(m => m.Code).Distinct(StringComparer.Ordinal)];

    private static string ColumnOf(string field) => field switch
    {
        nameof(OpeningContent.PayMin) => ImportColumns.PayFrom,
        nameof(OpeningContent.PayMax) => ImportColumns.PayTo,
        nameof(OpeningContent.PlaceText) or nameof(OpeningContent.CommuneCode) => ImportColumns.Place,
        nameof(OpeningContent.HoursText) => ImportColumns.Hours,
        nameof(OpeningContent.ExperienceMonths) => ImportColumns.Experience,
        nameof(OpeningContent.Teaches) => ImportColumns.Title,
        _ => field,
    };

    private (long? Min, long? Max) Pay(SheetRow line, Action<string, string, string> wrong)
    {
        long? Amount(string column)
        {
            var text = Text(line, column);
            if (TypedPay.TryAmount(text, out var pay))
                return pay;
            wrong(column, $"Không hiểu mức lương “{RowError.Quote(text)}”. Ghi như: 7500000 hoặc 7,5 triệu.", $"“{RowError.Quote(text)}” is no pay. Write as: 7500000 or 7,5 triệu.");
            return null;
        }

        var (min, max) = (Amount(ImportColumns.PayFrom), Amount(ImportColumns.PayTo));
        if (min is null && max is null && !TypedPay.TryRange(Text(line, ImportColumns.Pay), out min, out max))
            wrong(ImportColumns.Pay, $"Không hiểu mức lương “{RowError.Quote(Text(line, ImportColumns.Pay))}”. Ghi như: 8 đến 10 triệu.", $"“{RowError.Quote(Text(line, ImportColumns.Pay))}” is no pay. Write as: 8 đến 10 triệu.");
        return (min, max);
    }

    /// <summary>The row's own code, or a digest of what it says: the same row in another file is the same opening.</summary>
    private string KeyOf(SheetRow line, OpeningContent content)
    {
        var code = Text(line, ImportColumns.Code);
        if (code.Length is > 0 and <= 40)
            return code;
        var whole = code.Length > 0 ? code : string.Join('\u001F', content.Kind, content.Title, content.Description, content.Requirements, content.PlaceText, content.Places, content.PayMin, content.PayMax, content.ClosesOn);
        return "#" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(whole)))[..40];
    }

    private Cell Cell(SheetRow line, string column) => columns.TryGetValue(column, out var index) ? line[index] : Files.Cell.Empty;

    private string Text(SheetRow line, string column) => Vietnamese.Tidy(Cell(line, column).Text);
}
