namespace WorkBridge.Web.SignIn;

/// <summary>
/// Leads a limited session (right password, second step still to be set up) to the setting-up, whatever it asks for. Its
/// principal carries no role, so that a page this forgot would refuse it all the same.
/// </summary>
public sealed class SecondStepFirst(RequestDelegate next)
{
    private static readonly string[] Open = [Door.TwoStepPage, "/SignOut", "/SignIn", "/Language", "/assets", "/health", "/Error", "/NotFound"];

    public Task InvokeAsync(HttpContext context)
    {
        if (!context.User.IsLimited() || Open.Any(path => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase)))
            return next(context);
        context.Response.Redirect(Door.TwoStepPage);
        return Task.CompletedTask;
    }
}
