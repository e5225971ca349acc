namespace WorkBridge.Openings;

/// <summary>The sentences said about wording that cannot stand.</summary>
public static class WordingText
{
    public static Words DemandsRecord(IReadOnlyList<FoundPhrase> found) => new(
        $"Câu “{Quoted(found)}” không đăng được: nơi tuyển không được yêu cầu phiếu lý lịch tư pháp, trừ nghề có luật quy định.",
        $"“{Quoted(found)}” cannot be posted: employers may not ask for judicial records, save for jobs named by law.");

    public static Words TellsPast(IReadOnlyList<FoundPhrase> found) => new(
        $"Bỏ “{Quoted(found)}”: tin chỉ nói về công việc, không nói về chuyện trước đây của ai.",
        $"Take out “{Quoted(found)}”: an opening speaks of work, never of anybody's past.");

    public static Words NoteTellsPast(IReadOnlyList<FoundPhrase> found) => new(
        $"Bỏ “{Quoted(found)}”. Chỉ ghi điều cần cho việc làm.",
        $"Take out “{Quoted(found)}”. Write only what the job needs.");

    private static string Quoted(IReadOnlyList<FoundPhrase> found) => string.Join("”, “", found.Select(f => Matching.Vietnamese.Tidy(f.Text).Replace('\n', ' ')).Distinct(StringComparer.Ordinal).Take(3));
}
