using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Baton.Slack.StandIn.Faults;
using Baton.Slack.StandIn.Workspace;
using Microsoft.AspNetCore.Http;

namespace Baton.Slack.StandIn.WebApi;

/// <summary>Takes the app's answers to an act. Source of the rules: https://docs.slack.dev/interactivity/handling-user-interaction</summary>
internal sealed class ResponseUrlEndpoint(WorkspaceState state, Lane lane, ApiFaults faults, ApiLog log)
{
    /// <summary>The name under which faults and the log know it.</summary>
    public const string Method = "response_url";

    public async Task AnswerAsync(HttpContext context, string path)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        if (faults.Take(Method) is ApiFault.Status status)
        {
            context.Response.StatusCode = status.Code;
            return;
        }

        var outcome = Take(context.Request, path, body);
        context.Response.StatusCode = outcome switch { "ok" => StatusCodes.Status200OK, "used_url" or "expired_url" or "invalid_url" => StatusCodes.Status404NotFound, _ => StatusCodes.Status400BadRequest };
        await context.Response.WriteAsync(outcome, context.RequestAborted);
    }

    private string Take(HttpRequest request, string path, string body)
    {
        JsonObject arguments = [];
        var outcome = "ok";
        try
        {
            arguments = (request.ContentType ?? "").StartsWith("application/json", StringComparison.Ordinal) && JsonNode.Parse(body) is JsonObject json ? json : throw new RefusalException("invalid_payload");
            lock (state.Gate)
            {
                Answer(state.ResponseUrls.Use(path), new ApiCall(arguments));
            }
        }
        catch (RefusalException refusal)
        {
            outcome = refusal.Code;
        }
        catch (JsonException)
        {
            outcome = "invalid_payload";
        }

        log.Add(Method, arguments, outcome);
        return outcome;
    }

    /// <summary>Shows what the app says: in place of the source, or below it.</summary>
    public void Answer(ResponseUrl url, ApiCall call)
    {
        var source = url.SourceTs is { } ts ? state.Board.Find(url.Channel, ts) : null;
        if (call.Flag("delete_original"))
        {
            Delete(source ?? throw new RefusalException("message_not_found"));
            return;
        }

        var (text, blocks) = ChatMethods.Content(call);
        if (call.Flag("replace_original") && source is not null)
        {
            Replace(source, source with { Text = text, Blocks = state.Board.Identified(blocks), Edits = source.Edits + 1 });
            return;
        }

        var visible = call.Text("response_type") == "in_channel";
        var message = state.Board.PostByApp(url.Channel, text, blocks) with { OnlyFor = visible ? null : url.User, ThreadTs = call.Maybe("thread_ts") };
        state.Board.Put(message);
        if (visible)
        {
            lane.Posted(message);
        }
    }

    private void Delete(SeenMessage source)
    {
        state.Board.Remove(source);
        if (source.OnlyFor is null)
        {
            lane.Deleted(source);
        }
    }

    private void Replace(SeenMessage source, SeenMessage after)
    {
        state.Board.Put(after);
        if (source.OnlyFor is null)
        {
            lane.Changed(source, after);
        }
    }
}
