using WorkBridge.Files;

namespace WorkBridge.Openings;

/// <summary>What a row's unit or wording is refused with.</summary>
internal static class ImportWords
{
    public static Words? OfUnit(UnitFinding finding, string typed) => finding switch
    {
        UnitFinding.Missing => new("Ghi tên đơn vị hoặc mã số thuế.", "Give the unit's name or tax code."),
        UnitFinding.NotRegistered => new($"“{RowError.Quote(typed)}” chưa đăng ký. Đăng ký đơn vị, hoặc chọn đơn vị tương ứng ở phần đơn vị chưa nhận ra.", $"“{RowError.Quote(typed)}” is not registered. Register it, or choose the matching employer under units not recognised."),
        UnitFinding.NotApproved => new($"“{RowError.Quote(typed)}” chưa được duyệt. Duyệt đơn vị trước.", $"“{RowError.Quote(typed)}” is not approved yet. It has to be approved first."),
        UnitFinding.SeveralOfThisName => new($"Có nhiều đơn vị tên “{RowError.Quote(typed)}”. Ghi thêm mã số thuế.", $"There are several units named “{RowError.Quote(typed)}”. Add the tax code."),
        UnitFinding.NotYours => new($"“{RowError.Quote(typed)}” không phải quý đơn vị. Quý đơn vị chỉ nhập tin của mình.", $"“{RowError.Quote(typed)}” is not your unit. You can import your own rows only."),
        _ => null,
    };

    /// <summary>The phrase that demands a record or names people by their past, quoted.</summary>
    public static Words? OfWording(string text)
    {
        if (Wording.DemandsOfRecord(text) is [var demand, ..])
        {
            return new(
                $"Câu “{demand.Text}” không đăng được: nơi tuyển không được yêu cầu phiếu lý lịch tư pháp, trừ nghề có luật quy định.",
                $"“{demand.Text}” cannot be posted: employers may not ask for judicial records, save for jobs named by law.");
        }

        return Wording.AdvertisesThePast(text) is [var past, ..]
            ? new($"Bỏ “{past.Text}”: tin tuyển không nói về chuyện trước đây của ai.", $"Take out “{past.Text}”: an advertisement does not speak of anybody's past.")
            : null;
    }
}
