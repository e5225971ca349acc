using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace WorkBridge.Web.Forms;

/// <summary>Marks a <c>long?</c> in đồng that is typed in triệu đồng: "7,5" and "7.5" are both 7,500,000.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class MoneyAttribute() : ModelBinderAttribute(typeof(MoneyBinder));

/// <summary>Reads triệu đồng with a comma or a dot; an amount of 100,000 and more can only be meant in đồng and is read so.</summary>
public sealed class MoneyBinder : IModelBinder
{
    public static readonly Words Wrong = new("Nhập số triệu đồng, ví dụ 7,5.", "Enter millions of đồng, for example 7.5.");

    public static bool TryRead(string text, out long dong)
    {
        dong = 0;
        var digits = string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
        if (digits.Count(c => c is ',' or '.') > 1)
            digits = digits.Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal);
        if (!decimal.TryParse(digits.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var typed) || typed > 10_000_000_000m)
            return false;
        dong = (long)Math.Round(typed >= 100_000m ? typed : typed * 1_000_000m);
        return dong <= 1_000_000_000_000;
    }

    /// <summary>The amount as it is typed: 7500000 is "7,5".</summary>
    public static string Write(long? dong) =>
        dong is null ? "" : (dong.Value / 1_000_000m).ToString("0.######", CultureInfo.InvariantCulture).Replace('.', ',');

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        if (!Typed.Take(bindingContext, out var text))
            return Task.CompletedTask;
        if (TryRead(text, out var dong))
            bindingContext.Result = ModelBindingResult.Success(dong);
        else
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, Wrong.ToString());
        return Task.CompletedTask;
    }
}
