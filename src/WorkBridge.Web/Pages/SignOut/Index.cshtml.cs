using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkBridge.Web.SignIn;

namespace WorkBridge.Web.Pages.SignOut;

[AllowAnonymous]
public sealed class IndexModel(Door door) : PageBase
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await door.SignOutAsync();

        // Pages kept for the Back button go too.
        Response.Headers["Clear-Site-Data"] = "\"cache\"";
        Say("Đã đăng xuất.", "You are signed out.");
        return RedirectToPage("/SignIn/Index");
    }
}
