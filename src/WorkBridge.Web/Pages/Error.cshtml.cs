using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace WorkBridge.Web.Pages;

/// <summary>A plain page with a reference number, which the log carries too. Says nothing about the fault itself.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ErrorModel(ILogger<ErrorModel> log) : PageModel
{
    /// <summary>Short enough to be read out over the telephone.</summary>
    public const int ReferenceLength = 8;

    /// <summary>The beginning of the request's trace identifier, written to the log beside the kind of fault.</summary>
    public string Reference { get; private set; } = "";

    public void OnGet() => Explain();

    /// <summary>A form that failed is answered here too: the handler runs the page with the method of the request.</summary>
    public void OnPost() => Explain();

    private void Explain()
    {
        var trace = Activity.Current?.TraceId.ToHexString() ?? HttpContext.TraceIdentifier;
        Reference = trace[..Math.Min(ReferenceLength, trace.Length)].ToUpperInvariant();
        if (HttpContext.Features.Get<IExceptionHandlerFeature>() is { Error: { } fault })
            log.LogError("Reference {Reference}: {Kind}", Reference, fault.GetType().Name);
    }
}
