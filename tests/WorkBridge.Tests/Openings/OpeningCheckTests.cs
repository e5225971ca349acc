using System.Text;
using WorkBridge.Matching;
using WorkBridge.Openings;

namespace WorkBridge.Tests.Openings;

/// <summary>What an opening needs before anybody reads it, and what days alone do to it.</summary>
public sealed class OpeningCheckTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    private static readonly RecordBases Bases = RecordBases.Read(new MemoryStream(Encoding.UTF8.GetBytes(
        """[{"code":"guarding","vi":"Bảo vệ","en":"Guard","trades":["bao-ve"],"source":"Luật mẫu","from":"2026-01-01","checkedOn":"2026-01-01","confidence":"check"}]""")));

    private static readonly OpeningContent Complete = new()
    {
        Kind = OpeningKind.Job,
        Title = "Thợ may công nghiệp",
        Places = 3,
        PayMin = 7_000_000,
        PayMax = 9_000_000,
        PlaceText = "Cụm công nghiệp Kiến An",
        CommuneCode = "11443",
        ClosesOn = Today.AddDays(30),
    };

    public static TheoryData<string, Func<OpeningContent, OpeningContent>> Faults => new()
    {
        { "Kind.Title", c => c with { Title = " " } },
        { "Kind.Title", c => c with { Title = new string('x', Opening.TitleLength + 1) } },
        { "Work.Places", c => c with { Places = 0 } },
        { "Work.Places", c => c with { Places = 501 } },
        { "Work.PayMin", c => c with { PayMin = null, PayMax = null } },
        { "Work.PayMin", c => c with { PayMin = 7_000_000_000, PayMax = null } },
        { "Work.PayMin", c => c with { PayMin = -1, PayMax = null } },
        { "Work.PayMax", c => c with { PayMax = 6_000_000 } },
        { "Work.ExperienceMonths", c => c with { ExperienceMonths = -1 } },
        { "Place.PlaceText", c => c with { PlaceText = "" } },
        { "Place.CommuneCode", c => c with { CommuneCode = null } },
        { "Place.ClosesOn", c => c with { ClosesOn = null } },
        { "Place.ClosesOn", c => c with { ClosesOn = Today.AddDays(-1) } },
        { "Place.ClosesOn", c => c with { ClosesOn = Today.AddYears(2) } },
        { "Place.StartsOn", c => c with { StartsOn = new(2062, 1, 1) } },
        { "Teaching.Teaches", c => c with { Kind = OpeningKind.Training } },
        { "Work.Requirements", c => c with { Requirements = "Lý lịch trong sạch" } },
        { "Work.Description", c => c with { Description = "khong tien an tien su" } },
        { "Place.HoursText", c => c with { HoursText = "Ca ngày, nộp phiếu lý lịch tư pháp" } },
        { "Work.Description", c => c with { Description = "Ưu tiên người mãn hạn tù" } },
    };

    [Fact]
    public void A_complete_opening_has_no_fault() => Assert.Empty(OpeningCheck.Faults(Complete, Today, Bases));

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_told_beside_its_field(string where, Func<OpeningContent, OpeningContent> spoil)
    {
        var faults = OpeningCheck.Faults(spoil(Complete), Today, Bases);

        Assert.Equal(where, string.Join(' ', faults.Select(f => $"{f.Part}.{f.Field}")));
        Assert.All(faults, f => Assert.NotEqual("", f.Words.Vi));
        Assert.All(faults, f => Assert.NotEqual("", f.Words.En));
    }

    [Fact]
    public void A_training_place_needs_no_pay() =>
        Assert.Empty(OpeningCheck.Faults(Complete with { Kind = OpeningKind.Training, PayMin = null, PayMax = null, Teaches = ["may-cong-nghiep"] }, Today, Bases));

    [Theory]
    [InlineData("guarding", "bao-ve", true)]
    [InlineData("guarding", "may-cong-nghiep", false)]
    [InlineData(null, "bao-ve", false)]
    public void A_record_may_be_asked_for_under_its_law_alone(string? basis, string trade, bool may)
    {
        var faults = OpeningCheck.Faults(Complete with { Requirements = "Không có tiền án", RecordBasis = basis, TradeCode = trade }, Today, Bases);

        Assert.Equal(may, faults.Count == 0);
    }

    [Fact]
    public void The_sentence_about_wording_quotes_what_was_typed()
    {
        var fault = Assert.Single(OpeningCheck.Faults(Complete with { Requirements = "Biết may. Lý lịch trong sạch." }, Today, Bases));

        Assert.Equal("Câu “Lý lịch trong sạch” không đăng được: nơi tuyển không được yêu cầu phiếu lý lịch tư pháp, trừ nghề có luật quy định.", fault.Words.Vi);
        Assert.Equal(10, fault.Phrases[0].Start);
    }

    [Theory]
    [InlineData(OpeningState.Live, 0, 10, SweepStep.None)]
    [InlineData(OpeningState.Live, 59, 10, SweepStep.None)]
    [InlineData(OpeningState.Live, 60, 10, SweepStep.Warn)]
    [InlineData(OpeningState.Live, 89, 10, SweepStep.Warn)]
    [InlineData(OpeningState.Live, 90, 10, SweepStep.Pause)]
    [InlineData(OpeningState.Live, 400, 10, SweepStep.Pause)]
    [InlineData(OpeningState.Live, 0, 0, SweepStep.None)]
    [InlineData(OpeningState.Live, 0, -1, SweepStep.Expire)]
    [InlineData(OpeningState.Live, 95, -1, SweepStep.Expire)]
    [InlineData(OpeningState.Live, 0, null, SweepStep.None)]
    [InlineData(OpeningState.Paused, 95, 10, SweepStep.None)]
    [InlineData(OpeningState.Paused, 0, -1, SweepStep.Expire)]
    [InlineData(OpeningState.Draft, 95, -1, SweepStep.None)]
    [InlineData(OpeningState.Submitted, 95, -1, SweepStep.None)]
    [InlineData(OpeningState.Filled, 95, -1, SweepStep.None)]
    [InlineData(OpeningState.Closed, 95, -1, SweepStep.None)]
    public void Days_alone_warn_pause_and_expire(OpeningState state, int silentDays, int? closesIn, SweepStep due) =>
        Assert.Equal(due, OpeningSweep.Due(state, Today.AddDays(-silentDays), closesIn is { } days ? Today.AddDays(days) : null, Today));
}
