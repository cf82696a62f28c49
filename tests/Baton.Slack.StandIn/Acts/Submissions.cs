using System.Text.Json;
using System.Text.Json.Nodes;
using Baton.Slack.StandIn.Blocks;
using Baton.Slack.StandIn.WebApi;
using Baton.Slack.StandIn.Workspace;

namespace Baton.Slack.StandIn.Acts;

/// <summary>Does to the screen what the app answered to a submission. Source: https://docs.slack.dev/surfaces/modals</summary>
internal static class Submissions
{
    public static SubmitOutcome Apply(WorkspaceState state, SeenView view, AppAnswer answer)
    {
        if (!answer.Ok)
        {
            return new SubmitOutcome.Trouble(answer.InTime ? $"status {answer.Status}" : "no answer in time");
        }

        if (answer.Body.Length == 0)
        {
            state.Screens.Close(view.User, false);
            return new SubmitOutcome.Closed();
        }

        if (answer.Json is not { ValueKind: JsonValueKind.Object } json || !json.TryGetProperty("response_action", out var action))
        {
            return new SubmitOutcome.Trouble($"an answer without response_action: {answer.Body}");
        }

        try
        {
            return Apply(state, view, json, action.GetString());
        }
        catch (RefusalException refusal)
        {
            return new SubmitOutcome.Trouble($"{refusal.Code}: {string.Join("; ", refusal.Messages)}");
        }
    }

    private static SubmitOutcome Apply(WorkspaceState state, SeenView view, JsonElement json, string? action)
    {
        switch (action)
        {
            case "clear":
                state.Screens.Close(view.User, true);
                return new SubmitOutcome.Closed();
            case "update":
                return new SubmitOutcome.Updated(state.Screens.Update(view, Modal(json), null));
            case "push":
                return new SubmitOutcome.Pushed(state.Screens.Push(view.User, Modal(json)));
            case "errors":
                return Errors(state, view, json);
            default:
                return new SubmitOutcome.Trouble($"response_action {action}");
        }
    }

    private static SubmitOutcome Errors(WorkspaceState state, SeenView view, JsonElement json)
    {
        var errors = json.GetProperty("errors").EnumerateObject().ToDictionary(e => e.Name, e => e.Value.GetString()!);
        var inputs = view.Body.GetProperty("blocks").EnumerateArray().Where(b => b.GetProperty("type").GetString() == "input").Select(b => b.GetProperty("block_id").GetString()!).ToHashSet();
        if (errors.Count == 0 || errors.Keys.Any(k => !inputs.Contains(k)))
        {
            return new SubmitOutcome.Trouble($"errors for {string.Join(", ", errors.Keys)}, inputs are {string.Join(", ", inputs)}");
        }

        state.Screens.Show(view, errors);
        return new SubmitOutcome.Refused(errors);
    }

    private static JsonObject Modal(JsonElement json)
    {
        var view = ApiJson.Node(json.GetProperty("view")).AsObject();
        BlockCheck.View(view, "modal");
        return view;
    }
}
