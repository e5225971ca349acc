using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkBridge.Web.Demo;

namespace WorkBridge.Web.Pages.Admin.Mail;

/// <summary>What each mail says, in both languages, before anybody is sent one. Of invented people: see <see cref="MailSamples"/>.</summary>
[Authorize(Policy = Policies.Administrator)]
public sealed class SamplesModel(MailSamples samples) : PageBase
{
    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    public IReadOnlyList<MailSample> Samples { get; private set; } = [];

    public MailSample? Open { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        Samples = await samples.AllAsync();
        Open = Samples.FirstOrDefault(s => s.Kind == Kind);
        return Kind is not null && Open is null ? NotFound() : Page();
    }

    /// <summary>The sample as a message, to be opened in a mail program.</summary>
    public async Task<IActionResult> OnGetEmlAsync(string? language)
    {
        var sample = (await samples.AllAsync()).FirstOrDefault(s => Kind is null || s.Kind == Kind);
        return (language == "en" ? sample?.English : sample?.Vietnamese) is { } content
            ? File(samples.Message(content), "message/rfc822", $"{sample!.Kind}-{language}.eml")
            : NotFound();
    }
}
