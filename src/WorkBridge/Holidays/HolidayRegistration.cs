using Microsoft.Extensions.DependencyInjection;
using WorkBridge.Data;

namespace WorkBridge.Holidays;

public static class HolidayRegistration
{
    /// <summary>Registers the one calendar of public holidays (the operator's own in "rules" under the data folder, or the product's).</summary>
    public static IServiceCollection AddHolidays(this IServiceCollection services, Storage storage) =>
        services.AddSingleton(HolidayCalendar.Read(storage.Folder));
}
