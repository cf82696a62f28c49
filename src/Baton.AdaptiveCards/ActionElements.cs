using System.Text.Json;
using Baton.Handoffs.Chat;
using Baton.Handoffs.Handoffs;

namespace Baton.AdaptiveCards;

/// <summary>
/// The buttons. They stand in an <c>ActionSet</c>, each <c>Action.Execute</c> with an <c>Action.Submit</c> object to fall back on, as
/// "Universal Action Model" in the Adaptive Cards documentation asks for clients that do not know it.
/// </summary>
internal sealed class ActionElements(Utf8JsonWriter json, HandoffId? handoff, string topic, bool hasDialogs, CardLimits limits, Texts texts)
{
    /// <summary>What Teams shows of one set; the rest is behind "…".</summary>
    public const int MostPrimary = 6;

    /// <summary>
    /// The sets. Up to six buttons stay in view, in their order. A button that opens a form is never one of those behind "…", where Teams
    /// did not open it (microsoft/AdaptiveCards issue 8652): plain ones give way, and a seventh form begins a second set.
    /// </summary>
    public void Write(IReadOnlyList<CardAction> actions)
    {
        var named = Named(actions.Take(limits.Actions));
        var forms = named.Where(button => IsInCard(button.Action)).ToList();
        var later = forms.Skip(MostPrimary).ToList();
        var places = Math.Max(0, MostPrimary - forms.Count);
        WriteSet(later.Count == 0 ? named : [.. named.Except(later)], ref places);
        foreach (var set in later.Chunk(MostPrimary)) WriteSet(set, ref places);
    }

    /// <summary>What a press carries to the server, as the property <c>data</c>. Data under one of the fixed names is not sent.</summary>
    public void WriteData(CardAction action, string? form, bool opensDialog = false)
    {
        json.WriteStartObject("data"u8);
        foreach (var (key, value) in action.Data)
        {
            if (!AdaptiveCardInputs.IsReserved(key)) json.WriteString(key, value);
        }

        json.WriteString(AdaptiveCardInputs.VerbKey, action.Verb);
        if (handoff is { } id) json.WriteString(AdaptiveCardInputs.HandoffKey, id.Value);
        if (topic.Length > 0) json.WriteString(AdaptiveCardInputs.TopicKey, topic);
        if (form is not null) json.WriteString(AdaptiveCardInputs.FormKey, form);
        if (opensDialog)
        {
            json.WriteStartObject("msteams"u8);
            json.WriteString("type"u8, "task/fetch"u8);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void WriteSet(IReadOnlyList<(string Id, CardAction Action)> buttons, ref int places)
    {
        if (buttons.Count == 0) return;
        json.WriteStartObject();
        json.WriteString("type"u8, "ActionSet"u8);
        json.WriteStartArray("actions"u8);
        foreach (var (id, action) in buttons)
        {
            if (IsInCard(action)) WriteShowCard(action, action.Form!, id);
            else if (action.Form is null) WriteExecute(action, id, secondary: places-- <= 0);
            else WriteFetch(action, id, secondary: places-- <= 0);
        }

        json.WriteEndArray();
        json.WriteEndObject();
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
    private void WriteFetch(CardAction action, string id, bool secondary)
    {
        var title = MarkdownText.Literal(action.Label, limits.Text);
        json.WriteStartObject();
        json.WriteString("type"u8, "Action.Submit"u8);
        json.WriteString("id"u8, id);
        json.WriteString("title"u8, title);
        WriteData(action, form: null, opensDialog: true);
        json.WriteString("associatedInputs"u8, "none"u8);
        if (secondary) json.WriteString("mode"u8, "secondary"u8);
        WriteStyle(action, title);
        json.WriteEndObject();
    }

    /// <summary>A button that sends: at once, or the answers of the form with that id.</summary>
    private void WriteExecute(CardAction action, string id, string? form = null, bool secondary = false)
    {
        var title = MarkdownText.Literal(form is null ? action.Label : action.Form!.Submit, limits.Text);
        var inputs = form is null ? "none"u8 : "auto"u8;
        json.WriteStartObject();
        json.WriteString("type"u8, "Action.Execute"u8);
        json.WriteString("id"u8, id);
        json.WriteString("title"u8, title);
        json.WriteString("verb"u8, action.Verb);
        WriteData(action, form);
        json.WriteString("associatedInputs"u8, inputs);
        json.WriteStartObject("fallback"u8);
        json.WriteString("type"u8, "Action.Submit"u8);
        json.WriteString("title"u8, title);
        WriteData(action, form);
        json.WriteString("associatedInputs"u8, inputs);
        json.WriteEndObject();
        if (secondary) json.WriteString("mode"u8, "secondary"u8);
        WriteStyle(action, title);
        json.WriteEndObject();
    }

    private void WriteShowCard(CardAction action, CardForm form, string id)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "Action.ShowCard"u8);
        json.WriteString("id"u8, id);
        json.WriteString("title"u8, MarkdownText.Literal(action.Label, limits.Text));
        json.WriteStartObject("card"u8);
        json.WriteString("type"u8, "AdaptiveCard"u8);
        json.WriteStartArray("body"u8);
        new TextElements(json, limits.Text).Write(form.Title, TextLook.FormTitle);
        new FormElements(json, id, limits, texts).Write(form);
        json.WriteEndArray();
        json.WriteStartArray("actions"u8);
        WriteExecute(action, $"{id}.{AdaptiveCardInputs.SubmitSuffix}", form: id);
        json.WriteEndArray();
        json.WriteEndObject();
        WriteStyle(action, MarkdownText.Literal(form.Title.Length > 0 ? form.Title : action.Label, limits.Text));
        json.WriteEndObject();
    }

    private void WriteStyle(CardAction action, string tooltip)
    {
        json.WriteString("tooltip"u8, tooltip);
        if (action.Style != ActionStyle.Normal) json.WriteString("style"u8, action.Style == ActionStyle.Primary ? "positive"u8 : "destructive"u8);
    }
}
