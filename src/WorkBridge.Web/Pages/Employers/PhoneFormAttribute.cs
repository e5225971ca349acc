using System.ComponentModel.DataAnnotations;
using PhoneNumbers;

namespace WorkBridge.Web.Pages.Employers;

/// <summary>A telephone number that could exist, mobile or fixed, with or without +84.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PhoneFormAttribute : ValidationAttribute
{
    public override bool IsValid(object? value)
    {
        if (value is not string text || string.IsNullOrWhiteSpace(text))
            return true;
        try
        {
            var numbers = PhoneNumberUtil.GetInstance();
            return numbers.IsPossibleNumber(numbers.Parse(text, "VN"));
        }
        catch (NumberParseException)
        {
            return false;
        }
    }

    public override string FormatErrorMessage(string name) =>
        new Words("Số điện thoại không đúng. Ví dụ: 0225 123 4567", "This is not a telephone number. Example: 0225 123 4567").ToString();
}
