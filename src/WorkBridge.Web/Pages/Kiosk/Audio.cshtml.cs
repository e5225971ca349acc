using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using WorkBridge.Web.Kiosk;

namespace WorkBridge.Web.Pages.Kiosk;

/// <summary>A recorded sentence, for enrolled screens. It tells nothing of anybody, so that a browser may keep it and ask whether it changed.</summary>
[Authorize(Policy = Policies.Kiosk)]
public sealed class AudioModel(Clips clips) : KioskPage
{
    public IActionResult OnGet(string language, string key)
    {
        if (clips.Find(language, key) is not { } clip)
            return new NoContentResult(); // A fault would end the visit of whoever listens.
        HttpContext.Items[KioskHeaders.Kept] = true;
        Response.Headers.CacheControl = "private, no-cache";
        var tag = string.Create(CultureInfo.InvariantCulture, $"\"{clip.File.Length:x}-{clip.File.LastWriteTimeUtc.Ticks:x}\"");
        return new PhysicalFileResult(clip.File.FullName, clip.Type) { LastModified = new DateTimeOffset(clip.File.LastWriteTimeUtc), EntityTag = new EntityTagHeaderValue(tag), EnableRangeProcessing = true };
    }
}
