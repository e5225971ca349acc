using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace WorkBridge.Web.Start;

/// <summary>
/// A request that says it is heavier than its page takes is answered in words before anything of it is read; otherwise the form's
/// token would be missed first and the answer would speak of that.
/// </summary>
public static class Weight
{
    public static void UseWeight(this IApplicationBuilder app) => app.Use((HttpContext context, RequestDelegate next) =>
    {
        var refused = context.Features.Get<IStatusCodeReExecuteFeature>() is not null;
        if (refused || context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize is not { } most || !(context.Request.ContentLength > most))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        return Task.CompletedTask;
    });
}
