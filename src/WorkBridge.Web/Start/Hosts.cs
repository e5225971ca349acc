using System.Net;
using System.Net.NetworkInformation;
using Microsoft.AspNetCore.HostFiltering;

namespace WorkBridge.Web.Start;

/// <summary>
/// The names under which the service answers; a request for any other gets 400 before anything else looks at it, so that no page of
/// another name (a rebound one, say) reaches it. <c>AllowedHosts</c> of the configuration counts where it is set.
/// </summary>
public static class Hosts
{
    private static readonly string[] ThisMachine = ["localhost", "127.0.0.1", "[::1]"];

    public static void Add(IServiceCollection services, IConfiguration configuration, bool demo) =>
        services.AddOptions<HostFilteringOptions>().Configure<Site>((options, site) =>
        {
            options.AllowedHosts = Of(configuration["AllowedHosts"], site.BaseUrl, configuration["urls"] is { Length: > 0 } urls ? urls : Service.DefaultUrl, demo, OwnNames);
            options.IncludeFailureMessage = false;
        });

    /// <summary>
    /// What is set, and this machine's loopback names (for whoever watches the health). Not set: the public address, the names it listens on,
    /// and, where it listens on every interface, the machine's own name and addresses. A demonstration without a public address, in which
    /// everybody is invented, answers to any name.
    /// </summary>
    /// <param name="set">Names with a semicolon between them; empty where none is set.</param>
    /// <param name="baseUrl">The public address.</param>
    /// <param name="urls">Where it listens, with a semicolon between them.</param>
    /// <param name="demo">Whether this is a demonstration.</param>
    /// <param name="own">The machine's own name and addresses; asked only where they count.</param>
    public static IList<string> Of(string? set, string baseUrl, string urls, bool demo, Func<IEnumerable<string>> own)
    {
        if (set?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 0 } given)
            return [.. given.Union(ThisMachine, StringComparer.OrdinalIgnoreCase)];
        var home = new Uri(baseUrl);
        if (demo && home.IsLoopback)
            return ["*"];
        var listens = urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(BindingAddress.Parse)
            .Where(b => !b.IsUnixPipe && !b.IsNamedPipe).Select(b => b.Host).ToList();
        var everywhere = listens.Exists(IsEveryInterface);
        return [.. ThisMachine.Append(home.Host).Concat(listens.Where(h => !IsEveryInterface(h))).Concat(everywhere ? own() : []).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>"*" and "+" (any word that is neither a name nor an address), 0.0.0.0 and [::].</summary>
    private static bool IsEveryInterface(string host) =>
        host is "*" or "+" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any)));

    private static IEnumerable<string> OwnNames()
    {
        yield return Dns.GetHostName();
        foreach (var address in NetworkInterface.GetAllNetworkInterfaces().SelectMany(n => n.GetIPProperties().UnicastAddresses).Select(a => a.Address))
            yield return address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? $"[{address.ToString().Split('%')[0]}]" : address.ToString();
    }
}
