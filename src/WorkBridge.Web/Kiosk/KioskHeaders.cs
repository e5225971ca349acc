using System.Globalization;
using WorkBridge.Kiosks;

namespace WorkBridge.Web.Kiosk;

/// <summary>
/// Every response of a screen: stored nowhere, and cleared by the browser itself when no script does it. A failure ends on the neutral
/// fault page, never on one that offers a sign-in.
/// </summary>
internal sealed class KioskHeaders(RequestDelegate next, KioskSettings settings, ILogger<KioskHeaders> log)
{
    /// <summary>Seconds until this response clears itself; set by pages that want another time, zero for none.</summary>
    public const string ClearsAfter = "wb.kiosk.clears";

    /// <summary>Set by an answer that says nothing of anybody and may be kept, if it is asked for again: a recorded sentence.</summary>
    public const string Kept = "wb.kiosk.kept";

    public async Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments("/Kiosk"))
        {
            await next(context);
            return;
        }

        context.Response.OnStarting(() =>
        {
            Put(context);
            return Task.CompletedTask;
        });
        try
        {
            await next(context);
        }
        catch (Exception e) when (!context.Response.HasStarted && !IsFault(context) && e is not OperationCanceledException)
        {
            log.LogError(e, "A screen could not be shown.");
            context.Response.Clear();
            Turn(context, "/Kiosk/Fault");
            return;
        }

        if (context.Response is { HasStarted: false, StatusCode: >= 400 } && !IsFault(context))
            Turn(context, context.Response.StatusCode == StatusCodes.Status400BadRequest ? "/Kiosk/Wiped" : "/Kiosk/Fault");
    }

    private static bool IsFault(HttpContext context) => context.Request.Path.StartsWithSegments("/Kiosk/Fault");

    private static void Turn(HttpContext context, string path)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = path;
    }

    private void Put(HttpContext context)
    {
        var headers = context.Response.Headers;
        if (context.Items.ContainsKey(Kept))
            return;
        headers.CacheControl = "no-store";
        headers.Pragma = "no-cache";
        headers["X-Robots-Tag"] = "noindex";
        if (context.Response.StatusCode != StatusCodes.Status200OK || headers.ContainsKey("Refresh"))
            return;
        var seconds = context.Items[ClearsAfter] as int? ?? settings.IdleSeconds + 1;
        if (seconds > 0)
            headers["Refresh"] = string.Create(CultureInfo.InvariantCulture, $"{seconds}; url=/Kiosk/Wiped");
    }
}
