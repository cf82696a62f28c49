using System.Text.Json.Nodes;
using Baton.Handoffs.Chat;
using Baton.Handoffs.Handoffs;

namespace Baton.AdaptiveCards;

/// <summary>
/// The buttons. They stand in an <c>ActionSet</c>, each <c>Action.Execute</c> with an <c>Action.Submit</c> object to fall back on, as
/// "Universal Action Model" in the Adaptive Cards documentation asks for clients that do not know it.
/// </summary>
internal sealed class ActionElements(HandoffId? handoff, string topic, bool hasDialogs, CardLimits limits, Texts texts)
{
    /// <summary>What Teams shows of one set; the rest is behind "…".</summary>
    public const int MostPrimary = 6;

    /// <summary>
    /// The sets. Up to six buttons stay in view, in their order. A button that opens a form is never one of those behind "…", where Teams
    /// did not open it (microsoft/AdaptiveCards issue 8652): plain ones give way, and a seventh form begins a second set.
    /// </summary>
    public IEnumerable<JsonObject> Of(IReadOnlyList<CardAction> actions)
    {
        var named = Named(actions.Take(limits.Actions));
        var places = Math.Max(0, MostPrimary - named.Count(action => IsInCard(action.Action)));
        var first = new List<JsonNode>();
        var later = new List<JsonNode>();
        var forms = 0;
        foreach (var (id, action) in named)
        {
            if (action.Form is null) first.Add(Execute(action, id, secondary: places-- <= 0));
            else if (!IsInCard(action)) first.Add(Fetch(action, id, secondary: places-- <= 0));
            else (forms++ < MostPrimary ? first : later).Add(ShowCard(action, action.Form, id));
        }

        return later.Chunk(MostPrimary).Prepend([.. first]).Where(set => set.Length > 0)
            .Select(set => new JsonObject { ["type"] = "ActionSet", ["actions"] = new JsonArray(set) });
    }

    /// <summary>What a press carries to the server. Data under one of the fixed names is not sent.</summary>
    public JsonObject Data(CardAction action, string? form)
    {
        var data = new JsonObject();
        foreach (var (key, value) in action.Data.Where(pair => !AdaptiveCardInputs.IsReserved(pair.Key))) data[key] = value;
        data[AdaptiveCardInputs.VerbKey] = action.Verb;
        if (handoff is { } id) data[AdaptiveCardInputs.HandoffKey] = id.Value;
        if (topic.Length > 0) data[AdaptiveCardInputs.TopicKey] = topic;
        if (form is not null) data[AdaptiveCardInputs.FormKey] = form;
        return data;
    }

    /// <summary>The verb names a button, and with a number from the second one on where a card has several of one verb.</summary>
    private static List<(string Id, CardAction Action)> Named(IEnumerable<CardAction> actions)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal) { AdaptiveCardInputs.RefreshVerb };
        var named = new List<(string, CardAction)>();
        foreach (var action in actions)
        {
            var id = action.Verb;
            for (var i = 2; !taken.Add(id); i++) id = $"{action.Verb}-{i}";
            named.Add((id, action));
        }

        return named;
    }

    /// <summary>Whether its form stands in the card.</summary>
    private bool IsInCard(CardAction action) => action.Form is not null && (!hasDialogs || action.Style != ActionStyle.Normal);

    /// <summary>A button that asks for its dialog: only an <c>Action.Submit</c> can.</summary>
    private JsonObject Fetch(CardAction action, string id, bool secondary)
    {
        var title = MarkdownText.Literal(action.Label, limits.Text);
        var data = Data(action, form: null);
        data["msteams"] = new JsonObject { ["type"] = "task/fetch" };
        var fetch = new JsonObject { ["type"] = "Action.Submit", ["id"] = id, ["title"] = title, ["data"] = data, ["associatedInputs"] = "none" };
        if (secondary) fetch["mode"] = "secondary";
        return Style(fetch, action, title);
    }

    /// <summary>A button that sends: at once, or the answers of the form with that id.</summary>
    private JsonObject Execute(CardAction action, string id, string? form = null, bool secondary = false)
    {
        var title = MarkdownText.Literal(form is null ? action.Label : action.Form!.Submit, limits.Text);
        var data = Data(action, form);
        var inputs = form is null ? "none" : "auto";
        var execute = new JsonObject { ["type"] = "Action.Execute", ["id"] = id, ["title"] = title, ["verb"] = action.Verb, ["data"] = data, ["associatedInputs"] = inputs };
        execute["fallback"] = new JsonObject { ["type"] = "Action.Submit", ["title"] = title, ["data"] = data.DeepClone(), ["associatedInputs"] = inputs };
        if (secondary) execute["mode"] = "secondary";
        return Style(execute, action, title);
    }

    private JsonObject ShowCard(CardAction action, CardForm form, string id)
    {
        var title = TextElements.Of(form.Title, new TextLook(Bold: true, Size: "medium", Heading: true), limits.Text);
        var inputs = new FormElements(id, limits, texts).Of(form);
        return Style(
            new JsonObject
            {
                ["type"] = "Action.ShowCard",
                ["id"] = id,
                ["title"] = MarkdownText.Literal(action.Label, limits.Text),
                ["card"] = new JsonObject
                {
                    ["type"] = "AdaptiveCard",
                    ["body"] = new JsonArray([.. title is null ? inputs : inputs.Prepend(title)]),
                    ["actions"] = new JsonArray(Execute(action, $"{id}.{AdaptiveCardInputs.SubmitSuffix}", form: id)),
                },
            },
            action,
            MarkdownText.Literal(form.Title.Length > 0 ? form.Title : action.Label, limits.Text));
    }

    private static JsonObject Style(JsonObject button, CardAction action, string tooltip)
    {
        button["tooltip"] = tooltip;
        if (action.Style != ActionStyle.Normal) button["style"] = action.Style == ActionStyle.Primary ? "positive" : "destructive";
        return button;
    }
}
