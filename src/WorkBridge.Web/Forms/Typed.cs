using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace WorkBridge.Web.Forms;

/// <summary>Binders that do not depend on the server's culture, and the words for what they cannot read.</summary>
public sealed class Typed : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        var type = context.Metadata.UnderlyingOrModelType;
        return type == typeof(DateOnly) ? new DayBinder() : type == typeof(DateTime) ? new MomentBinder() : null;
    }

    /// <summary>Takes what was typed and keeps it for showing again; false when nothing was typed (the value is then null).</summary>
    internal static bool Take(ModelBindingContext context, out string text)
    {
        var value = context.ValueProvider.GetValue(context.ModelName);
        text = value.FirstValue ?? "";
        if (value == ValueProviderResult.None)
            return false;
        context.ModelState.SetModelValue(context.ModelName, value);
        if (!string.IsNullOrWhiteSpace(text))
            return true;
        if (context.ModelMetadata.IsReferenceOrNullableType)
            context.Result = ModelBindingResult.Success(null);
        else
            context.ModelState.TryAddModelError(context.ModelName, new Words("Điền ô này.", "Fill in this field.").ToString());
        return false;
    }

    public static void Words(DefaultModelBindingMessageProvider messages)
    {
        var wrong = new Words("Giá trị này không đọc được.", "This value cannot be read.");
        var number = new Words("Nhập một con số.", "Enter a number.");
        var missing = new Words("Điền ô này.", "Fill in this field.");
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => wrong.ToString());
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => wrong.ToString());
        messages.SetUnknownValueIsInvalidAccessor(_ => wrong.ToString());
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => wrong.ToString());
        messages.SetValueIsInvalidAccessor(_ => wrong.ToString());
        messages.SetValueMustBeANumberAccessor(_ => number.ToString());
        messages.SetNonPropertyValueMustBeANumberAccessor(() => number.ToString());
        messages.SetMissingBindRequiredValueAccessor(_ => missing.ToString());
        messages.SetMissingKeyOrValueAccessor(() => missing.ToString());
        messages.SetMissingRequestBodyRequiredValueAccessor(() => missing.ToString());
        messages.SetValueMustNotBeNullAccessor(_ => missing.ToString());
    }
}
