namespace WorkBridge.Matching;

/// <summary>Sentences about trade and skill.</summary>
internal static class TradeSentences
{
    public static Sentence? Say(ReasonWords w) => w.Code switch
    {
        "trade-same" => new($"Đúng nghề {w.TradeVi(0)}", $"Same trade: {w.TradeEn(0)}", $"Đúng nghề của anh/chị: {w.TradeVi(0)}.", $"It is your trade: {w.TradeEn(0)}."),
        "trade-near" => new($"Làm {w.TradeVi(0)}, gần với {w.TradeVi(1)}", $"Does {w.TradeEn(0)}, close to {w.TradeEn(1)}", $"Nghề {w.TradeVi(0)} của anh/chị gần với việc này.", $"Your trade, {w.TradeEn(0)}, is close to this work."),
        "trade-open" => new("Việc không cần nghề sẵn", "No trade needed beforehand", "Việc này ai cũng bắt đầu được.", "Anyone can start this work."),
        "trade-unused" => new($"Việc ai cũng làm được, chưa dùng tới nghề {w.TradeVi(0)}", $"Work that anybody can do; leaves a trade unused: {w.TradeEn(0)}", $"Việc này ai cũng làm được, chưa dùng tới nghề {w.TradeVi(0)} của anh/chị.", $"Anyone can do this work; it does not use your trade: {w.TradeEn(0)}."),
        "trade-taught-here" => new($"Nơi tuyển dạy nghề {w.TradeVi(0)} tại chỗ", $"The employer teaches the trade: {w.TradeEn(0)}", "Nơi tuyển dạy nghề tại chỗ.", "The employer teaches the trade on the job."),
        "trade-other" => new($"Chưa làm {w.TradeVi(0)}", $"Has not worked in this trade: {w.TradeEn(0)}", "Việc này khác nghề anh/chị đã làm.", "This work is different from what you have done."),
        "trade-ask" => new($"Chưa hỏi về nghề {w.TradeVi(0)}", $"Not asked yet about this trade: {w.TradeEn(0)}", $"Anh/chị đã làm {w.TradeVi(0)} chưa?", $"Have you worked in this trade: {w.TradeEn(0)}?"),
        "opening-trade-unknown" => new("Tin chưa ghi rõ nghề, cần hỏi nơi tuyển", "The opening does not name its trade: ask the employer", "Trung tâm sẽ hỏi rõ nơi tuyển về công việc.", "The centre will ask the employer what the work is."),
        "trade-wanted" => new($"{w.Who} muốn làm nghề này", "The trade the person wants", "Đây là nghề anh/chị muốn làm.", "This is the trade you want."),
        "trade-wanted-near" => new($"Gần với nghề muốn làm: {w.TradeVi(0)}", $"Close to the wanted trade: {w.TradeEn(0)}", $"Gần với nghề anh/chị muốn làm: {w.TradeVi(0)}.", $"It is close to the trade you want: {w.TradeEn(0)}."),
        "wants-other" => new($"{w.Who} muốn làm {w.TradeVi(0)}", $"Wants another trade: {w.TradeEn(0)}", $"Anh/chị đã nói muốn làm {w.TradeVi(0)}.", $"You said you want another trade: {w.TradeEn(0)}."),
        "training-wanted" => new($"Lớp dạy nghề {w.Who.ToLowerInvariant()} muốn: {w.TradeVi(0)}", $"Teaches the wanted trade: {w.TradeEn(0)}", $"Lớp này dạy nghề anh/chị muốn học: {w.TradeVi(0)}.", $"This course teaches the trade you want: {w.TradeEn(0)}."),
        "training-near-wanted" => new($"Lớp dạy {w.TradeVi(0)}, gần với {w.TradeVi(1)}", $"Teaches {w.TradeEn(0)}, close to {w.TradeEn(1)}", $"Lớp này dạy {w.TradeVi(0)}, gần với nghề anh/chị muốn.", $"This course teaches {w.TradeEn(0)}, close to what you want."),
        "training-wish-ask" => new($"Chưa hỏi có muốn học {w.TradeVi(0)} không", $"Not asked yet about learning {w.TradeEn(0)}", $"Anh/chị có muốn học {w.TradeVi(0)} không?", $"Would you like to learn {w.TradeEn(0)}?"),
        "training-held" => new($"Đã vững nghề {w.TradeVi(0)}, lớp này dạy từ đầu", $"Already knows the trade; the course starts from the beginning: {w.TradeEn(0)}", $"Anh/chị đã biết {w.TradeVi(0)}; lớp này dạy từ đầu.", $"You already know this trade; the course starts from the beginning: {w.TradeEn(0)}."),
        "training-paper" => new($"Biết {w.TradeVi(0)} mà chưa có giấy, lớp này cấp giấy", $"Knows the trade without a paper, which the course gives: {w.TradeEn(0)}", "Học lớp này anh/chị sẽ có giấy cho nghề đã biết.", "This course gives you a paper for the trade you know."),
        "training-open" => new("Lớp nhận người mới bắt đầu", "Open to beginners", "Lớp nhận người mới bắt đầu.", "The course is open to beginners."),
        "training-new-skills" => new($"Học thêm: {w.SkillsVi}", $"New to learn: {w.SkillsEn}", $"Anh/chị sẽ học thêm: {w.SkillsVi}.", $"You will learn: {w.SkillsEn}."),
        "training-nothing-new" => new("Lớp không dạy thêm gì mới", "Nothing new in this course", "Những gì lớp dạy, anh/chị đã biết.", "You already know what this course teaches."),
        "skill-certificate" => new($"Có giấy nghề {w.TradeVi(0)}{For(w, vi: true)}", $"Has a certificate: {w.TradeEn(0)}{For(w, vi: false)}", "Giấy nghề của anh/chị dùng được ở đây.", "Your certificate is of use here."),
        "skill-taught" => new($"Được dạy {w.TradeVi(0)}{For(w, vi: true)}, chưa có giấy", $"Was taught {w.TradeEn(0)}{For(w, vi: false)}, no paper yet", $"Anh/chị đã được học {w.TradeVi(0)}.", $"You were taught this trade: {w.TradeEn(0)}."),
        "skill-self-taught" => new($"Tự học {w.TradeVi(0)}{For(w, vi: true)}, chưa có giấy", $"Learnt {w.TradeEn(0)} by doing{For(w, vi: false)}, no paper yet", $"Anh/chị tự học được {w.TradeVi(0)}.", $"You learnt this trade by doing: {w.TradeEn(0)}."),
        "skill-evidence-ask" => new($"Làm được {w.TradeVi(0)}{For(w, vi: true)}, chưa rõ học ở đâu", $"Can do {w.TradeEn(0)}{For(w, vi: false)}; not known where it was learnt", $"Anh/chị học {w.TradeVi(0)} ở đâu, có giấy không?", $"Where did you learn this, and is there a paper: {w.TradeEn(0)}?"),
        "skill-evidence-unknown" => new("Chưa hỏi về tay nghề", "Not asked yet about skill", "Anh/chị kể thêm về tay nghề của mình nhé.", "Please tell us more about your skills."),
        "skill-taught-here" => new("Chưa làm nghề này, nơi tuyển dạy tại chỗ", "New to the trade; taught on the job", "Chưa biết cũng được, nơi tuyển dạy tại chỗ.", "No need to know it yet: it is taught on the job."),
        "skill-no-practice" => new("Chưa có tay nghề này", "No practice in this trade", "Việc này cần tay nghề anh/chị chưa làm.", "This work needs practice that you do not have yet."),
        "skill-none-needed" => new("Không đòi tay nghề", "No skill asked for", "Việc này không đòi tay nghề.", "No special skill is asked for."),
        "skill-held" => new($"Biết: {w.SkillsVi}", $"Knows: {w.SkillsEn}", $"Anh/chị đã biết: {w.SkillsVi}.", $"You already know: {w.SkillsEn}."),
        "skill-missing" => new($"Chưa biết: {w.SkillsVi}", $"Missing: {w.SkillsEn}", $"Việc này cần thêm: {w.SkillsVi}. Có thể học được.", $"This work also needs: {w.SkillsEn}. It can be learnt."),
        "skill-course" => new($"Học ở lớp {w.TradeVi(0)}, {w.LearningVi(1)}", $"Taught in a course: {w.TradeEn(0)}, {w.LearningEn(1)}", $"Có thể học ở lớp {w.TradeVi(0)}, {w.LearningVi(1)}.", $"It can be learnt in a course: {w.TradeEn(0)}, {w.LearningEn(1)}."),
        "skill-missing-taught" => new($"Chưa biết, nơi tuyển dạy: {w.SkillsVi}", $"Missing, taught on the job: {w.SkillsEn}", $"Nơi tuyển sẽ dạy: {w.SkillsVi}.", $"The employer will teach: {w.SkillsEn}."),
        "skill-ask" => new($"Chưa hỏi: {w.SkillsVi}", $"Not asked yet: {w.SkillsEn}", $"Anh/chị có biết {w.SkillsVi} không?", $"Do you know {w.SkillsEn}?"),
        "experience-enough" => new($"Đã làm {w.SpanVi(0)}, đủ kinh nghiệm", $"Experience of {w.SpanEn(0)}, enough", "Kinh nghiệm của anh/chị đủ cho việc này.", "Your experience is enough for this work."),
        "experience-short" => new($"Kinh nghiệm {w.SpanVi(0)}, nơi tuyển cần {w.SpanVi(1)}", $"Experience: {w.SpanEn(0)}; the employer asks for {w.SpanEn(1)}", $"Nơi tuyển mong có kinh nghiệm {w.SpanVi(1)}.", $"The employer hopes for experience of {w.SpanEn(1)}."),
        "experience-ask" => new($"Chưa hỏi đã làm bao lâu, nơi tuyển cần {w.SpanVi(0)}", $"Not asked how long; the employer asks for {w.SpanEn(0)}", "Anh/chị đã làm nghề này bao lâu?", "How long have you done this work?"),
        _ => null,
    };

    private static string For(ReasonWords w, bool vi) => !w.Has(1) ? "" : vi ? $" {w.SpanVi(1)}" : $", {w.SpanEn(1)}";
}
