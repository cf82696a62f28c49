using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;

namespace Baton.Web.Console.Http;

/// <summary>Serves the built client, which lives inside this assembly so that it is wherever the assembly is.</summary>
internal static class ConsoleClient
{
    private const string Prefix = "console/";
    private const string Page = "index.html";
    private const string Hashed = "assets/";

    private static readonly Assembly Home = typeof(ConsoleClient).Assembly;
    private static readonly FileExtensionContentTypeProvider Types = new();

    public static IResult Serve(HttpContext http, string? path)
    {
        if (string.IsNullOrEmpty(path) && !http.Request.Path.Value!.EndsWith('/'))
        {
            // The page's links are relative, so it must end with a slash.
            return TypedResults.Redirect($"{http.Request.PathBase}{ConsoleEndpoints.Root}/{http.Request.QueryString}");
        }

        var name = string.IsNullOrEmpty(path) ? Page : path;
        if (Home.GetManifestResourceStream(Prefix + name) is not { } file)
        {
            return TypedResults.Problem($"The console has no '{name}'.", statusCode: StatusCodes.Status404NotFound);
        }

        http.Response.Headers.CacheControl = name.StartsWith(Hashed, StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache";
        return TypedResults.Stream(file, Types.TryGetContentType(name, out var type) ? WithCharset(type) : "application/octet-stream");
    }

    private static string WithCharset(string type) => type.StartsWith("text/", StringComparison.Ordinal) ? type + "; charset=utf-8" : type;
}
