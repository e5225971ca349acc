using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace WorkBridge.Web.Forms;

/// <summary>A day as people write it here (25/11/2026, 5-2-2027, 5.2.27) or as a date field sends it (2026-11-25). Never the other way round.</summary>
public sealed class DayBinder : IModelBinder
{
    private static readonly string[] Forms = ["d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "d/M/yy", "d-M-yy", "d.M.yy", "yyyy-MM-dd"];

    public static readonly Words Wrong = new("Nhập ngày theo dạng 25/11/2026.", "Enter the date like 25/11/2026.");

    public static bool TryRead(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && day.Year is >= 1900 and <= 2200;

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        if (!Typed.Take(bindingContext, out var text))
            return Task.CompletedTask;
        if (TryRead(text, out var day))
            bindingContext.Result = ModelBindingResult.Success(day);
        else
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, Wrong.ToString());
        return Task.CompletedTask;
    }
}

/// <summary>A moment on the wall clock of Vietnam (25/11/2026 8:30, or 8h30 25/11/26), bound as the UTC instant.</summary>
public sealed class MomentBinder : IModelBinder
{
    private static readonly string[] Forms =
    [
        .. from day in (string[])["d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "d/M/yy", "d-M-yy", "d.M.yy"]
           from time in (string[])["H:mm", "H'h'mm", "H'h'", "H.mm"]
           from form in (string[])[$"{day} {time}", $"{time} {day}"]
           select form,
        "yyyy-MM-dd'T'HH:mm",
        "yyyy-MM-dd HH:mm",
    ];

    public static readonly Words Wrong = new("Nhập ngày giờ theo dạng 25/11/2026 8:30.", "Enter date and time like 25/11/2026 8:30.");

    public static bool TryRead(string text, out DateTime utc)
    {
        utc = default;
        if (!DateTime.TryParseExact(text.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.AllowInnerWhite, out var local) || local.Year is < 1990 or > 2200)
            return false;
        utc = Clock.Utc(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        return true;
    }

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        if (!Typed.Take(bindingContext, out var text))
            return Task.CompletedTask;
        if (TryRead(text, out var utc))
            bindingContext.Result = ModelBindingResult.Success(utc);
        else
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, Wrong.ToString());
        return Task.CompletedTask;
    }
}
