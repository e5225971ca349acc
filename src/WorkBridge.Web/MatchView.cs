using WorkBridge.Matching;
using WorkBridge.Web.TagHelpers;
using static WorkBridge.Web.Tongue;

namespace WorkBridge.Web;

/// <summary>A score as it is shown: a word before the number, a deck a part, and sentences from the same reasons.</summary>
public static class MatchView
{
    /// <summary>The word for a total out of 100.</summary>
    public static string Word(int total) => total switch
    {
        >= 85 => T("Rất hợp", "Very good fit"),
        >= 70 => T("Khá hợp", "Good fit"),
        _ => T("Cần hỏi thêm", "Ask more"),
    };

    public static string Name(PartKind kind) => kind switch
    {
        PartKind.Trade => T("Nghề", "Trade"),
        PartKind.Skill => T("Tay nghề", "Skill"),
        PartKind.Travel => T("Đi lại", "Travel"),
        PartKind.Hours => T("Giờ làm", "Hours"),
        PartKind.Lasting => T("Bền lâu", "Lasting"),
        _ => T("Giấy tờ", "Papers"),
    };

    /// <summary>The five decks. What lasted is no fit of the person and stands in a line below them.</summary>
    public static List<ReasonView> ForStaff(MatchScore score, Vocabulary vocabulary, string pronoun) =>
        [.. score.Parts.Where(part => part.Kind != PartKind.Lasting).Select(part => View(part, part.Reasons.Select(r => ReasonText.ForStaff(r, vocabulary, pronoun))))];

    /// <summary>"Bền lâu +4: …", or null where nothing is known.</summary>
    public static string? Lasting(MatchScore score, Vocabulary vocabulary, string pronoun)
    {
        if (score.Parts[^1] is not { Kind: PartKind.Lasting } part)
            return null;
        var (vi, en) = ReasonText.ForStaff(part.Reasons[0], vocabulary, pronoun);
        return $"{Name(part.Kind)} {(part.Points < 0 ? "−" : "+")}{Math.Abs(part.Points):0}: {T(vi, en)}.";
    }

    /// <summary>Work that lasts less often than most is told to staff alone: it must not put anybody off.</summary>
    public static List<ReasonView> ForPerson(MatchScore score, Vocabulary vocabulary) =>
        [.. score.Parts.Where(part => part.Points >= 0).Select(part => View(part, part.Reasons.Select(r => ReasonText.ForPerson(r, vocabulary))))];

    /// <summary>Why people or openings are left out of a list, as a sentence with its number.</summary>
    public static string Hidden(string code, int count)
    {
        if (code == Search.MatchPeople.NoConsent)
            return T($"{count} người chưa đồng ý cho dùng hồ sơ để tìm việc.", $"{count} have not agreed to matching.");
        if (code == Search.MatchPeople.OtherTrade)
            return T($"{count}: nghề khác hẳn.", $"{count}: quite another trade.");
        var (vi, en) = ReasonText.ForExclusion(code, "anh/chị");
        return $"{count}: {T(vi, en)}.";
    }

    private static ReasonView View(MatchPart part, IEnumerable<(string Vi, string En)> sentences)
    {
        var text = string.Join(". ", sentences.Select(s => T(s.Vi, s.En).TrimEnd('.')));
        var state = part.State switch
        {
            PartState.Fits => "full",
            PartState.Partly => "part",
            PartState.Unknown => "ask",
            _ => "none",
        };
        return new ReasonView(Name(part.Kind), part.Fill, (int)part.Points, (int)part.Of, text, state);
    }
}
