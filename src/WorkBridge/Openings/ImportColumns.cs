using WorkBridge.Files;

namespace WorkBridge.Openings;

/// <summary>The columns a file of openings may have, by the headings employers write over them.</summary>
public static class ImportColumns
{
    public const string Code = "Code";
    public const string Unit = "Unit";
    public const string TaxCode = "TaxCode";
    public const string Kind = "Kind";
    public const string Title = "Title";
    public const string Description = "Description";
    public const string Requirements = "Requirements";
    public const string Place = "Place";
    public const string Pay = "Pay";
    public const string PayFrom = "PayFrom";
    public const string PayTo = "PayTo";
    public const string Experience = "Experience";
    public const string Hours = "Hours";
    public const string Places = "Places";
    public const string ClosesOn = "ClosesOn";

    public static readonly IReadOnlyList<ColumnField> All =
    [
        new(Title, new("Vị trí", "Job title"), true, "Vị trí", "Vị trí tuyển dụng", "Vị trí tuyển", "Tên công việc", "Tên việc", "Chức danh", "Công việc", "Tiêu đề", "Job title", "Title", "Position", "Job"),
        new(Code, new("Mã tin", "Code"), false, "Mã tin", "Mã tin tuyển dụng", "Mã việc", "Mã", "Mã số", "Code", "Job code", "Job ID", "Reference", "Ref", "ID"),
        new(Unit, new("Đơn vị", "Unit"), false, "Đơn vị", "Đơn vị tuyển dụng", "Nơi tuyển", "Nhà tuyển dụng", "Công ty", "Doanh nghiệp", "Tên đơn vị", "Tên công ty", "Tên doanh nghiệp", "Cơ sở", "Employer", "Company", "Organisation", "Organization", "Unit"),
        new(TaxCode, new("Mã số thuế", "Tax code"), false, "Mã số thuế", "MST", "Mã số doanh nghiệp", "Tax code", "Tax ID"),
        new(Kind, new("Loại", "Kind"), false, "Loại", "Loại việc", "Loại tin", "Hình thức", "Loại hình", "Hình thức làm việc", "Kind", "Type", "Employment type"),
        new(Description, new("Mô tả công việc", "Description"), false, "Mô tả công việc", "Mô tả", "Nội dung công việc", "Công việc cụ thể", "Description", "Job description"),
        new(Requirements, new("Yêu cầu", "Requirements"), false, "Yêu cầu", "Yêu cầu công việc", "Yêu cầu ứng viên", "Tiêu chuẩn", "Requirements", "Qualifications"),
        new(Place, new("Nơi làm việc", "Place of work"), false, "Nơi làm việc", "Địa điểm làm việc", "Địa điểm", "Nơi làm", "Địa chỉ làm việc", "Place", "Place of work", "Location", "Workplace"),
        new(Pay, new("Mức lương", "Pay"), false, "Mức lương", "Lương", "Thu nhập", "Lương tháng", "Pay", "Salary", "Wage"),
        new(PayFrom, new("Lương từ", "Pay from"), false, "Lương từ", "Lương tối thiểu", "Lương thấp nhất", "Mức lương từ", "Thu nhập từ", "Pay from", "Salary from", "Minimum salary"),
        new(PayTo, new("Lương đến", "Pay to"), false, "Lương đến", "Lương tối đa", "Lương cao nhất", "Mức lương đến", "Thu nhập đến", "Pay to", "Salary to", "Maximum salary"),
        new(Experience, new("Kinh nghiệm", "Experience"), false, "Kinh nghiệm", "Số năm kinh nghiệm", "Yêu cầu kinh nghiệm", "Experience"),
        new(Hours, new("Giờ làm", "Hours"), false, "Giờ làm", "Giờ làm việc", "Thời gian làm việc", "Ca làm việc", "Ca làm", "Hours", "Working hours", "Shift"),
        new(Places, new("Số lượng", "Number of places"), false, "Số lượng", "Số lượng tuyển", "Số người", "Số chỗ", "Chỉ tiêu", "SL", "Places", "Vacancies", "Openings", "Quantity"),
        new(ClosesOn, new("Hạn nhận hồ sơ", "Closing date"), false, "Hạn nhận hồ sơ", "Hạn nộp hồ sơ", "Hạn nộp", "Hạn cuối", "Hạn", "Ngày hết hạn", "Closing date", "Deadline", "Apply by"),
    ];

    public static Words Label(string key) => All.First(field => field.Key == key).Label;
}
