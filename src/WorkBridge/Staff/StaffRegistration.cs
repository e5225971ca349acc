using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using WorkBridge.Data;

namespace WorkBridge.Staff;

public static class StaffRegistration
{
    /// <summary>Accounts, their passwords and passkeys, kept in <see cref="WorkBridgeDb"/>. Our own rules replace those of Identity for passwords and locks.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = Passwords.Rounds);
        services.AddIdentityCore<Account>(options =>
            {
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                options.User.RequireUniqueEmail = true;

                // PasswordRules is the rule; Identity's own demands for kinds of characters are off.
                options.Password.RequiredLength = PasswordRules.LeastLength;
                options.Password.RequireDigit = options.Password.RequireLowercase = options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
            })
            .AddEntityFrameworkStores<WorkBridgeDb>();
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddSingleton<Passwords>();
        services.AddSingleton<SignInThrottle>();
        services.AddScoped<AccountLinks>();
        return services;
    }
}
