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
public sealed record Asked(string Method, string Route, string Handler, bool Decided)
{
    /// <summary>How a table names it: "POST /Returnees/{id:guid}/Edit" or "POST /Openings/{id:guid}?handler=Pause".</summary>
    public string Name => $"{Method} /{Route}{(Handler.Length > 0 ? "?handler=" + Handler : "")}";
}

/// <summary>Everything that the running service answers, read from its own endpoint table.</summary>
public static class EndpointTable
{
    public static async Task<IReadOnlyList<Asked>> OfAsync(TestHost host)
    {
        var loader = host.Services.GetRequiredService<Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure.PageLoader>();
        var asked = new Dictionary<string, Asked>(StringComparer.Ordinal);
        foreach (var endpoint in host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page)
            {
                Add(new Asked("GET", Route(endpoint), "", Decided(endpoint.Metadata)));
                continue;
            }

            var compiled = await loader.LoadAsync(page, endpoint.Metadata);
            var decided = Decided(new EndpointMetadataCollection(compiled.EndpointMetadata ?? []));
            Add(new Asked("GET", Route(endpoint), "", decided));
            foreach (var handler in compiled.HandlerMethods.Where(h => h.HttpMethod != "GET" || !string.IsNullOrEmpty(h.Name)))
                Add(new Asked(handler.HttpMethod.ToUpperInvariant(), Route(endpoint), handler.Name ?? "", decided));
        }

        return [.. asked.Values.OrderBy(a => a.Route, StringComparer.Ordinal).ThenBy(a => a.Method, StringComparer.Ordinal).ThenBy(a => a.Handler, StringComparer.Ordinal)];

        void Add(Asked one) => asked[one.Name] = asked.TryGetValue(one.Name, out var other) ? one with { Decided = one.Decided && other.Decided } : one;
    }

    // A folder's first page answers under two addresses; the shorter one is named.
    private static string Route(RouteEndpoint endpoint)
    {
        var route = endpoint.RoutePattern.RawText!.TrimStart('/');
        return route.StartsWith("assets/", StringComparison.Ordinal) ? "assets" : route;
    }

    private static bool Decided(EndpointMetadataCollection metadata) =>
        metadata.GetMetadata<IAllowAnonymous>() is not null || metadata.GetOrderedMetadata<IAuthorizeData>().Any(data => data.Policy is not null) || metadata.GetMetadata<AuthorizationPolicy>() is not null;
}
