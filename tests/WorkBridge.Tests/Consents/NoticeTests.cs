using WorkBridge.Consents;

namespace WorkBridge.Tests.Consents;

public sealed class NoticeTests
{
    private static readonly string[] Forbidden = ["án", "tù", "phạm", "tội"];

    public static TheoryData<Purpose> Purposes => new(Enum.GetValues<Purpose>());

    [Theory]
    [MemberData(nameof(Purposes))]
    public void A_notice_names_who_receives_what_is_seen_what_is_not_why_until_when_and_that_refusing_costs_nothing(Purpose purpose)
    {
        var notice = Of(purpose);

        Assert.EndsWith("?", notice.Question.Vi, StringComparison.Ordinal);
        Assert.EndsWith("?", notice.Question.En, StringComparison.Ordinal);
        Assert.True(notice.Sees.Count >= 3 && notice.Hidden.Count >= 3);
        Assert.Contains("12/05/2027", notice.Why.Vi, StringComparison.Ordinal);
        Assert.Contains("12/05/2027", notice.Why.En, StringComparison.Ordinal);
        Assert.Contains("Không đồng ý, anh/chị vẫn được giúp", notice.Calm.Vi, StringComparison.Ordinal);
        Assert.Contains("nhạy cảm", notice.Sensitive.Vi, StringComparison.Ordinal);
        Assert.Contains(notice.Hidden, line => line.Words.Vi == "Chuyện trước đây");
    }

    [Theory]
    [MemberData(nameof(Purposes))]
    public void A_notice_never_holds_the_four_syllables(Purpose purpose)
    {
        var syllables = Of(purpose).All.SelectMany(w => w.Vi.ToLowerInvariant().Split([' ', ',', '.', '?', ':', '/', '“', '”'], StringSplitOptions.RemoveEmptyEntries));

        Assert.Empty(syllables.Intersect(Forbidden));
    }

    [Theory]
    [MemberData(nameof(Purposes))]
    public void A_notice_exists_in_both_languages(Purpose purpose) =>
        Assert.All(Of(purpose).All, words => Assert.True(words.Vi.Length > 0 && words.En.Length > 0 && words.Vi != words.En));

    [Fact]
    public void A_version_that_was_never_written_cannot_be_read() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Notices.For(Purpose.Matching, 99, new NoticeFacts(new DateOnly(2027, 5, 12))));

    private static Notice Of(Purpose purpose) =>
        Notices.For(purpose, new ConsentRules().NoticeVersion, new NoticeFacts(new DateOnly(2027, 5, 12), new Words("HTX May Kiến Phúc", "Kien Phuc"), new Words("may công nghiệp", "sewing")));
}
