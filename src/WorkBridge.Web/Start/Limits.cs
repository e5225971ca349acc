using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace WorkBridge.Web.Start;

/// <summary>How often one address may knock at doors that need no sign-in. Per process; accounts and devices have limits of their own.</summary>
public static class Limits
{
    /// <summary>Sign-in, codes and registration.</summary>
    public const string Doors = nameof(Doors);

    /// <summary>One-time links.</summary>
    public const string Links = nameof(Links);

    public static void Add(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.AddPolicy(Doors, context => PostsOnly(context, 30));
        options.AddPolicy(Links, context => RateLimitPartition.GetFixedWindowLimiter("link " + Address(context), _ => Window(60)));
    }

    private static RateLimitPartition<string> PostsOnly(HttpContext context, int permits) =>
        HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter("door " + Address(context), _ => Window(permits))
            : RateLimitPartition.GetNoLimiter("");

    private static FixedWindowRateLimiterOptions Window(int permits) => new() { PermitLimit = permits, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 };

    /// <summary>The address, or for IPv6 its /64: one household has 2^64 of them.</summary>
    private static string Address(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress;
        if (address is null)
            return "";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes(), 0, 8)
            : address.ToString();
    }
}
