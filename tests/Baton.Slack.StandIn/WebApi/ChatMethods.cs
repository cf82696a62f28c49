using System.Text.Json;
using System.Text.Json.Nodes;
using Baton.Slack.StandIn.Blocks;
using Baton.Slack.StandIn.Workspace;

namespace Baton.Slack.StandIn.WebApi;

/// <summary>The methods <c>chat.*</c>. Source of the rules: https://docs.slack.dev/reference/methods/chat.postMessage, …/chat.update, …/chat.postEphemeral, …/chat.delete.</summary>
internal sealed class ChatMethods(WorkspaceState state, Lane lane)
{
    private const int LongestUpdate = 4_000;

    /// <summary>Slack publishes no size; this leaves what any sensible app needs.</summary>
    private const int LargestMetadata = 8_000;

    public JsonObject Post(ApiCall call)
    {
        var channel = Writable(call.Text("channel"));
        var (text, blocks) = Content(call);
        var message = state.Board.PostByApp(channel.Id, text, blocks) with { Metadata = Metadata(call), Broadcast = call.Flag("reply_broadcast") };
        if (call.Maybe("thread_ts") is { Length: > 0 } thread)
        {
            state.Board.RequireParent(channel.Id, thread);
            message = message with { ThreadTs = thread };
        }

        lane.Posted(state.Board.Put(message));
        return new() { ["channel"] = channel.Id, ["ts"] = message.Ts, ["message"] = ApiJson.Message(message, state.Settings, true) };
    }

    public JsonObject Update(ApiCall call)
    {
        var channel = state.Members.Visible(call.Text("channel"));
        if (channel.Archived)
        {
            throw new RefusalException("is_inactive");
        }

        var before = Own(channel, call.Text("ts"), "cant_update_message");
        var after = before with { Edits = before.Edits + 1, Text = call.Maybe("text") ?? before.Text, Blocks = BlocksAfter(call, before), Metadata = MetadataAfter(call, before) };
        if (after.Text.Length > LongestUpdate)
        {
            throw new RefusalException("msg_too_long");
        }

        if (after.Text.Length == 0 && after.Blocks is null)
        {
            throw new RefusalException("no_text");
        }

        lane.Changed(before, state.Board.Put(after));
        return new() { ["channel"] = channel.Id, ["ts"] = after.Ts, ["text"] = after.Text, ["message"] = ApiJson.Message(after, state.Settings, true) };
    }

    public JsonObject PostEphemeral(ApiCall call)
    {
        var channel = Writable(call.Text("channel"));
        var user = state.Members.User(call.Text("user")) ?? throw new RefusalException("user_not_found");
        if (user.Deleted || !channel.Has(user))
        {
            throw new RefusalException("user_not_in_channel");
        }

        var (text, blocks) = Content(call);
        var message = state.Board.Put(state.Board.PostByApp(channel.Id, text, blocks) with { OnlyFor = user.Id, ThreadTs = call.Maybe("thread_ts") });
        return new() { ["message_ts"] = message.Ts };
    }

    public JsonObject Delete(ApiCall call)
    {
        var channel = state.Members.Visible(call.Text("channel"));
        var message = Own(channel, call.Text("ts"), "cant_delete_message");
        state.Board.Remove(message);
        lane.Deleted(message);
        return new() { ["channel"] = channel.Id, ["ts"] = message.Ts };
    }

    public JsonObject Permalink(ApiCall call)
    {
        var channel = state.Members.Visible(call.Text("channel"));
        var message = state.Board.Find(channel.Id, call.Text("message_ts")) ?? throw new RefusalException("message_not_found");
        return new() { ["channel"] = channel.Id, ["permalink"] = $"https://strict.slack.com/archives/{channel.Id}/p{message.Ts.Replace(".", "", StringComparison.Ordinal)}" };
    }

    /// <summary>A message's text and checked blocks.</summary>
    public static (string Text, JsonArray? Blocks) Content(ApiCall call)
    {
        var blocks = call.Structure<JsonArray>("blocks", "invalid_blocks_format");
        BlockCheck.Message(blocks);
        if (call.Has("markdown_text") && (call.Has("text") || blocks is not null))
        {
            throw new RefusalException("markdown_text_conflict");
        }

        var text = call.Maybe("text") ?? call.Text("markdown_text");
        return text.Length == 0 && blocks is not { Count: > 0 } ? throw new RefusalException("no_text") : (text, blocks);
    }

    private WorkspaceChannel Writable(string id)
    {
        var channel = state.Members.User(id) is { Deleted: false } user ? state.Members.DirectWith(user) : state.Members.Visible(id);
        return channel switch
        {
            { Archived: true } => throw new RefusalException("is_archived"),
            { DirectWith: { } other } when state.Members.User(other) is { Deleted: true } => throw new RefusalException("is_inactive"),
            { BotIsIn: false } when !state.Installation.Scopes.Contains("chat:write.public") => throw new RefusalException("not_in_channel"),
            _ => channel,
        };
    }

    private SeenMessage Own(WorkspaceChannel channel, string ts, string refusal) => state.Board.Find(channel.Id, ts) switch
    {
        null or { OnlyFor: not null } => throw new RefusalException("message_not_found"),
        { ByApp: false } => throw new RefusalException(refusal),
        var own => own,
    };

    /// <summary>Text without blocks takes the blocks away; neither keeps them; an empty list clears them.</summary>
    private JsonElement? BlocksAfter(ApiCall call, SeenMessage before)
    {
        var blocks = call.Structure<JsonArray>("blocks", "invalid_blocks_format");
        BlockCheck.Message(blocks);
        return blocks is not null ? state.Board.Identified(blocks) : call.Has("text") ? null : before.Blocks;
    }

    private static JsonElement? MetadataAfter(ApiCall call, SeenMessage before) =>
        !call.Has("metadata") ? before.Metadata : call.Structure<JsonObject>("metadata", "invalid_metadata_format")!.Count == 0 ? null : Metadata(call);

    private static JsonElement? Metadata(ApiCall call)
    {
        if (call.Structure<JsonObject>("metadata", "invalid_metadata_format") is not { } metadata)
        {
            return null;
        }

        var whole = metadata.Count == 2 && metadata["event_type"] is JsonValue type && type.GetValueKind() == JsonValueKind.String && metadata["event_payload"] is JsonObject;
        var text = metadata.ToJsonString();
        return !whole ? throw new RefusalException("invalid_metadata_format") : text.Length > LargestMetadata ? throw new RefusalException("metadata_too_large") : JsonElement.Parse(text);
    }
}
