using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Baton.Web.Dashboard.Http;

/// <summary>What pages load: the style sheet, made of the web console's colours and the dashboard's own rules, and the icon. Addresses change with what they lead to, so browsers keep it.</summary>
internal static class PageFiles
{
    private static readonly Lazy<byte[]> Sheet = new(() => [.. Read("dashboard/tokens.css"), .. Read("dashboard/dashboard.css")]);
    private static readonly Lazy<byte[]> Icon = new(() => Read("dashboard/favicon.svg"));

    /// <summary>The style sheet's address.</summary>
    public static string SheetAddress => AddressOf(DashboardRoutes.Style, Sheet.Value);

    /// <summary>The icon's address.</summary>
    public static string IconAddress => AddressOf(DashboardRoutes.Icon, Icon.Value);

    /// <summary>Sends the style sheet.</summary>
    public static IResult SendSheet(HttpContext http) => Send(http, SheetAddress, Sheet.Value, "text/css; charset=utf-8");

    /// <summary>Sends the icon.</summary>
    public static IResult SendIcon(HttpContext http) => Send(http, IconAddress, Icon.Value, "image/svg+xml");

    // While versions change, one process may be asked for what only another has: that is not to be kept.
    private static IResult Send(HttpContext http, string address, byte[] content, string type)
    {
        http.Response.Headers.CacheControl = address == $"{http.Request.Path}{http.Request.QueryString}" ? "public, max-age=31536000, immutable" : "no-cache";
        return TypedResults.Bytes(content, type);
    }

    private static string AddressOf(string route, byte[] content) => $"{route}?v={Convert.ToHexStringLower(SHA256.HashData(content))[..12]}";

    private static byte[] Read(string name)
    {
        using var from = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The assembly has no '{name}'.");
        using var reader = new StreamReader(from, Encoding.UTF8);
        return Encoding.UTF8.GetBytes(reader.ReadToEnd());
    }
}
