using AngleSharp.Html.Parser;

namespace WorkBridge.Web.Tests.Security;

/// <summary>What every answer carries, whatever it is, and what no title and no address may hold.</summary>
internal static class Strict
{
    /// <summary>The policy as the look was built for; nothing may loosen it.</summary>
    public const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; media-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private const int Shown = 30;

    private static readonly (string Name, string Value)[] Always =
    [
        ("Content-Security-Policy", Policy), ("X-Content-Type-Options", "nosniff"), ("X-Frame-Options", "DENY"),
        ("Referrer-Policy", "same-origin"), ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()"),
    ];

    /// <summary>Fails with the first of the faults, one a line.</summary>
    public static void None(IReadOnlyCollection<string> faults) =>
        Assert.True(faults.Count == 0, $"{faults.Count} faults:\n{string.Join('\n', faults.Take(Shown))}");

    public static IEnumerable<string> Faults(HttpResponseMessage answer, string path, string body)
    {
        foreach (var (name, value) in Always)
        {
            if (Header(answer, name) != value)
                yield return $"{name}: {Header(answer, name)}";
        }

        if (Header(answer, "Server").Length > 0 || Header(answer, "X-Powered-By").Length > 0)
            yield return "names its server";
        if (!path.StartsWith("/assets/", StringComparison.Ordinal) && !Header(answer, "Cache-Control").Contains("no-store", StringComparison.Ordinal))
            yield return $"Cache-Control: {Header(answer, "Cache-Control")}";
        if (Street.SecretIn(new HtmlParser().ParseDocument(body).Title ?? "") is not null)
            yield return "somebody stands in its title";
        if (answer.Headers.Location is { } to && Street.SecretIn(to.OriginalString) is not null)
            yield return $"leads to {to}";
    }

    public static string Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) || answer.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : "";
}
