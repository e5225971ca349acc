using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace WorkBridge.Email;

public static class EmailRegistration
{
    /// <summary>Registers the way out for mail: SMTP when "Mail:Smtp:Host" is set, a folder otherwise. Options are checked at start.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(SmtpOptions.Section);
        services.AddOptions<SmtpOptions>().Bind(section).ValidateDataAnnotations().ValidateOnStart();
        if (string.IsNullOrWhiteSpace(section[nameof(SmtpOptions.Host)]))
            services.AddSingleton<IMailTransport, FolderTransport>();
        else
            services.AddSingleton<IMailTransport, SmtpTransport>();
        services.AddSingleton<MailNode>();
        services.AddScoped<MailSending>();
        services.AddSingleton<Unsubscribing>();
        return services;
    }
}
