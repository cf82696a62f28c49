using System.Net;
using Microsoft.Net.Http.Headers;

namespace Baton.Bot.Api;

/// <summary>
/// Whether a request was made on this machine and for this machine. A loopback address alone does not say so: a proxy beside us forwards
/// strangers, and a browser on this machine sends what a stranger's page asks for, under the page's origin or under a name that it rebound.
/// </summary>
internal static class ThisMachine
{
    private static readonly string[] Forwarding = ["Forwarded", "X-Forwarded-For", "X-Real-IP"];

    internal static bool Made(HttpContext context) =>
        IsLoopback(context.Connection.RemoteIpAddress)
        && !Forwarding.Any(context.Request.Headers.ContainsKey)
        && !context.Request.Headers.ContainsKey(HeaderNames.Origin)
        && IsLoopback(context.Request.Host.Host);

    private static bool IsLoopback(IPAddress? address) =>
        address is not null && IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IsLoopback(address));
}
