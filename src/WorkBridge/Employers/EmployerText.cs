using WorkBridge.Matching;

namespace WorkBridge.Employers;

/// <summary>What the words of employers are on screen and in mails.</summary>
public static class EmployerText
{
    public static Words Of(EmployerKind kind) => kind switch
    {
        EmployerKind.Company => new("Công ty", "Company"),
        EmployerKind.Cooperative => new("Hợp tác xã", "Cooperative"),
        EmployerKind.HouseholdBusiness => new("Hộ kinh doanh", "Household business"),
        EmployerKind.TrainingProvider => new("Cơ sở dạy nghề", "Training provider"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static Words Of(EmployerSize size) => size switch
    {
        EmployerSize.Unknown => new("Chưa rõ", "Not known"),
        EmployerSize.Micro => new("Đến 10 người", "Up to 10 people"),
        EmployerSize.Small => new("11 đến 50 người", "11 to 50 people"),
        EmployerSize.Medium => new("51 đến 200 người", "51 to 200 people"),
        EmployerSize.Large => new("Trên 200 người", "More than 200 people"),
        _ => throw new ArgumentOutOfRangeException(nameof(size)),
    };

    public static Words Of(EmployerState state) => state switch
    {
        EmployerState.Registered => new("Chờ duyệt", "Waiting for approval"),
        EmployerState.Approved => new("Đã duyệt", "Approved"),
        EmployerState.Refused => new("Chưa duyệt được", "Not approved"),
        EmployerState.Suspended => new("Đang tạm ngừng", "Suspended"),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static Words Of(RefusalReason reason) => reason switch
    {
        RefusalReason.CannotBeVerified => new("Chưa xác minh được đơn vị", "The employer could not be verified"),
        RefusalReason.OutsideCommune => new("Đơn vị không đặt ở xã, phường này", "The employer is not seated in this commune"),
        RefusalReason.NotInBusiness => new("Đơn vị không còn hoạt động", "The employer is no longer in business"),
        RefusalReason.Registered => new("Đơn vị đã đăng ký bằng mã số khác", "The employer is registered under another code"),
        RefusalReason.BrokenPromise => new("Chưa giữ điều đã cam kết với người tìm việc", "A promise to job seekers was not kept"),
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };
}
