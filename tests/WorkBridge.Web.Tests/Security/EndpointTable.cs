using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Security;

/// <summary>One thing that can be asked for: a handler of a page, or an endpoint that is no page.</summary>
/// <param name="Method">GET or POST.</param>
/// <param name="Route">The template as the page names it.</param>
/// <param name="Handler">The named handler; empty for the plain one.</param>
/// <param name="Decided">True when somebody named a policy or said that anybody may.</param>
/// <param name="Anonymous">True when anybody may.</param>
public sealed record Asked(string Method, string Route, string Handler, bool Decided, bool Anonymous)
{
    /// <summary>How a table names it: "POST /Returnees/{id:guid}/Edit" or "POST /Openings/{id:guid}?handler=Pause".</summary>
    public string Name => $"{Method} /{Route}{(Handler.Length > 0 ? "?handler=" + Handler : "")}";
}

/// <summary>Everything that the running service answers, read from its own endpoint table.</summary>
public static class EndpointTable
{
    /// <summary>All files for the browser, under one name: there are hundreds, and one rule for them.</summary>
    public const string Assets = "assets/*";

    /// <summary>The address of a file for the browser, as the service's table names it.</summary>
    public static string AnAsset(TestHost host) =>
        "/" + host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(e => e.RoutePattern.RawText!.TrimStart('/')).Where(r => r.StartsWith("assets/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).First();

    /// <summary>The table of who may ask for what, in the order of <see cref="Street.Everybody"/>, by <see cref="Asked.Name"/>.</summary>
    public static Dictionary<string, string[]> Expected([CallerFilePath] string here = "") =>
        File.ReadAllLines(Path.Combine(Path.GetDirectoryName(here)!, "endpoints.txt"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .ToDictionary(words => $"{words[0]} {words[1]}", words => words[2..], StringComparer.Ordinal);

    public static async Task<IReadOnlyList<Asked>> OfAsync(TestHost host)
    {
        var loader = host.Services.GetRequiredService<Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure.PageLoader>();
        var asked = new Dictionary<string, Asked>(StringComparer.Ordinal);
        foreach (var endpoint in host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page)
            {
                foreach (var method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Where(m => m != "HEAD") ?? ["GET", "POST"])
                    Add(new Asked(method, Route(endpoint), "", Decided(endpoint.Metadata), Anonymous(endpoint.Metadata)));
                continue;
            }

            var compiled = await loader.LoadAsync(page, endpoint.Metadata);
            var metadata = new EndpointMetadataCollection(compiled.EndpointMetadata ?? []);
            var (decided, anonymous) = (Decided(metadata), Anonymous(metadata));
            Add(new Asked("GET", Route(endpoint), "", decided, anonymous));
            foreach (var handler in compiled.HandlerMethods.Where(h => h.HttpMethod != "GET" || !string.IsNullOrEmpty(h.Name)))
                Add(new Asked(handler.HttpMethod.ToUpperInvariant(), Route(endpoint), handler.Name ?? "", decided, anonymous));
        }

        return [.. asked.Values.OrderBy(a => a.Route, StringComparer.Ordinal).ThenBy(a => a.Method, StringComparer.Ordinal).ThenBy(a => a.Handler, StringComparer.Ordinal)];

        void Add(Asked one) => asked[one.Name] = asked.TryGetValue(one.Name, out var other) ? one with { Decided = one.Decided && other.Decided } : one;
    }

    // A folder's first page answers under two addresses; the shorter one is named.
    private static string Route(RouteEndpoint endpoint)
    {
        var route = endpoint.RoutePattern.RawText!.TrimStart('/');
        return route.StartsWith("assets/", StringComparison.Ordinal) ? Assets : route;
    }

    private static bool Anonymous(EndpointMetadataCollection metadata) => metadata.GetMetadata<IAllowAnonymous>() is not null;

    private static bool Decided(EndpointMetadataCollection metadata) =>
        Anonymous(metadata) || metadata.GetOrderedMetadata<IAuthorizeData>().Any(data => data.Policy is not null) || metadata.GetMetadata<AuthorizationPolicy>() is not null;
}
