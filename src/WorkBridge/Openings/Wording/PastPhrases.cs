namespace WorkBridge.Openings;

/// <summary>
/// Words that tell somebody's past. Bare forms count only where they say nothing else: "tu nhan" is also "tư nhân",
/// "tien an" also "tiền ăn", "hoan luong" also "hoãn lương".
/// </summary>
internal static class PastPhrases
{
    /// <summary>Words that are read as the past of people wherever they stand.</summary>
    private static readonly Phrase[] OfPeople =
    [
        new("phạm_nhân|can_phạm|được_đặc_xá|cựu_tù|trại_cải_tạo|tái_phạm|tái_hoà_nhập|tha_tù_trước_thời_hạn|chấp_hành_xong_hình_phạt|mãn_hạn_tù|trại_tạm_giam|trường_giáo_dưỡng|người_lầm_lỗi|tiền_án_tiền_sự|xoá_án_tích"),
        new("tiền_án|tiền_sự|án_tích|án_tù|án_treo|tù_nhân|tù_tha|ra_tù|đi_tù|ở_tù|ngồi_tù|mới_ra_trại|vừa_ra_trại|trại_giam|nhà_tù|đặc_xá|đại_xá|tha_tù|hoàn_lương|lầm_lỗi|lầm_lỡ|tù_tội|mãn_án", Marks.Needed),
        new("mãn_hạn") { NotBefore = new("hợp_đồng|bảo_hành|bảo_hiểm|thẻ|visa|nghĩa_vụ|thử_việc|học|nhiệm_kỳ|thuê|vay") },
        new("ở|ra|vào|trong|tại|từ trại_giam"),
        new("được? đặc_xá năm|đợt|về|ra|tha"),
        new("đi_tù_về|đi_tù_ra"),
        new("prison|prisoner|prisoners|inmate|inmates|jail|jailed|convict|convicts|parole|parolee|amnesty|amnestied"),
        new("ex offender|offenders|convict|convicts|con|prisoner"),
        new("offender|offenders"),
    ];

    /// <summary>Somebody who does not take drugs has nothing to hide; campaigns against them are work like any other.</summary>
    private static readonly Phrase NotUsed = new(
        "không|chưa|phòng|chống|phòng_chống|bài_trừ|xét_nghiệm|test"
        + " được|có|bị|sử_dụng|dùng|nghiện|các|chất|rượu_bia|rượu|bia|cờ_bạc|hay|hoặc|và|liên_quan|đến|tệ_nạn|chống|kích_thích*");

    /// <summary>Words that tell the past in a note about somebody, and only the work in an advertisement.</summary>
    private static readonly Phrase[] OfNotes =
    [
        new("án", Marks.Needed)
        {
            NotAfter = new("dự|phương|đáp|đề|đồ|giáo|bệnh|luận|toà|hương|công|học|kháng|văn|tham|thảo|hồ_sơ_bệnh", Marks.Needed),
            NotBefore = new("ngữ|thư|phí|binh|dân_sự", Marks.Needed),
        },
        new("tù", Marks.Needed)
        {
            NotAfter = new("lù|ao|góc|nước|hình", Marks.Needed),
            NotBefore = new("túng|và|mù|trưởng|đọng|loa", Marks.Needed),
        },
        new("tội", Marks.Needed) { NotBefore = new("nghiệp|gì|nợ|vạ", Marks.Needed) },
        new("phạm_tội|tội_phạm|tội_danh|bị_can|kết_án|tuyên_án|chấp_hành_án|chấp_hành_hình_phạt|tạm_giam|hầu_toà|bị_cáo|khởi_tố|truy_tố|sưu_tra", Marks.Needed),
        new("bị_tạm_giữ", Marks.Needed) { NotAfter = new("xe|xe_máy|xe_tải|ô_tô|tàu|ghe|hàng|bằng_lái|giấy_phép|giấy_tờ|phương_tiện đang|đã|còn|vẫn?") },
        new("ra_toà", Marks.Needed) { NotBefore = new("soạn", Marks.Needed) },
        new("cai_nghiện|con_nghiện|khởi_tố|bị_quản_chế|chấp_hành_xong|thi_hành_xong|đi_cải_tạo|học_tập_cải_tạo|cải_tạo_về|cải_tạo_tốt|lao_động_cải_tạo|cải_tạo_không_giam_giữ|cải_tạo_ở_trại|cải_tạo_tại_trại|thời_gian_cải_tạo"),
        new("trộm_cắp|cướp_giật|cướp_tài_sản|cố_ý_gây_thương_tích|đánh_bạc|tàng_trữ|giết_người|hiếp_dâm"),
        new("hình_sự") { NotAfter = new("luật|bộ_luật|tố_tụng|khoa_học|kỹ_thuật|cảnh_sát|môn|ngành|phim|truyện|chuyên_ngành|mô|tình|loại"), NotBefore = new("kiện|vật|cố|học") },
        new("ma_tuý", Marks.Needed) { NotAfter = NotUsed },
        new("nghiện", Marks.Needed) { NotAfter = NotUsed, NotBefore = new("cà_phê|trà|chè|game|phim|điện_thoại|mạng|việc|đọc|bóng_đá|câu_cá|thuốc_lá|thuốc_lào") },
        new("nghiện|án|vụ|buôn|mua_bán|buôn_bán|sử_dụng|dùng|chơi|hút|liên_quan|tội ma_tuý") { NotAfter = NotUsed },
        new("criminal record|records|history|background|past|offence|offense|case"),
        new("convicted|conviction|convictions|offence|offences|felony|felon|drug_addict|addict"),
    ];

    private static readonly PhraseList Advertisements = new(OfPeople, []);

    private static readonly PhraseList Notes = new([.. OfPeople, .. OfNotes], []);

    public static IReadOnlyList<FoundPhrase> InAdvertisements(string? text) => Advertisements.Find(text);

    public static IReadOnlyList<FoundPhrase> InNotes(string? text) => Notes.Find(text);
}
