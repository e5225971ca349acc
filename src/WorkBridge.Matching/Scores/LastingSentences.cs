namespace WorkBridge.Matching;

/// <summary>Sentences about work that lasted. To the person the second is a promise of the centre and never a warning.</summary>
internal static class LastingSentences
{
    public static Sentence? Say(ReasonWords w) => w.Code switch
    {
        "lasting-more" => new(
            $"Việc như thế này{KindVi(w)} thường bền hơn mức chung, theo ít nhất {Known(w)} lần nhận việc đã biết kết quả",
            $"Work like this{KindEn(w)} lasted more often than most, by at least {Known(w)} placements whose outcome is known",
            "Nhiều người làm việc như thế này đã gắn bó lâu dài.",
            "Many people in work like this have stayed."),
        "lasting-less" => new(
            $"Việc như thế này{KindVi(w)} thường kém bền hơn mức chung, theo ít nhất {Known(w)} lần nhận việc đã biết kết quả: nên hỏi thăm sớm",
            $"Work like this{KindEn(w)} lasted less often than most, by at least {Known(w)} placements whose outcome is known: check in early",
            "Nhận việc này, anh/chị được trung tâm hỏi thăm sớm.",
            "In this work the centre will check in with you early."),
        _ => null,
    };

    private static string Known(ReasonWords w) => w.Arguments.Count > 4 ? w.Arguments[4] : "0";

    private static string KindVi(ReasonWords w) => Brackets(w.Arguments.Select(a => a switch
    {
        "Trade" => "nghề này",
        "NearTrades" => "nhóm nghề này",
        nameof(DistanceBand.Near) => "gần nhà",
        nameof(DistanceBand.Around) => "khác xã trong tỉnh",
        nameof(DistanceBand.Far) => "xa nhà",
        nameof(HoursBand.Day) => "ca ngày",
        nameof(HoursBand.Evening) => "ca tối",
        nameof(HoursBand.Night) => "ca đêm",
        nameof(HoursBand.Weekend) => "cuối tuần",
        nameof(EmployerSize.Micro) => "nơi tuyển đến 10 người",
        nameof(EmployerSize.Small) => "nơi tuyển đến 50 người",
        nameof(EmployerSize.Medium) => "nơi tuyển đến 200 người",
        nameof(EmployerSize.Large) => "nơi tuyển trên 200 người",
        _ => "",
    }));

    private static string KindEn(ReasonWords w) => Brackets(w.Arguments.Select(a => a switch
    {
        "Trade" => "this trade",
        "NearTrades" => "this group of trades",
        nameof(DistanceBand.Near) => "near home",
        nameof(DistanceBand.Around) => "around, not near",
        nameof(DistanceBand.Far) => "far from home",
        nameof(HoursBand.Day) => "days",
        nameof(HoursBand.Evening) => "evenings",
        nameof(HoursBand.Night) => "nights",
        nameof(HoursBand.Weekend) => "weekends",
        nameof(EmployerSize.Micro) => "an employer of up to 10",
        nameof(EmployerSize.Small) => "an employer of up to 50",
        nameof(EmployerSize.Medium) => "an employer of up to 200",
        nameof(EmployerSize.Large) => "an employer of over 200",
        _ => "",
    }));

    private static string Brackets(IEnumerable<string> words)
    {
        var said = string.Join(", ", words.Where(w => w.Length > 0));
        return said.Length == 0 ? "" : $" ({said})";
    }
}
