using System.Text.RegularExpressions;

namespace WorkBridge.Matching.Tests;

public sealed partial class ReasonTextTests
{
    private static readonly Vocabulary Words = Vocabulary.Default;

    // Words that this product never says to or about anybody, and labels.
    [GeneratedRegex(@"\b(án|tù|phạm|tội|tiền sự|tiền án|hoàn lương|đối tượng|lầm lỗi|bị loại|không đạt|điểm)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NeverSaid();

    [Theory]
    [InlineData("trade-same", "may-cong-nghiep", "Đúng nghề may công nghiệp", "Same trade: industrial sewing machine operator")]
    [InlineData("trade-same", "van-hanh-cnc", "Đúng nghề đứng máy CNC", "Same trade: CNC operator")]
    [InlineData("km", "3.2", "Cách nhà 3,2 km", "3.2 km from home")]
    [InlineData("pay-fits", "7500000", "Lương đạt mức mong muốn 7,5 triệu", "Pay reaches the wish of 7.5 million đồng")]
    [InlineData("start-fits", "2027-02-05", "Đi làm được từ ngày 5/2/2027", "Can start on 5 Feb 2027")]
    [InlineData("shift-ask", "Night", "Chưa hỏi có làm được ca đêm không", "Not asked yet about nights")]
    [InlineData("experience-enough", "72", "Đã làm 6 năm, đủ kinh nghiệm", "Experience of 6 years, enough")]
    [InlineData("papers-missing", "health-check", "Còn thiếu: giấy khám sức khoẻ", "Still missing: health certificate")]
    [InlineData("wants-away", "", "Chị muốn làm xa nhà, có chỗ ở", "Wants work away from home; lodging offered")]
    public void Staff_read_the_fact(string code, string argument, string vi, string en) =>
        Assert.Equal((vi, en), ReasonText.ForStaff(new Reason(code, [argument]), Words, "chị"));

    [Fact]
    public void What_stands_behind_a_trade_is_told_with_how_long()
    {
        var reason = new Reason("skill-self-taught", ["may-do", "72"]);
        Assert.Equal("Tự học may đo 6 năm, chưa có giấy", ReasonText.ForStaff(reason, Words, "chị").Vi);
        Assert.Equal("Anh/chị tự học được may đo.", ReasonText.ForPerson(reason, Words).Vi);
    }

    [Theory]
    [InlineData("closed-work")]
    [InlineData("kind-not-wanted")]
    [InlineData("limit:no-heavy-lifting")]
    [InlineData("limit:no-heights")]
    [InlineData("limit:no-standing-long")]
    [InlineData("limit:no-dust")]
    [InlineData("limit:another")]
    public void An_exclusion_is_told_to_staff_without_a_label(string code)
    {
        var (vi, en) = ReasonText.ForExclusion(code, "anh");
        Assert.NotEqual(vi, en);
        Assert.DoesNotMatch(NeverSaid(), vi);
    }

    [Fact]
    public void An_unknown_reason_is_a_question_and_never_a_code()
    {
        var reason = new Reason("something-new", []);
        Assert.Equal("Cần hỏi thêm", ReasonText.ForStaff(reason, Words, "").Vi);
        Assert.DoesNotContain("something", ReasonText.ForPerson(reason, Words).En, StringComparison.Ordinal);
    }

    /// <summary>Said in both languages, to staff and to the person, in whole plain sentences.</summary>
    internal static void IsSaid(Reason reason)
    {
        var staff = ReasonText.ForStaff(reason, Words, "chị");
        var person = ReasonText.ForPerson(reason, Words);
        foreach (var text in new[] { staff.Vi, staff.En, person.Vi, person.En })
        {
            Assert.False(string.IsNullOrWhiteSpace(text));
            Assert.DoesNotContain("  ", text, StringComparison.Ordinal);
            Assert.DoesNotMatch(NeverSaid(), text);
            Assert.True(char.IsUpper(text[0]) || char.IsDigit(text[0]), text);
        }
        Assert.NotEqual("Cần hỏi thêm", staff.Vi); // every reason that is given has its own sentence
        Assert.True(person.Vi[^1] is '.' or '?', person.Vi);
        Assert.True(person.En[^1] is '.' or '?', person.En);
    }
}
