using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Baton.Teams.StandIn.Files;

/// <summary>
/// Where files are put that people want: one session for each, which takes the whole file in one piece and then nothing more
/// (https://learn.microsoft.com/onedrive/developer/rest-api/api/driveitem_createuploadsession). The address is the permission: with a token it refuses.
/// </summary>
public sealed class OneDrive
{
    private const string Path = "/onedrive/upload/";

    // Guarded by itself: requests come at once.
    private readonly Dictionary<string, byte[]?> sessions = [];

    /// <summary>What it answers instead of taking a file; null takes it.</summary>
    public int? Fault { get; set; }

    /// <summary>The files that are there.</summary>
    public IReadOnlyList<byte[]> Files
    {
        get
        {
            lock (sessions)
            {
                return [.. sessions.Values.OfType<byte[]>()];
            }
        }
    }

    /// <summary>Opens a session for a file, as Teams tells the bot of it.</summary>
    internal JsonObject Open(Uri server, string name)
    {
        var id = Guid.NewGuid().ToString("N");
        lock (sessions)
        {
            sessions[id] = null;
        }

        return new JsonObject
        {
            ["contentUrl"] = $"https://contoso.sharepoint.com/personal/robin/Documents/Applications/{name}",
            ["name"] = name,
            ["uploadUrl"] = new Uri(server, Path + id).AbsoluteUri,
            ["uniqueId"] = id,
            ["fileType"] = name[(name.LastIndexOf('.') + 1)..],
        };
    }

    internal void Map(WebApplication app) => app.MapPut(Path + "{session}", async (HttpContext http, string session) =>
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        return Take(http.Request, session, body.ToArray());
    });

    private IResult Take(HttpRequest request, string session, byte[] file)
    {
        var range = string.Create(CultureInfo.InvariantCulture, $"bytes 0-{file.Length - 1}/{file.Length}");
        lock (sessions)
        {
            if (Fault is { } fault)
            {
                return Results.StatusCode(fault);
            }

            if (!sessions.TryGetValue(session, out var there) || there is not null)
            {
                return Results.NotFound();
            }

            if (request.Headers.Authorization.Count > 0)
            {
                return Results.Unauthorized();
            }

            if (file.Length == 0 || request.ContentLength != file.Length || request.Headers.ContentRange != range)
            {
                return Results.StatusCode(StatusCodes.Status416RangeNotSatisfiable);
            }

            sessions[session] = file;
            return Results.Json(new JsonObject { ["id"] = session }, statusCode: StatusCodes.Status201Created);
        }
    }
}
