using System.Text.Json;
using System.Text.Json.Nodes;
using Baton.Handoffs.Chat;

namespace Baton.Slack.Blocks;

/// <summary>Modals (https://docs.slack.dev/reference/views/modal-views): a button's form, a word instead of it, a card to read.</summary>
public static class BlockKitModal
{
    /// <summary>The <c>callback_id</c> of a form: its submission is an act.</summary>
    public const string FormCallback = "baton.form";

    /// <summary>The <c>callback_id</c> of everything that is only read.</summary>
    public const string ReadCallback = "baton.read";

    private const int NoticePart = 2500;

    /// <summary>The form of that button of that card as a view to open; what the card is about stands first. A button without a form asks nothing.</summary>
    public static JsonObject Form(Card card, CardAction action, ModalOrigin origin)
    {
        var texts = Texts.Of<BlockTexts>(card.Locale);
        var form = action.Form ?? new CardForm(action.Label, [], action.Label);
        var about = new Mrkdwn(BlockLimits.Text, card.Locale).Add(card.Summary);
        var blocks = new FormBlocks(new Room(BlockLimits.ViewText), texts).Of(form);
        var view = View(form.Title, FormCallback, texts["Cancel"], about.IsEmpty ? blocks : blocks.Prepend(BlockElements.Context(about.ToString())));
        view["submit"] = BlockElements.Plain(form.Submit, BlockLimits.ModalTitle);
        view["private_metadata"] = origin.Write();
        return view;
    }

    /// <summary>A word in place of a form, such as that somebody was quicker. Lines are kept; nothing in it is markup.</summary>
    public static JsonObject Notice(string title, string text, string locale)
    {
        var room = new Room(BlockLimits.ViewText);
        var blocks = new List<JsonObject>();
        var part = new RichText(room, locale);
        var length = 0;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (length > NoticePart)
            {
                blocks.Add(part.Block());
                (part, length) = (new RichText(room, locale), 0);
            }

            if (length > 0) part.Break();
            part.Add(InertText.Literal(line, BlockLimits.Answer));
            length += line.Length + 1;
        }

        if (!part.IsEmpty || blocks.Count == 0) blocks.Add(part.Block());
        return View(title, ReadCallback, Texts.Of<BlockTexts>(locale)["Close"], blocks.Take(BlockLimits.ViewBlocks));
    }

    /// <summary>A card to be read, such as a history or a report: without its buttons, whose answers belong to a message.</summary>
    public static JsonObject Show(Card card)
    {
        var texts = Texts.Of<BlockTexts>(card.Locale);
        var blocks = new SectionBlocks(new Room(BlockLimits.ViewText), texts, tables: false, headers: true).Of(card.Sections, BlockLimits.ViewBlocks);
        if (blocks.Count == 0) blocks.Add(new RichText(new Room(BlockLimits.Text), card.Locale).Add(card.Summary).Block());
        var title = card.Sections.OfType<CardSection.Heading>().FirstOrDefault()?.Text ?? card.Summary;
        return View(string.Concat(title.Spans.Where(span => span is not Span.Moment).Select(RichText.Literal)), ReadCallback, texts["Close"], blocks);
    }

    /// <summary>
    /// The answers in a view's <c>state</c> (https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload), by the question's name.
    /// Untouched questions, which Slack sends as null, and empty ones are left out, and so is everything that no form of Baton's asked.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Inputs(JsonElement viewState)
    {
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Field(viewState, "values") is not { ValueKind: JsonValueKind.Object } values) return answers;
        foreach (var block in values.EnumerateObject())
        {
            if (Answered(block) is var (id, answer)) answers[id] = answer;
        }

        return answers;
    }

    /// <summary>The block that an error about that question is shown at (<c>response_action: errors</c>).</summary>
    public static string BlockIdOf(string inputId) => FormBlocks.Prefix + inputId;

    private static (string Id, string Answer)? Answered(JsonProperty block)
    {
        try
        {
            return block.Name.StartsWith(FormBlocks.Prefix, StringComparison.Ordinal)
                && Field(block.Value, FormBlocks.ActionId) is { } state && Answer(state) is { Length: > 0 } answer
                ? (block.Name[FormBlocks.Prefix.Length..], answer)
                : null;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, which JSON can spell and no text can hold.
            return null;
        }
    }

    private static string? Answer(JsonElement state) => Text(state, "type") switch
    {
        "plain_text_input" => Text(state, "value"),
        "datepicker" => Text(state, "selected_date"),
        "static_select" => Field(state, "selected_option") is { } option ? Text(option, "value") : null,
        _ => null,
    };

    private static JsonElement? Field(JsonElement node, string name) =>
        node.ValueKind == JsonValueKind.Object && node.TryGetProperty(name, out var field) ? field : null;

    private static string? Text(JsonElement node, string name) => Field(node, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static JsonObject View(string title, string callback, string close, IEnumerable<JsonObject> blocks) => new()
    {
        ["type"] = "modal",
        ["callback_id"] = callback,
        ["title"] = BlockElements.Plain(title, BlockLimits.ModalTitle),
        ["close"] = BlockElements.Plain(close, BlockLimits.ModalTitle),
        ["blocks"] = BlockKitRenderer.Identified(blocks, "m."),
    };
}
