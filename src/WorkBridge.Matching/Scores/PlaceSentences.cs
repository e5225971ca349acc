namespace WorkBridge.Matching;

/// <summary>Sentences about place, hours, pay and papers.</summary>
internal static class PlaceSentences
{
    public static Sentence? Say(ReasonWords w) => w.Code switch
    {
        "km" => new($"Cách nhà {w.KmVi(0)} km", $"{w.KmEn(0)} km from home", $"Chỗ làm cách nhà khoảng {w.KmVi(0)} km.", $"About {w.KmEn(0)} km from your home."),
        "same-commune" => new("Cùng xã/phường", "Same commune", "Chỗ làm ở ngay xã, phường mình.", "It is in your own commune."),
        "same-province" => new("Cùng tỉnh, khác xã", "Same province, another commune", "Chỗ làm ở xã khác trong tỉnh.", "It is in another commune of the province."),
        "other-commune" => new("Khác xã, chưa rõ xa gần", "Another commune, distance not known", "Chỗ làm ở xã khác.", "It is in another commune."),
        "elsewhere" => new("Khác tỉnh", "Another province", "Chỗ làm ở tỉnh khác.", "It is in another province."),
        "place-not-stated" => new("Tin chưa ghi nơi làm, cần hỏi nơi tuyển", "The opening does not say where: ask the employer", "Trung tâm sẽ hỏi rõ chỗ làm ở đâu.", "The centre will ask where the work is."),
        "place-ask" => new("Chưa hỏi nơi ở", "Not asked yet where the person lives", "Anh/chị đang ở đâu?", "Where do you live?"),
        "lodging" => new("Có chỗ ở", "Lodging offered", "Nơi tuyển có chỗ ở.", "Lodging is offered."),
        "lodging-ask" => new("Chưa hỏi có cần chỗ ở không", "Not asked yet whether lodging is needed", "Anh/chị có cần chỗ ở không?", "Do you need lodging?"),
        "lodging-needed" => new("Cần chỗ ở mà nơi tuyển chưa có", "Needs lodging, none offered", "Nơi tuyển này chưa có chỗ ở.", "No lodging is offered here."),
        "wants-away" => new($"{w.Who} muốn làm xa nhà, có chỗ ở", "Wants work away from home; lodging offered", "Anh/chị muốn làm xa nhà, ở đây có chỗ ở.", "You want work away from home, and there is lodging."),
        "wants-away-near" => new($"{w.Who} muốn làm xa nhà, chỗ này gần", "Wants work away from home; this is near", "Anh/chị đã nói muốn làm xa nhà; chỗ này ở gần.", "You said you want work away from home; this is near."),
        "wants-away-lodging-ask" => new($"{w.Who} muốn làm xa nhà, cần hỏi chỗ ở", "Wants work away from home: ask about lodging", "Chỗ làm xa nhà như anh/chị muốn; trung tâm sẽ hỏi chỗ ở.", "It is away from home as you wish; the centre will ask about lodging."),
        "too-far" => new($"Xa hơn mức {w.KmVi(0)} km đã nói", $"Farther than the {w.KmEn(0)} km asked for", "Chỗ này xa hơn mức anh/chị đã nói.", "It is farther than you said."),
        "transport-ask" => new($"{w.KmVi(0)} km, chưa hỏi đi bằng gì", $"{w.KmEn(0)} km; not asked yet how to get there", "Anh/chị đi làm bằng gì?", "How would you get to work?"),
        "transport-short" => new($"{w.KmVi(1)} km, {w.TransportVi}", $"{w.KmEn(1)} km, {w.TransportEn}", $"Chỗ này hơi xa nếu {w.TransportVi}.", $"It is rather far {w.TransportEn}."),
        "shift-fits" => new($"Giờ làm khớp: {w.ShiftsVi}", $"Hours fit: {w.ShiftsEn}", $"Giờ làm hợp với anh/chị: {w.ShiftsVi}.", $"The hours suit you: {w.ShiftsEn}."),
        "shift-some" => new($"Chưa làm được {w.ShiftsVi}", $"Not available: {w.ShiftsEn}", $"Việc này có cả {w.ShiftsVi}.", $"This work includes {w.ShiftsEn}."),
        "shift-none" => new($"Việc chỉ có {w.ShiftsVi}", $"Only {w.ShiftsEn}", $"Việc này làm {w.ShiftsVi}.", $"The hours are {w.ShiftsEn}."),
        "shift-ask" => new($"Chưa hỏi có làm được {w.ShiftsVi} không", $"Not asked yet about {w.ShiftsEn}", $"Anh/chị có làm được {w.ShiftsVi} không?", $"Can you work {w.ShiftsEn}?"),
        "shift-not-stated" => new("Tin chưa ghi giờ làm", "The opening does not state hours", "Trung tâm sẽ hỏi rõ giờ làm.", "The centre will ask about the hours."),
        "pay-fits" => new($"Lương đạt mức mong muốn {w.MoneyVi(0)}", $"Pay reaches the wish of {w.MoneyEn(0)}", "Lương đạt mức anh/chị mong.", "The pay reaches what you hope for."),
        "pay-within" => new($"Mong {w.MoneyVi(0)}, lương đến {w.MoneyVi(1)}", $"Wishes {w.MoneyEn(0)}; pay up to {w.MoneyEn(1)}", $"Lương đến {w.MoneyVi(1)} một tháng.", $"The pay is up to {w.MoneyEn(1)} a month."),
        "pay-below" => new($"Mong {w.MoneyVi(0)}, lương cao nhất {w.MoneyVi(1)}", $"Wishes {w.MoneyEn(0)}; pay at most {w.MoneyEn(1)}", $"Lương cao nhất {w.MoneyVi(1)} một tháng, dưới mức anh/chị mong.", $"The pay is at most {w.MoneyEn(1)} a month, less than you hope for."),
        "pay-ask" => new($"Chưa hỏi mức lương mong muốn, việc này từ {w.MoneyVi(0)}", $"Wished pay not asked yet; this starts at {w.MoneyEn(0)}", $"Lương từ {w.MoneyVi(0)} một tháng, anh/chị thấy được không?", $"The pay starts at {w.MoneyEn(0)} a month: would that do?"),
        "pay-not-stated" => new("Tin chưa ghi lương", "The opening does not state pay", "Trung tâm sẽ hỏi rõ lương.", "The centre will ask about the pay."),
        "start-fits" => new($"Đi làm được từ ngày {w.DayVi(0)}", $"Can start on {w.DayEn(0)}", "Ngày bắt đầu hợp với anh/chị.", "The first day suits you."),
        "start-late" => new($"Rảnh từ {w.DayVi(0)}, việc bắt đầu {w.DayVi(1)}", $"Free from {w.DayEn(0)}; the work starts {w.DayEn(1)}", $"Việc bắt đầu ngày {w.DayVi(1)}, trước ngày anh/chị rảnh.", $"The work starts on {w.DayEn(1)}, before you are free."),
        "start-ask" => new($"Chưa hỏi có đi làm được từ {w.DayVi(0)} không", $"Not asked yet about starting {w.DayEn(0)}", $"Anh/chị đi làm được từ ngày {w.DayVi(0)} không?", $"Can you start on {w.DayEn(0)}?"),
        "licence-held" => new($"Có giấy phép lái xe {w.Plain}", $"Has driving licence {w.Plain}", $"Anh/chị có giấy phép lái xe cần cho việc này: {w.Plain}.", $"You have the driving licence needed: {w.Plain}."),
        "licence-ask" => new($"Chưa hỏi giấy phép lái xe {w.Plain}", $"Driving licence {w.Plain} not asked yet", $"Anh/chị có giấy phép lái xe {w.Plain} không?", $"Do you have driving licence {w.Plain}?"),
        "licence-missing" => new($"Chưa có giấy phép lái xe {w.Plain}", $"No driving licence {w.Plain}", $"Việc này cần giấy phép lái xe {w.Plain}.", $"This work needs driving licence {w.Plain}."),
        "papers-ready" => new("Đủ giấy tờ", "Papers complete", "Anh/chị đã đủ giấy tờ.", "Your papers are complete."),
        "papers-missing" => new($"Còn thiếu: {w.PapersVi}", $"Still missing: {w.PapersEn}", $"Cần thêm: {w.PapersVi}. Trung tâm giúp anh/chị làm.", $"Still needed: {w.PapersEn}. The centre will help."),
        "papers-ask" => new($"Chưa hỏi giấy tờ: {w.PapersVi}", $"Papers not asked yet: {w.PapersEn}", $"Anh/chị có {w.PapersVi} chưa?", $"Do you have: {w.PapersEn}?"),
        "papers-none-needed" => new("Không đòi giấy tờ gì thêm", "No papers asked for", "Việc này không đòi thêm giấy tờ.", "No further papers are needed."),
        _ => null,
    };
}
