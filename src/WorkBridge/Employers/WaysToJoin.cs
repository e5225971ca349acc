namespace WorkBridge.Employers;

/// <summary>What somebody reads whose employer is registered already: whom to ask for an invitation, and whom to ring.</summary>
public static class WaysToJoin
{
    /// <param name="employer">Its name, which a tax code gives anybody.</param>
    /// <param name="contact">The contact's full name; only the given name (the last word) is told. Null where there is none.</param>
    /// <param name="office">The commune that looks after it.</param>
    /// <param name="phone">The office's telephone; null where none is known.</param>
    public static Words Say(string employer, string? contact, string office, string? phone)
    {
        var given = contact?.Split(' ', StringSplitOptions.RemoveEmptyEntries).LastOrDefault();
        var (askVi, askEn) = given is null ? ("", "") : ($"nhờ anh/chị {given} ở đơn vị mời vào, hoặc ", $"ask {given}, who registered it, for an invitation, or ");
        var (ringVi, ringEn) = phone is null
            ? ($"hỏi trung tâm {office}", $"ask the office of {office}")
            : ($"gọi trung tâm {office}, số {phone}", $"ring the office of {office} at {phone}");
        return new(
            $"Mã số thuế này đã được đăng ký cho {employer}. Để cùng dùng: {askVi}{ringVi}.",
            $"This tax code is already registered for {employer}. To join: {askEn}{ringEn}.");
    }
}
