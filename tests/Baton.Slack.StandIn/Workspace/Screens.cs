using System.Text.Json;
using System.Text.Json.Nodes;
using Baton.Slack.StandIn.Blocks;

namespace Baton.Slack.StandIn.Workspace;

/// <summary>Modals, Home tabs, and the triggers that open them. Guarded by the workspace's gate.</summary>
internal sealed class Screens(StrictSlackSettings settings, Ids ids, TimeProvider time)
{
    private const int DeepestStack = 3;

    private readonly Dictionary<string, List<SeenView>> stacks = [];
    private readonly Dictionary<string, SeenView> homes = [];
    private readonly Dictionary<string, (string User, DateTimeOffset Born, bool Used)> triggers = [];

    /// <summary>The modal on top of somebody's screen.</summary>
    public SeenView? Open(string user) => Stack(user).LastOrDefault();

    /// <summary>How many modals lie on one another.</summary>
    public int Depth(string user) => Stack(user).Count;

    public SeenView? Home(string user) => homes.GetValueOrDefault(user);

    /// <summary>A trigger for somebody's act.</summary>
    public string NewTrigger(string user)
    {
        var trigger = ids.Next("trigger.");
        triggers[trigger] = (user, time.GetUtcNow(), false);
        return trigger;
    }

    /// <summary>Opens a modal; the trigger is used up.</summary>
    public SeenView Open(string trigger, JsonObject body, bool push)
    {
        var user = Exchange(trigger);
        var stack = Stack(user);
        if (push && stack.Count is 0 or DeepestStack)
        {
            throw new RefusalException("push_limit_reached");
        }

        if (!push)
        {
            stack.Clear();
        }

        var view = New(user, body);
        stack.Add(view);
        return view;
    }

    /// <summary>Puts one modal on top as an answer to a submission.</summary>
    public SeenView Push(string user, JsonObject body)
    {
        if (Stack(user).Count == DeepestStack)
        {
            throw new RefusalException("push_limit_reached");
        }

        var view = New(user, body);
        Stack(user).Add(view);
        return view;
    }

    /// <summary>A view by its id or by the app's own id for it.</summary>
    public SeenView? Find(string? viewId, string? externalId) =>
        stacks.Values.SelectMany(s => s).Concat(homes.Values).FirstOrDefault(v => v.Id == viewId || (externalId is not null && ExternalIdOf(v.Body) == externalId));

    /// <summary>Shows another content in an open modal.</summary>
    public SeenView Update(SeenView view, JsonObject body, string? hash)
    {
        RequireHash(view, hash);
        var stack = Stack(view.User);
        var updated = view with { Hash = ids.Next("hash."), Body = Identified(body), Errors = new Dictionary<string, string>() };
        stack[stack.FindIndex(v => v.Id == view.Id)] = updated;
        return updated;
    }

    /// <summary>Writes the refusals beside the inputs.</summary>
    public void Show(SeenView view, IReadOnlyDictionary<string, string> errors) =>
        Stack(view.User)[Stack(view.User).FindIndex(v => v.Id == view.Id)] = view with { Errors = errors };

    /// <summary>Closes the top one, or all.</summary>
    public void Close(string user, bool all)
    {
        var stack = Stack(user);
        stack.RemoveRange(all ? 0 : stack.Count - 1, all ? stack.Count : 1);
    }

    /// <summary>Shows a Home tab.</summary>
    public SeenView Publish(string user, JsonObject body, string? hash)
    {
        if (!settings.HomeTab)
        {
            throw new RefusalException("not_enabled");
        }

        if (Home(user) is { } shown)
        {
            RequireHash(shown, hash);
        }

        return homes[user] = New(user, body) with { Id = Home(user)?.Id ?? ids.Next("V") };
    }

    private static void RequireHash(SeenView view, string? hash)
    {
        if (hash is not null && hash != view.Hash)
        {
            throw new RefusalException("hash_conflict");
        }
    }

    private static string? ExternalIdOf(JsonElement body) => body.TryGetProperty("external_id", out var id) ? id.GetString() : null;

    private List<SeenView> Stack(string user) => stacks.TryGetValue(user, out var stack) ? stack : stacks[user] = [];

    private string Exchange(string trigger)
    {
        if (!triggers.TryGetValue(trigger, out var found))
        {
            throw new RefusalException("invalid_trigger_id");
        }

        if (found.Used)
        {
            throw new RefusalException("exchanged_trigger_id");
        }

        if (time.GetUtcNow() - found.Born > settings.TriggerLife)
        {
            throw new RefusalException("expired_trigger_id");
        }

        triggers[trigger] = found with { Used = true };
        return found.User;
    }

    private SeenView New(string user, JsonObject body)
    {
        var identified = Identified(body);
        return ExternalIdOf(identified) is { Length: > 0 } external && Find(null, external) is not null
            ? throw new RefusalException("duplicate_external_id")
            : new SeenView(ids.Next("V"), user, ids.Next("hash."), identified);
    }

    private JsonElement Identified(JsonObject body)
    {
        BlockElements.GiveIds(body["blocks"]!.AsArray(), () => ids.Next("b"));
        return JsonElement.Parse(body.ToJsonString());
    }
}
