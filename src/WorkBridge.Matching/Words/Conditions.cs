using System.Runtime.InteropServices;

namespace WorkBridge.Matching;

/// <summary>
/// What a title or a question says besides the work: how much it pays, how long one must have done it, where and when,
/// and that somebody is looking for it. Read apart, what is left is the work ("em muốn xin làm phụ bếp ở Hải Phòng,
/// lương trên 8 triệu" is "làm phụ bếp").
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Conditions(List<Token> Work, List<Token> Rest, List<string> Places)
{
    private static readonly PhraseTree Requests = new(
        "tôi", "em", "mình", "cháu", "tui", "anh", "chị", "chúng tôi", "bạn", "đang", "đang cần", "muốn", "cần", "định", "có nhu cầu", "có mong muốn", "mong muốn",
        "tìm", "tìm kiếm", "kiếm", "xin", "ứng tuyển", "hỏi", "xin hỏi", "cho hỏi", "cho tôi hỏi", "cho em hỏi", "cho mình hỏi", "một", "công việc", "việc làm", "việc",
        "chỗ làm", "nơi làm", "về", "là", "vị trí", "nghề", "có ai tuyển", "có nơi nào tuyển", "ở đâu tuyển", "chỗ nào tuyển", "có chỗ nào tuyển", "đâu tuyển", "tuyển",
        "cần tuyển", "tuyển dụng", "tuyển gấp", "cần tuyển gấp", "cần gấp", "looking for", "i am looking for", "i'm looking for", "i want to", "find", "job as", "a", "an", "hiring");

    private static readonly PhraseTree Said = new(
        "đi làm ngay", "nhận việc ngay", "đi làm luôn", "làm ngay", "tuyển gấp", "cần gấp", "full time", "fulltime", "part time", "parttime", "toàn thời gian", "bán thời gian",
        "nghỉ thứ 7", "nghỉ thứ bảy", "nghỉ chủ nhật", "nghỉ t7", "nghỉ cn", "không áp kpi", "không áp doanh số", "thu nhập", "mức thu nhập", "mức lương", "hấp dẫn", "thu nhập hấp dẫn",
        "không yêu cầu kinh nghiệm", "không cần kinh nghiệm", "chưa có kinh nghiệm", "chưa kinh nghiệm", "có kinh nghiệm", "năm kinh nghiệm", "yêu cầu kinh nghiệm", "kinh nghiệm",
        "lương cứng", "lương cơ bản", "lương cao", "lương từ", "lương trên", "lương lên", "lương tới", "lương đến", "lương upto", "lương up", "lương khoảng", "lương tầm", "lương hấp dẫn", "lương thoả thuận",
        "thì tốt", "càng tốt", "được không", "không ạ", "ạ", "nhé", "nha", "với ạ", "giúp tôi", "giúp em", "giúp mình", "xin cảm ơn", "cảm ơn");

    /// <summary>What may follow a word of pay.</summary>
    private static readonly PhraseTree Amounts = new(
        "lên đến", "lên tới", "lên", "đến", "tới", "upto", "up to", "từ", "trên", "dưới", "khoảng", "tầm", "tối thiểu", "ít nhất", "hơn", "cao", "tốt", "ổn định", "hấp dẫn", "cạnh tranh",
        "thoả thuận", "không giới hạn", "triệu", "tr", "củ", "usd", "vnđ", "vnd", "đồng", "nghìn", "một tháng", "mỗi tháng", "tháng", "trở lên", "thưởng", "hoa hồng", "năm");

    private static readonly PhraseTree Before = new("tại", "ở", "khu vực", "quanh", "gần", "về", "trong", "tỉnh", "thành phố", "tp", "ở tỉnh", "tại tỉnh", "ở thành phố", "tại thành phố", "ở tp", "tại tp", "làm việc tại", "đi làm tại", "làm việc ở", "in", "at");

    private const int LongestQuestion = 60;

    /// <summary>Whether somebody asks in a sentence: "tôi đang tìm việc ...".</summary>
    public static bool IsAsked(List<Token> words) => words.Count <= LongestQuestion && Requests.Longest(words, 0) is > 0 and var first && Requests.Longest(words, first) > 0;

    /// <summary>Reads a short text. Where nothing but conditions is said, all of it is the work.</summary>
    public static Conditions In(List<Token> words)
    {
        var read = new Conditions([], [], []);
        var at = 0;
        while (Requests.Longest(words, at) is > 0 and var length)
            at += length;
        read.Rest.AddRange(words.Take(at));
        while (at < words.Count)
        {
            var length = read.Condition(words, at);
            (length > 0 ? read.Rest : read.Work).AddRange(words.Skip(at).Take(Math.Max(1, length)));
            at += Math.Max(1, length);
        }
        return read.Work.Exists(w => w.Bare.Length > 1) ? read : read with { Work = words, Rest = [] };
    }

    private int Condition(List<Token> words, int at)
    {
        var before = Before.Longest(words, at);
        if (Provinces.Named(words, at + before, out var named) is { } province)
        {
            Places.Add(province);
            return before + named;
        }
        var said = Said.Longest(words, at);
        if (said == 0 && !IsMoney(words, at))
            return 0;
        var length = said;
        while (at + length < words.Count && (IsNumber(words[at + length].Bare) ? 1 : Amounts.Longest(words, at + length)) is > 0 and var more)
            length += more;
        return length;
    }

    // "15 triệu", "10tr", "1 năm kinh nghiệm": a number with what it counts.
    private static bool IsMoney(List<Token> words, int at)
    {
        if (!IsNumber(words[at].Bare))
            return false;
        if (!char.IsAsciiDigit(words[at].Bare[^1]))
            return true;
        var next = at + 1;
        while (next < words.Count && IsNumber(words[next].Bare))
            next++;
        return next < words.Count && words[next].Bare is "trieu" or "tr" or "usd" or "nam" or "cu";
    }

    private static bool IsNumber(string word)
    {
        if (word.Length == 0 || !char.IsAsciiDigit(word[0]))
            return false;
        var unit = word.AsSpan().TrimStart("0123456789.,");
        return unit.Length == 0 || unit.TrimEnd("0123456789") is "tr" or "k" or "m" or "trieu";
    }
}
