using WorkBridge.Files;
using WorkBridge.Matching;

namespace WorkBridge.Returnees;

/// <summary>Trades and skills out of the words of a survey. Ask is what has to be asked, for the note: which of several trades a paper is for is nobody's guess.</summary>
public sealed record SurveySkills(ProfileContent Profile, bool EvidenceUnderstood, string? Ask, IReadOnlyList<Words> Remarks)
{
    public static SurveySkills Read(string trades, string learnt, string currentWork)
    {
        var understood = SurveyText.TryEvidence(learnt, out var evidence, out var paper);
        var remarks = new List<Words>();
        var held = new List<HeldTrade>();
        var skills = new List<HeldSkill>();
        var parts = trades.Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        // Which of several trades a paper is for is not known; what was learnt without paper is true of each.
        var of = evidence == Evidence.Certificate && parts.Length > 1 ? Evidence.None : evidence;
        foreach (var part in parts)
        {
            var found = Vocabulary.Default.FindIn(part);
            if (found.Count == 0)
                remarks.Add(new($"Chưa nhận ra nghề “{RowError.Quote(part)}”.", $"The trade “{RowError.Quote(part)}” was not recognised."));
            held.AddRange(found.Where(m => m.IsTrade).Select(m => new HeldTrade(m.Code, of, null)));
            skills.AddRange(found.Where(m => !m.IsTrade).Select(m => new HeldSkill(m.Code, of)));
        }

        // Work somebody does now is a trade that somebody can do, with nothing behind it yet.
        held.AddRange(Vocabulary.Default.FindIn(currentWork).Where(m => m.IsTrade).Select(m => new HeldTrade(m.Code, Evidence.None, null)));
        var ask = evidence == Evidence.Certificate && parts.Length > 1 ? $"Có giấy: {paper}. Cần hỏi: của nghề nào." : null;
        if (ask is not null)
            remarks.Add(new("Có giấy nhưng biết nhiều nghề: cần hỏi giấy của nghề nào.", "There is a paper but several trades: ask which it is for."));
        var profile = new ProfileContent
        {
            Trades = [.. held.GroupBy(t => t.Code, StringComparer.Ordinal).Select(g => g.OrderByDescending(t => t.Evidence).First())],
            Skills = [.. skills.DistinctBy(s => s.Code, StringComparer.Ordinal)],
        };
        return new SurveySkills(profile, understood, ask, remarks);
    }
}
