using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace WorkBridge.Web.Forms;

/// <summary>The field must be filled in; says in both languages what to do.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NeedAttribute(string vi, string en) : ValidationAttribute
{
    public override bool IsValid(object? value) => value switch
    {
        null => false,
        string text => !string.IsNullOrWhiteSpace(text),
        System.Collections.ICollection many => many.Count > 0,
        _ => true,
    };

    public override string FormatErrorMessage(string name) => new Words(vi, en).ToString();
}

/// <summary>At most so many characters; the entity's own constant is the limit.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LongestAttribute(int characters) : ValidationAttribute
{
    public int Characters { get; } = characters;

    public override bool IsValid(object? value) => value is not string text || text.Length <= Characters;

    public override string FormatErrorMessage(string name) => new Words(
        string.Create(CultureInfo.InvariantCulture, $"Dài quá {Characters} ký tự. Viết ngắn lại."),
        string.Create(CultureInfo.InvariantCulture, $"Longer than {Characters} characters. Shorten it.")).ToString();
}

/// <summary>A whole number or an amount between two bounds, both allowed.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class BetweenAttribute(long least, long most, string vi, string en) : ValidationAttribute
{
    public override bool IsValid(object? value) => value is null
        || (Convert.ToInt64(value, CultureInfo.InvariantCulture) is var number && number >= least && number <= most);

    public override string FormatErrorMessage(string name) => new Words(vi, en).ToString();
}

/// <summary>An e-mail address that is exactly one address and nothing else.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EmailFormAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is not string text || string.IsNullOrWhiteSpace(text)
        || (MimeKit.MailboxAddress.TryParse(text.Trim(), out var address)
            && string.Equals(address.Address, text.Trim(), StringComparison.Ordinal)
            && address.Address.Length <= 254
            && address.Address.All(c => c is > ' ' and < (char)127)
            && address.Address.IndexOf('@') is > 0 and var at && address.Address.IndexOf('.', at) > at + 1);

    public override string FormatErrorMessage(string name) =>
        new Words("Nhập một địa chỉ thư điện tử, ví dụ ten@donvi.vn.", "Enter one e-mail address, for example name@unit.vn.").ToString();
}
