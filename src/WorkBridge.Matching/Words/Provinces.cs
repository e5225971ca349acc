namespace WorkBridge.Matching;

/// <summary>
/// The provinces as people name them: those since 2025-07-01, those before it with the province that each became part
/// of, and short names. Keys are without marks.
/// </summary>
internal static class Provinces
{
    private static readonly (string Name, string? Now)[] Names =
    [
        ("An Giang", null), ("Bắc Ninh", null), ("Cà Mau", null), ("Cao Bằng", null), ("Cần Thơ", null), ("Đà Nẵng", null), ("Đắk Lắk", null),
        ("Điện Biên", null), ("Đồng Nai", null), ("Đồng Tháp", null), ("Gia Lai", null), ("Hà Nội", null), ("Hà Tĩnh", null), ("Hải Phòng", null),
        ("Hồ Chí Minh", null), ("Huế", null), ("Hưng Yên", null), ("Khánh Hoà", null), ("Lai Châu", null), ("Lạng Sơn", null), ("Lào Cai", null),
        ("Lâm Đồng", null), ("Nghệ An", null), ("Ninh Bình", null), ("Phú Thọ", null), ("Quảng Ngãi", null), ("Quảng Ninh", null), ("Quảng Trị", null),
        ("Sơn La", null), ("Tây Ninh", null), ("Thái Nguyên", null), ("Thanh Hoá", null), ("Tuyên Quang", null), ("Vĩnh Long", null),
        ("Hà Giang", "Tuyên Quang"), ("Yên Bái", "Lào Cai"), ("Bắc Kạn", "Thái Nguyên"), ("Vĩnh Phúc", "Phú Thọ"), ("Hoà Bình", "Phú Thọ"),
        ("Bắc Giang", "Bắc Ninh"), ("Thái Bình", "Hưng Yên"), ("Hải Dương", "Hải Phòng"), ("Hà Nam", "Ninh Bình"), ("Nam Định", "Ninh Bình"),
        ("Quảng Bình", "Quảng Trị"), ("Quảng Nam", "Đà Nẵng"), ("Kon Tum", "Quảng Ngãi"), ("Bình Định", "Gia Lai"), ("Ninh Thuận", "Khánh Hoà"),
        ("Đắk Nông", "Lâm Đồng"), ("Bình Thuận", "Lâm Đồng"), ("Phú Yên", "Đắk Lắk"), ("Bình Dương", "Hồ Chí Minh"), ("Bà Rịa Vũng Tàu", "Hồ Chí Minh"),
        ("Bình Phước", "Đồng Nai"), ("Long An", "Tây Ninh"), ("Sóc Trăng", "Cần Thơ"), ("Hậu Giang", "Cần Thơ"), ("Bến Tre", "Vĩnh Long"),
        ("Trà Vinh", "Vĩnh Long"), ("Tiền Giang", "Đồng Tháp"), ("Bạc Liêu", "Cà Mau"), ("Kiên Giang", "An Giang"),
        ("Thừa Thiên Huế", "Huế"), ("Vũng Tàu", "Bà Rịa Vũng Tàu"), ("Bà Rịa", "Bà Rịa Vũng Tàu"), ("Sài Gòn", "Hồ Chí Minh"), ("TPHCM", "Hồ Chí Minh"),
        ("HCM", "Hồ Chí Minh"), ("Nha Trang", "Khánh Hoà"), ("Đà Lạt", "Lâm Đồng"), ("Biên Hoà", "Đồng Nai"),
    ];

    private static readonly PhraseTree Tree = new([.. Names.Select(n => n.Name)]);

    private static readonly Dictionary<string, string> Now = Names.Where(n => n.Now is not null).ToDictionary(n => Key(n.Name), n => Key(n.Now), StringComparer.Ordinal);

    /// <summary>A name as it is indexed and asked for: "Bà Rịa-Vũng Tàu" and "ba ria vung tau" are one.</summary>
    public static string Key(string? name) => string.Join(' ', Token.In(name).Select(t => t.Bare));

    /// <summary>The key of the province named at a place of a text, and how many words name it; null for none.</summary>
    public static string? Named(List<Token> words, int at, out int length)
    {
        length = Tree.Longest(words, at);
        return length == 0 ? null : string.Join(' ', words.Skip(at).Take(length).Select(w => w.Bare));
    }

    /// <summary>What a province is called now, or is a part of; null where the name still stands.</summary>
    public static string? NowOf(string key) => Now.GetValueOrDefault(key);
}
