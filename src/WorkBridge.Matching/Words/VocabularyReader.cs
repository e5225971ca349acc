using System.Globalization;

namespace WorkBridge.Matching;

/// <summary>How far a name in the vocabulary is to be trusted: anywhere, in titles and alone, or only alone in its cell.</summary>
internal enum NameUse { Anywhere, TitleOrAlone, Alone }

/// <summary>One name of one entry.</summary>
internal sealed record EntryName(string Text, NameUse Use, string Code, bool IsTrade);

/// <summary>
/// Reads the vocabulary file (its form is written at its head) and refuses what does not hold together, naming the
/// line in both languages: an administrator reads it at start.
/// </summary>
internal sealed class VocabularyReader
{
    private static readonly HashSet<string> Icons = new(StringComparer.Ordinal)
    {
        "needle-thread", "flame", "hammer", "armchair", "bolt", "snowflake", "motorbike", "truck",
        "plant-2", "pig", "fish", "chef-hat", "package", "wash", "tools",
    };

    private readonly List<(Trade Trade, int Line)> _trades = [];
    private readonly Dictionary<string, int> _lineOf = new(StringComparer.Ordinal);
    private readonly List<(int Line, string Code, bool IsTrade)> _references = [];
    private readonly HashSet<string> _keysOfTrade = new(StringComparer.Ordinal);
    private int _line;

    public IReadOnlyList<Trade> Trades => _trades.ConvertAll(t => t.Trade);

    public List<Skill> Skills { get; } = [];

    public List<EntryName> Names { get; } = [];

    public List<Abbreviation> Abbreviations { get; } = [];

    public VocabularyReader(TextReader text)
    {
        while (text.ReadLine() is { } line)
        {
            _line++;
            var tidy = Vietnamese.Tidy(line);
            if (tidy.Length > 0 && tidy[0] != '#')
                ReadLine(tidy);
        }
        foreach (var (line, code, isTrade) in _references)
        {
            if (!_lineOf.ContainsKey(Key(code, isTrade)))
                throw Wrong(line, isTrade ? $"không có nghề '{code}'" : $"không có kỹ năng '{code}'", $"no such {(isTrade ? "trade" : "skill")}: '{code}'");
        }
        if (_trades.Count == 0 || Skills.Count == 0)
            throw Wrong(_line, "tệp không có nghề hoặc kỹ năng nào", "the file holds no trade or no skill");
    }

    private void ReadLine(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1)
            throw Wrong(_line, "thiếu dấu hai chấm", "a colon is missing");

        var value = line[(colon + 1)..].Trim();
        var key = Vietnamese.Normalise(line[..colon]);
        switch (key)
        {
            case "nghề":
                AddTrade(Columns(value, 5));
                break;
            case "kỹ năng" when value.Contains('|', StringComparison.Ordinal):
                AddSkill(value);
                break;
            case "viết tắt":
                AddAbbreviation(value);
                break;
            case "tên":
                Change(key, value, t => t with { Names = NamesFrom(value, t.Code, isTrade: true) });
                break;
            case "gần":
                Change(key, value, t => t with { Near = [.. List(value).Select(item => ReadNear(item, t.Code))] });
                break;
            case "kỹ năng":
                Change(key, value, t => t with { Skills = [.. Once(List(value)).Select(code => Refer(code, isTrade: false))] });
                break;
            case "học":
                Change(key, value, t => t with { Learnt = [.. List(value).Select(ReadLearning)] });
                break;
            case "giấy phép":
                Change(key, value, t => t with { Licences = Once(List(value)) });
                break;
            case "luật đóng":
                Change(key, value, t => t with { ClosedBy = value });
                break;
            default:
                throw Wrong(_line, $"không hiểu '{line[..colon]}'", $"unknown key '{line[..colon]}'");
        }
    }

    private void AddTrade(string[] columns)
    {
        var code = NewCode(columns[0], isTrade: true);
        if (columns[1].Length != 4 || !columns[1].All(char.IsAsciiDigit))
            throw Wrong(_line, $"mã ISCO '{columns[1]}' phải có 4 chữ số", $"ISCO code '{columns[1]}' must have 4 digits");
        if (!Icons.Contains(columns[4]))
            throw Wrong(_line, $"không có hình '{columns[4]}'", $"no such icon: '{columns[4]}'");
        _trades.Add((new Trade(code, columns[1], columns[2], columns[3], columns[4], [], [], [], [], [], null), _line));
        _keysOfTrade.Clear();
        AddName(columns[2], code, isTrade: true);
    }

    // The fifth column may be left out; a hyphen in it says that no course teaches this.
    private void AddSkill(string value)
    {
        var columns = value.Count(c => c == '|') == 4 ? Columns(value, 5) : Columns(value, 4);
        var code = NewCode(columns[0], isTrade: false);
        AddName(columns[1], code, isTrade: false);
        IReadOnlyList<string>? taughtIn = columns.Length == 4 ? [] : columns[4] == "-" ? null : [.. Once(List(columns[4])).Select(c => Refer(c, isTrade: true))];
        Skills.Add(new Skill(code, columns[1], columns[2], NamesFrom(columns[3], code, isTrade: false), taughtIn));
    }

    private void AddAbbreviation(string value)
    {
        var columns = value.Split('|', StringSplitOptions.TrimEntries);
        var sides = columns[0].Split('=', StringSplitOptions.TrimEntries);
        if (sides.Length != 2 || Vietnamese.Syllables(sides[0]).Count != 1 || Vietnamese.Syllables(sides[1]).Count == 0)
            throw Wrong(_line, "viết tắt phải có dạng 'chữ tắt = viết đủ'", "an abbreviation reads 'short = long'");

        IReadOnlyList<string> notAfter = [], onlyBefore = [];
        foreach (var column in columns.Skip(1))
        {
            var parts = column.Split(':', 2, StringSplitOptions.TrimEntries);
            var words = parts.Length == 2 ? parts[1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [];
            switch (Vietnamese.Normalise(parts[0]))
            {
                case "không sau":
                    notAfter = [.. words.Select(Vietnamese.Fold)];
                    break;
                case "chỉ trước":
                    onlyBefore = [.. words.Select(Vietnamese.Fold)];
                    break;
                default:
                    throw Wrong(_line, $"không hiểu '{column}'", $"unknown condition '{column}'");
            }
        }
        Abbreviations.Add(new Abbreviation(Vietnamese.Normalise(sides[0]), Token.In(sides[1]), notAfter, onlyBefore));
    }

    private Learning ReadLearning(string item) => Learning.Read(item)
        ?? throw Wrong(_line, $"cách học '{item}' phải có dạng 'sơ cấp 3' (số tháng); các cách: {Learning.Known}", $"'{item}' must read 'way months', with one of the ways named here in Vietnamese");

    private NearTrade ReadNear(string item, string of)
    {
        var blank = item.LastIndexOf(' ');
        if (blank < 1 || !double.TryParse(item[(blank + 1)..].Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var weight) || weight is <= 0 or >= 1)
            throw Wrong(_line, $"nghề gần '{item}' phải có dạng 'mã 0,7'", $"near trade '{item}' must read 'code 0,7', between 0 and 1");
        var code = item[..blank].Trim();
        if (code == of)
            throw Wrong(_line, $"nghề '{code}' không thể gần chính nó", $"trade '{code}' cannot be near to itself");
        return new NearTrade(Refer(code, isTrade: true), weight);
    }

    private string Refer(string code, bool isTrade)
    {
        _references.Add((_line, code, isTrade));
        return code;
    }

    private void Change(string key, string value, Func<Trade, Trade> change)
    {
        if (_trades.Count == 0)
            throw Wrong(_line, "dòng này phải đứng dưới một nghề", "this line must stand under a trade");
        if (value.Length == 0)
            throw Wrong(_line, $"sau '{key}:' không có gì", $"nothing stands after '{key}:'");
        if (!_keysOfTrade.Add(key))
            throw Wrong(_line, $"nghề này đã có một dòng '{key}'", $"this trade already has a line '{key}'");
        var (trade, line) = _trades[^1];
        _trades[^1] = (change(trade), line);
    }

    private List<string> NamesFrom(string value, string code, bool isTrade)
    {
        var names = new List<string>();
        foreach (var name in List(value))
            names.Add(AddName(name, code, isTrade));
        return names;
    }

    private string AddName(string name, string code, bool isTrade)
    {
        var (use, text) = name[0] switch
        {
            '=' => (NameUse.Alone, name[1..].Trim()),
            '~' => (NameUse.TitleOrAlone, name[1..].Trim()),
            _ => (Vietnamese.Syllables(name).Count == 1 && Vietnamese.HasMarks(name) ? NameUse.Alone : NameUse.Anywhere, name),
        };
        if (Vietnamese.Syllables(text).Count == 0)
            throw Wrong(_line, $"tên '{name}' không có chữ nào", $"name '{name}' has no letter");
        Names.Add(new EntryName(text, use, code, isTrade));
        return text;
    }

    private string[] Once(string[] codes)
    {
        if (codes.Distinct(StringComparer.Ordinal).Count() < codes.Length)
            throw Wrong(_line, "có mã viết hai lần trong một dòng", "a code stands twice in one line");
        return codes;
    }

    private string NewCode(string code, bool isTrade)
    {
        if (code.Length == 0 || !code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
            throw Wrong(_line, $"mã '{code}' chỉ được có chữ thường không dấu, số và gạch nối", $"code '{code}' may hold only a-z, 0-9 and hyphens");
        if (!_lineOf.TryAdd(Key(code, isTrade), _line))
            throw Wrong(_line, $"mã '{code}' đã có ở dòng {_lineOf[Key(code, isTrade)]}", $"code '{code}' is already on line {_lineOf[Key(code, isTrade)]}");
        return code;
    }

    private string[] Columns(string value, int count)
    {
        var columns = value.Split('|', StringSplitOptions.TrimEntries);
        if (columns.Length != count || columns.Any(c => c.Length == 0))
            throw Wrong(_line, $"phải có đúng {count} cột, cách nhau bằng dấu |", $"exactly {count} columns are needed, parted by |");
        return columns;
    }

    private static string[] List(string value) =>
        value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string Key(string code, bool isTrade) => (isTrade ? "t:" : "s:") + code;

    private static InvalidDataException Wrong(int line, string vi, string en) =>
        new($"Từ vựng, dòng {line.ToString(CultureInfo.InvariantCulture)}: {vi}. (Vocabulary, line {line.ToString(CultureInfo.InvariantCulture)}: {en}.)");
}
