using WorkBridge.Files;

namespace WorkBridge.Openings;

/// <summary>What a row's unit is refused with.</summary>
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
}
