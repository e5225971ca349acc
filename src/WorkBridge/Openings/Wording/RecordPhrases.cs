namespace WorkBridge.Openings;

/// <summary>The ways in which advertisements ask for a clean record, collected from real ones.</summary>
internal static class RecordPhrases
{
    private const string No = "không|chưa|chẳng|đừng|ko|kg|k|hok|hông|không_được|chưa_từng";

    /// <summary>Words that may stand between "không" and what must not be there.</summary>
    private const string Between =
        "có|từng|đã|bao|giờ|hề|bị|được|phải|vướng|dính|mang|mắc|mác|liên|quan|đến|tới|vào|nằm|trong|thuộc|diện|đang|bất|kỳ|bất_cứ|một|ai|nào"
        + "|tuyển|nhận|tiếp_nhận|chấp_nhận|sử_dụng|thuê|dùng|người|lao_động|ứng_viên|hồ_sơ|trường_hợp|các|những|vòng|hoặc|và|hay|thời_gian|tội|lý_lịch|vi_phạm";

    private const string Clean = "trong_sạch|trong_sáng|rõ_ràng|rỏ_ràng|rõ_rang|rõ|minh_bạch|tốt|sạch|sạch_sẽ|trong_trắng|đẹp|lành_mạnh|đàng_hoàng|không_tì_vết|không_tỳ_vết|không_có_vấn_đề|không_vấn_đề";

    /// <summary>What is refused where a clean one is asked for: "không nhận lý lịch xấu".</summary>
    private const string Unclean = "xấu|đen|có_vấn_đề|phức_tạp|bất_minh|không_tốt|không_rõ_ràng|không_trong_sạch|không_minh_bạch";

    private const string Whose =
        "cá_nhân|bản_thân|gia_đình|nhân_thân|tư_pháp|chính_trị|nguồn_gốc|gốc_gác|lai_lịch|và|phải|thật|đều|của|ứng_viên|người_lao_động|được|là|hoàn_toàn|có|rất|cần|tuyệt_đối|mình|luôn|lý_lịch|3_đời|ba_đời|trích_ngang";

    /// <summary>"quản lý lịch …" is a diary, not a record.</summary>
    private static readonly Phrase SplitWord = new("quản|xử|trợ|đại|hợp|tâm|thanh|chỉnh");

    /// <summary>Machines and goods have a log, and a form is filled in clearly: "lý lịch rõ họ tên".</summary>
    private static readonly Phrase OfThings = new(
        "của|cho|từng|mỗi|các|toàn_bộ|những* máy|máy_móc|thiết_bị|xe|vật_tư|hàng|hàng_hoá|sản_phẩm|giống|con_giống|cây_giống|vật_nuôi|lô|công_trình|dụng_cụ|phương_tiện|tài_sản|nguyên_liệu|họ_tên|họ_và_tên|thông_tin|nét|chữ|ảnh|từng_mục");

    /// <summary>Meals and illness, which a text without marks does not tell from records: "không tiền ăn", "không tiền sử bệnh".</summary>
    private static readonly Phrase MealOrIllness = new("ca|trưa|tối|sáng|chiều|uống|giữa|ở|lương|xe|bệnh|dị_ứng|đau|tim|mắc");

    /// <summary>"Nội dung quảng cáo không vi phạm pháp luật" speaks of the work.</summary>
    private static readonly Phrase AboutThings = new(
        "nội_dung|hoạt_động|công_ty|doanh_nghiệp|hàng_hoá|sản_phẩm|quảng_cáo|bài_viết|công_trình|dự_án|hợp_đồng|giao_dịch|kênh"
        + " và|các|của|được|phải|đảm_bảo|bảo_đảm|cần|luôn*");

    private static readonly Phrase[] Demands =
    [
        new($"sơ_yếu? lý_lịch {Whose}* {Clean}") { NotAfter = SplitWord, NotBefore = OfThings },
        new($"{No} {Between}* lý_lịch {Whose}* {Unclean}") { NotBefore = OfThings },
        new("phiếu|giấy|bản|hồ_sơ? lý_lịch_tư_pháp|lltp|ll_tư_pháp số? 1|2|01|02?") { NotAfter = SplitWord },
        new("phiếu|giấy lý_lịch số? 1|2|01|02"),
        new("phiếu|giấy tư_pháp"),
        new("xác_minh|thẩm_tra|tra_cứu lý_lịch") { NotBefore = OfThings },
        new("kiểm_tra lý_lịch cá_nhân|bản_thân|gia_đình|nhân_thân|hình_sự"),
        new("giấy|đơn|phiếu|bản? xác_nhận hạnh_kiểm|lý_lịch|nhân_thân|không_tiền_án|tiền_án") { NotBefore = OfThings },
        new("giấy|đơn|phiếu|bản xác_nhận nhân_sự|dân_sự"),
        new("xác_nhận nhân_sự của|tại|từ|do|bởi? công_an|địa_phương|phường|xã|chính_quyền|uỷ_ban"),
        new("sơ_yếu? lý_lịch bản|gốc|công_chứng|và|có|được|phải|cần|đóng|dấu* xác_nhận của|từ|bởi|do|tại? công_an"),
        new("giấy|phiếu xác_nhận của|từ|bởi|do|tại? công_an"),
        new($"nhân_thân|lai_lịch {Whose}* {Clean}") { NotBefore = OfThings },
        new($"gốc_gác|quá_khứ|đời_tư {Whose}* {Clean}", Marks.Needed) { NotBefore = OfThings },
        new($"hồ_sơ {Whose}* trong_sạch"),
        new("rõ_ràng|trong_sạch|minh_bạch về lý_lịch|nhân_thân|lai_lịch"),
        new($"{No} {Between}* tiền_án|tiền_sự|án_tích|án_hình_sự|tiền_án_tiền_sự và|hoặc|hay* tiền_án|tiền_sự|án_tích?") { NotBefore = MealOrIllness },
        new("tiền_án và|hoặc|hay* tiền_sự"),
        new("tiền_án|tiền_sự|án_tích", Marks.Needed),
        new($"{No} {Between}* án", Marks.Needed) { NotBefore = new("ngữ|phí", Marks.Needed) },
        new($"{No} {Between}* vi_phạm_pháp_luật|vi_phạm_luật_pháp|phạm_pháp|phạm_tội|phạm_luật|truy_cứu_trách_nhiệm_hình_sự|trách_nhiệm_hình_sự|truy_tố|khởi_tố|lao_lý")
        {
            NotAfter = AboutThings,
            NotBefore = new("về|lao_động|thuế|giao_thông"),
        },
        new($"{No} {Between}* kết_án|chấp_hành_án|thi_hành_án|đi_tù|ở_tù|ngồi_tù|vào_tù|tù_tội|phạt_tù|tù", Marks.Needed) { NotBefore = new("túng|và|mù") },
        new($"{No} vướng|dính|liên_quan đến|tới|vào* pháp_luật|hình_sự|công_an"),
        new("clean|no|without|any|not|have|a* criminal record|records|background|history|conviction|convictions"),
        new("clean record|background"),
        new("police clearance|check|certificate|record"),
        new("judicial record|records|certificate"),
        new("background check|checks"),
        new("no convictions|conviction"),
    ];

    /// <summary>In front of these words a record is not asked for, or people with one are welcome.</summary>
    private static readonly Phrase[] Welcome =
    [
        new("không|chẳng|khỏi|miễn|ko yêu_cầu|cần|đòi|đòi_hỏi|bắt_buộc|xét|hỏi|phân_biệt|kể|quan_trọng|xem|kiểm_tra|phải_nộp|đặt_nặng phải|có|nộp|về|xét|bản|giấy|phiếu|xác_nhận|người|lao_động|ứng_viên|anh|chị*"),
        new("kể_cả|ưu_tiên|hỗ_trợ|giúp|giúp_đỡ|tạo_điều_kiện|chào_đón|nhận_cả|tiếp_nhận_cả|với|cho người|lao_động|ứng_viên|anh|chị|bạn|các|những|đã|từng|có|mang|bị|cho|cả*"),
        new("no|not need|needed|require|required|ask|asked|check for|a|any|to|have*"),
    ];

    private static readonly PhraseList List = new(Demands, Welcome);

    public static IReadOnlyList<FoundPhrase> Find(string? text) => List.Find(text);
}
