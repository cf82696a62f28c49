using Baton.Edges.Reading;
using System.Text.Json;
using Baton.Handoffs.Handoffs;
using Baton.Slack.Blocks;

namespace Baton.Slack.Incoming;

/// <summary>Reads interaction payloads, over HTTP and over a socket alike.</summary>
internal static class InteractionReader
{
    /// <summary>The callback of the message shortcut "Show this lead".</summary>
    public const string ShowLead = "show_lead";

    private const int LongestName = 60;

    /// <summary>The interaction; null when it has no type or no user, and so is none.</summary>
    /// <exception cref="InvalidOperationException">A text in it is no Unicode.</exception>
    public static Interaction? Read(JsonElement payload)
    {
        var user = payload.At("user").Text("id");
        return (payload.Text("type"), user) switch
        {
            (null or "", _) or (_, null or "") => null,
            ("block_actions", _) => Pressed(payload, user),
            ("view_submission", _) => Submitted(payload, user),
            ("view_closed", _) => new Interaction.Nothing(),
            ("message_action", _) when payload.Text("callback_id") == ShowLead => new Interaction.ShowLead(user, HandoffOf(payload), SurfaceOf(payload), payload.Text("trigger_id") ?? ""),
            (var type, _) => new Interaction.Foreign(type.Length > LongestName ? type[..LongestName] : type),
        };
    }

    // A link that is followed is told as a press as well, and so are several fields at once: the first that Baton knows counts.
    private static Interaction Pressed(JsonElement payload, string user)
    {
        var isLink = false;
        foreach (var action in payload.At("actions").Items())
        {
            isLink |= action.At("url").ValueKind == JsonValueKind.String;
            var value = action.Text("value") ?? action.At("selected_option").Text("value");
            if (!isLink && action.Text("action_id") is { } id && PressedButton.Read(id, value) is { } button)
            {
                return new Interaction.Pressed(user, button, SurfaceOf(payload), payload.Text("trigger_id") ?? "");
            }
        }

        return isLink ? new Interaction.Nothing() : new Interaction.Foreign("block_actions");
    }

    private static Interaction Submitted(JsonElement payload, string user)
    {
        var view = payload.At("view");
        return view.Text("private_metadata") is { } metadata && ModalOrigin.Read(metadata) is { } origin && ViewOf(view) is { } opened
            ? new Interaction.Submitted(user, origin, BlockKitModal.Inputs(view.At("state")), AskedIn(view), opened)
            : new Interaction.Foreign("view_submission");
    }

    private static List<string> AskedIn(JsonElement view)
    {
        var prefix = BlockKitModal.BlockIdOf("");
        return [.. view.At("blocks").Items().Where(b => b.Text("type") == "input").Select(b => b.Text("block_id")).OfType<string>().Where(id => id.StartsWith(prefix, StringComparison.Ordinal)).Select(id => id[prefix.Length..])];
    }

    private static Surface SurfaceOf(JsonElement payload)
    {
        var container = payload.At("container");
        return new Surface(
            container.Text("channel_id") ?? payload.At("channel").Text("id"),
            container.Text("message_ts"),
            container.Text("thread_ts") ?? payload.At("message").Text("thread_ts"),
            payload.Text("response_url"),
            ViewOf(payload.At("view")));
    }

    private static ViewRef? ViewOf(JsonElement view) =>
        view.Text("id") is { Length: > 0 } id ? new ViewRef(id, view.Text("hash"), view.Text("type") == "modal") : null;

    // A message of another app may carry anything: only what Baton posted says which lead it shows.
    private static HandoffId? HandoffOf(JsonElement payload)
    {
        var message = payload.At("message");
        return message.Text("app_id") is { } app && app == payload.Text("api_app_id")
            ? ButtonsOf(message.At("blocks")).Select(button => button?.Handoff).FirstOrDefault(handoff => handoff is not null)
            : null;
    }

    private static IEnumerable<PressedButton?> ButtonsOf(JsonElement blocks) =>
        from block in blocks.Items()
        from element in block.At("elements").Items().Append(block.At("accessory"))
        select element.Text("action_id") is { } id ? PressedButton.Read(id, element.Text("value")) : null;
}
