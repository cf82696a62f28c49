using System.Text.Json.Nodes;
using Baton.Slack.StandIn.Acts;
using Baton.Slack.StandIn.Delivery;
using Baton.Slack.StandIn.WebApi;
using Baton.Slack.StandIn.Workspace;

namespace Baton.Slack.StandIn;

/// <content>What people do with buttons, forms and commands.</content>
public sealed partial class StrictSlack
{
    /// <summary>Presses a button, or chooses from a menu, in a message as this person has it on the screen, which may be stale.</summary>
    /// <param name="user">Who.</param>
    /// <param name="message">The message.</param>
    /// <param name="actionId">The element.</param>
    /// <param name="chosen">The value of the option that is chosen, for menus.</param>
    /// <param name="blockId">The block, where several have such an element.</param>
    public Task<AppAnswer> PressAsync(WorkspaceUser user, SeenMessage message, string actionId, string? chosen = null, string? blockId = null)
    {
        JsonObject payload;
        lock (state.Gate)
        {
            RequireSight(user, message);
            payload = payloads.Press(user, message, Element(message.Elements, actionId, blockId), chosen);
        }

        return courier.BringAsync(OutgoingKind.Interaction, payload);
    }

    /// <summary>Presses a button, or chooses from a menu, in a modal or on a Home tab.</summary>
    public Task<AppAnswer> PressAsync(SeenView view, string actionId, string? chosen = null, string? blockId = null)
    {
        JsonObject payload;
        lock (state.Gate)
        {
            payload = payloads.Press(view, Element(view.Elements, actionId, blockId), chosen);
        }

        return courier.BringAsync(OutgoingKind.Interaction, payload);
    }

    /// <summary>Types into a menu whose options the app gives.</summary>
    public Task<AppAnswer> SuggestAsync(SeenView view, string actionId, string typed)
    {
        JsonObject payload;
        lock (state.Gate)
        {
            payload = payloads.Suggestion(view, Element(view.Elements, actionId, null), typed);
        }

        return courier.BringAsync(OutgoingKind.Interaction, payload);
    }

    /// <summary>Fills in the open modal and submits it. What is mandatory and empty is refused before the app hears of it.</summary>
    /// <param name="view">The modal.</param>
    /// <param name="values">What was typed or chosen, by block id or action id; several choices with commas between. What is not named keeps its initial value.</param>
    public async Task<SubmitOutcome> SubmitAsync(SeenView view, IReadOnlyDictionary<string, string> values)
    {
        var form = new FilledForm(view, values);
        if (form.Problems.Count > 0)
        {
            return new SubmitOutcome.Incomplete(form.Problems);
        }

        JsonObject payload;
        lock (state.Gate)
        {
            payload = payloads.Submission(view, form.State);
        }

        var answer = await courier.BringAsync(OutgoingKind.Interaction, payload);
        lock (state.Gate)
        {
            return Submissions.Apply(state, view, answer);
        }
    }

    /// <summary>Closes a modal by its cross; the app hears of it when it asked to.</summary>
    public async Task CloseAsync(SeenView view)
    {
        JsonObject payload;
        lock (state.Gate)
        {
            state.Screens.Close(view.User, false);
            payload = payloads.Closing(view);
        }

        if (view.Body.TryGetProperty("notify_on_close", out var notify) && notify.GetBoolean())
        {
            await courier.BringAsync(OutgoingKind.Interaction, payload);
        }
    }

    /// <summary>Writes a slash command. What the app answers at once is shown as Slack shows it.</summary>
    public async Task<AppAnswer> CommandAsync(WorkspaceUser user, WorkspaceChannel channel, string command, string text)
    {
        JsonObject payload;
        string path;
        lock (state.Gate)
        {
            Require(!user.Stranger, $"{user.Name} is of another workspace and has no commands here.");
            path = state.ResponseUrls.New(user.Id, channel.Id, null);
            payload = payloads.Command(user, channel, command, text, path);
        }

        var answer = await courier.BringAsync(OutgoingKind.Command, payload);
        lock (state.Gate)
        {
            ShowAnswer(user, channel, command, path, answer);
        }

        return answer;
    }

    /// <summary>Chooses a shortcut in the menu of a message.</summary>
    public Task<AppAnswer> ShortcutAsync(WorkspaceUser user, SeenMessage message, string callbackId)
    {
        JsonObject payload;
        lock (state.Gate)
        {
            RequireSight(user, message);
            payload = payloads.Shortcut(user, message, callbackId);
        }

        return courier.BringAsync(OutgoingKind.Interaction, payload);
    }

    /// <summary>Chooses a shortcut that belongs to no message.</summary>
    public Task<AppAnswer> ShortcutAsync(WorkspaceUser user, string callbackId)
    {
        JsonObject payload;
        lock (state.Gate)
        {
            payload = payloads.Shortcut(user, null, callbackId);
        }

        return courier.BringAsync(OutgoingKind.Interaction, payload);
    }

    private void ShowAnswer(WorkspaceUser user, WorkspaceChannel channel, string command, string path, AppAnswer answer)
    {
        if (!answer.Ok)
        {
            var trouble = answer.InTime ? "dispatch_failed" : "operation_timeout";
            state.Board.Put(state.Board.PostByApp(channel.Id, $"{command} failed with the error \"{trouble}\"", null) with { OnlyFor = user.Id });
            return;
        }

        if (answer.Body.Length == 0)
        {
            return;
        }

        var said = answer.Json is { ValueKind: System.Text.Json.JsonValueKind.Object } json ? ApiJson.Node(json).AsObject() : new JsonObject { ["text"] = answer.Body };
        if (said.Count > 0)
        {
            responses.Answer(state.ResponseUrls.Use(path), new ApiCall(said));
        }
    }

    private static SeenElement Element(IReadOnlyList<SeenElement> elements, string actionId, string? blockId) =>
        elements.FirstOrDefault(e => e.ActionId == actionId && (blockId is null || e.BlockId == blockId))
        ?? throw new InvalidOperationException($"There is no {actionId}; there are: {string.Join(", ", elements.Select(e => $"{e.ActionId} ({e.Label})"))}.");

    private void RequireSight(WorkspaceUser user, SeenMessage message)
    {
        var channel = state.Members.Channel(message.Channel)!;
        Require(message.OnlyFor is { } one ? one == user.Id : channel.Has(user), $"{user.Name} does not see this message.");
        Require(state.Members.User(user.Id) is { Deleted: false }, $"{user.Name} is deactivated.");
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new InvalidOperationException(otherwise);
        }
    }
}
