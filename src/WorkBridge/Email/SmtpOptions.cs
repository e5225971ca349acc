using System.ComponentModel.DataAnnotations;

namespace WorkBridge.Email;

public enum SmtpSecurity
{
    /// <summary>For a server on the same machine or inside a closed network.</summary>
    None,

    /// <summary>The line must be upgraded before anything is said; a server that does not offer it is not used.</summary>
    StartTls,

    /// <summary>Encrypted from the first byte.</summary>
    Tls,
}

/// <summary>How mail leaves, from "Mail:Smtp". Without a host it becomes files in the data folder.</summary>
public sealed class SmtpOptions : IValidatableObject
{
    public const string Section = "Mail:Smtp";

    public string? Host { get; set; }

    /// <summary>0 stands for the usual one: 25, 587 or 465.</summary>
    [Range(0, 65535)]
    public int Port { get; set; }

    public SmtpSecurity Security { get; set; } = SmtpSecurity.StartTls;

    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>Whether revocation of the server's certificate is looked up; switch off where the lists cannot be reached.</summary>
    public bool CheckRevocation { get; set; } = true;

    /// <summary>Seconds for each step: connecting, every answer of the server. One mail takes less than a claim lasts, whatever the steps add up to.</summary>
    [Range(1, 120)]
    public int StepSeconds { get; set; } = 30;

    public int EffectivePort => Port != 0 ? Port : Security switch { SmtpSecurity.StartTls => 587, SmtpSecurity.Tls => 465, _ => 25 };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (User is not null && Security == SmtpSecurity.None)
            yield return new ValidationResult("Mail:Smtp:User needs Security StartTls or Tls: a password is not sent in the clear.", [nameof(Security)]);
        if (User is not null && string.IsNullOrEmpty(Password))
            yield return new ValidationResult("Mail:Smtp:User needs Mail:Smtp:Password.", [nameof(Password)]);
    }
}
