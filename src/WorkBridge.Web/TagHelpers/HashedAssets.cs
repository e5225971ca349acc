namespace WorkBridge.Web;

/// <summary>
/// Fonts and pictures that a style sheet names carry a hash in their own file name, which MapStaticAssets cannot know:
/// it would have them asked for again on every page.
/// </summary>
public static class HashedAssets
{
    private static readonly PathString Folder = "/assets/hashed";

    /// <summary>Lets browsers keep everything under /assets/hashed for a year. Stands before routing.</summary>
    public static IApplicationBuilder UseHashedAssetCaching(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Request.Path.StartsWithSegments(Folder, StringComparison.Ordinal))
        {
            context.Response.OnStarting(static state =>
            {
                var response = ((HttpContext)state).Response;
                if (response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified)
                    response.Headers.CacheControl = "public, max-age=31536000, immutable";
                return Task.CompletedTask;
            }, context);
        }

        return next(context);
    });
}
