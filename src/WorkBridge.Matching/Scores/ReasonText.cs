using System.Runtime.InteropServices;

namespace WorkBridge.Matching;

/// <summary>A reason in words: to staff as a fact, to the person kindly.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Sentence(string StaffVi, string StaffEn, string PersonVi, string PersonEn);

/// <summary>
/// Says reasons in one plain sentence each. To staff it states the fact or the question to ask; to the person it
/// speaks in the second person, without points, labels or anything that excludes.
/// </summary>
public static class ReasonText
{
    /// <summary>For an officer. <paramref name="pronoun"/> is how the person is addressed: "anh", "chị" or "anh/chị".</summary>
    public static (string Vi, string En) ForStaff(Reason r, Vocabulary v, string pronoun)
    {
        var said = Say(new ReasonWords(r, v, string.IsNullOrWhiteSpace(pronoun) ? "anh/chị" : pronoun.Trim()));
        return (said.StaffVi, said.StaffEn);
    }

    /// <summary>For the person: one sentence, second person.</summary>
    public static (string Vi, string En) ForPerson(Reason r, Vocabulary v)
    {
        var said = Say(new ReasonWords(r, v, "anh/chị"));
        return (said.PersonVi, said.PersonEn);
    }

    /// <summary>Why a pair is not proposed, for staff only; <paramref name="exclusion"/> as in <see cref="MatchScore"/>.</summary>
    public static (string Vi, string En) ForExclusion(string exclusion, string pronoun)
    {
        var who = ReasonWords.Capital(string.IsNullOrWhiteSpace(pronoun) ? "anh/chị" : pronoun.Trim());
        return exclusion switch
        {
            "closed-work" => ("Loại việc này có quy định riêng, chưa giới thiệu được", "Special rules apply to this kind of work; it cannot be proposed"),
            "kind-not-wanted" => ($"{who} không tìm loại việc này", "Not the kind of work asked for"),
            "too-far" => ($"Xa hơn gấp đôi mức {who.ToLowerInvariant()} đã nói, không có chỗ ở", "More than twice as far as the person said, and no lodging"),
            "limit:no-heavy-lifting" => ($"Việc phải bê vác nặng, {who.ToLowerInvariant()} không bê nặng được", "Heavy lifting is needed, which the person cannot do"),
            "limit:no-heights" => ($"Việc phải làm trên cao, {who.ToLowerInvariant()} không làm trên cao được", "The work is at heights, which the person cannot do"),
            "limit:no-standing-long" => ($"Việc phải đứng lâu, {who.ToLowerInvariant()} không đứng lâu được", "The work means long standing, which the person cannot do"),
            "limit:no-dust" => ($"Chỗ làm nhiều bụi, {who.ToLowerInvariant()} không chịu được bụi", "The workplace is dusty, which the person cannot bear"),
            _ => ("Việc có điều kiện mà sức khoẻ chưa cho phép", "The work has a condition that health does not allow"),
        };
    }

    private static Sentence Say(ReasonWords w) =>
        TradeSentences.Say(w) ?? PlaceSentences.Say(w) ?? LastingSentences.Say(w) ?? new Sentence("Cần hỏi thêm", "To be asked", "Trung tâm sẽ hỏi thêm anh/chị.", "The centre will ask you more.");
}
