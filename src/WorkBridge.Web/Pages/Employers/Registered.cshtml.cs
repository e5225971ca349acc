using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace WorkBridge.Web.Pages.Employers;

/// <summary>What happens next, after a registration. Says nothing about anybody.</summary>
[AllowAnonymous]
public sealed class RegisteredModel : PageModel;
