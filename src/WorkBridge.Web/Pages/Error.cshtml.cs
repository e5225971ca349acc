using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace WorkBridge.Web.Pages;

/// <summary>A plain page with a reference number, which the log carries too. Says nothing about the fault itself.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ErrorModel : PageModel
{
    /// <summary>The trace identifier of the request, as the log writes it.</summary>
    public string Reference { get; private set; } = "";

    public void OnGet() => Explain();

    /// <summary>A form that failed is answered here too: the handler runs the page with the method of the request.</summary>
    public void OnPost() => Explain();

    private void Explain() => Reference = Activity.Current?.TraceId.ToHexString() ?? HttpContext.TraceIdentifier;
}
