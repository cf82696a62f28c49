using System.Globalization;
using System.Text.Json.Nodes;
using Baton.Slack.StandIn.Workspace;
using Microsoft.AspNetCore.Http;

namespace Baton.Slack.StandIn.WebApi;

/// <summary>Files in three steps. Source of the rules: https://docs.slack.dev/reference/methods/files.getUploadURLExternal, …/files.completeUploadExternal</summary>
internal sealed class FileMethods(WorkspaceState state)
{
    /// <summary>The route that takes the bytes.</summary>
    public const string Route = "/upload/v1/";

    /// <summary>Where the workspace is; known once it listens.</summary>
    public Uri Server { get; set; } = new("http://127.0.0.1");

    public JsonObject GetUploadUrl(ApiCall call)
    {
        if (!int.TryParse(call.Text("length"), NumberStyles.None, CultureInfo.InvariantCulture, out var length) || length == 0)
        {
            throw new RefusalException("missing_argument");
        }

        var (id, path) = state.Files.Announce(call.Text("filename"), length);
        return new JsonObject { ["upload_url"] = new Uri(Server, Route + path).ToString(), ["file_id"] = id };
    }

    public JsonObject Complete(ApiCall call)
    {
        var channel = call.Text("channel_id");
        var files = call.Structure<JsonArray>("files", "invalid_arguments") ?? throw new RefusalException("invalid_arguments");
        if (files.Count == 0)
        {
            throw new RefusalException("invalid_arguments");
        }

        var place = state.Members.Visible(channel);
        if (place is { DirectWith: null, BotIsIn: false })
        {
            throw new RefusalException("not_in_channel");
        }

        foreach (var file in files)
        {
            state.Files.Share((string?)file?["id"] ?? "", (string?)file?["title"] ?? "", channel);
        }

        return new JsonObject { ["files"] = files.DeepClone() };
    }

    /// <summary>Takes the bytes of a file, raw.</summary>
    public async Task TakeAsync(HttpContext context, string path)
    {
        using var bytes = new MemoryStream();
        await context.Request.Body.CopyToAsync(bytes, context.RequestAborted);
        bool taken;
        lock (state.Gate)
        {
            taken = context.Request.Headers.Authorization.Count == 0 && state.Files.Take(path, bytes.ToArray());
        }

        context.Response.StatusCode = taken ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        await context.Response.WriteAsync(taken ? $"OK - {bytes.Length}" : "invalid upload", context.RequestAborted);
    }
}
