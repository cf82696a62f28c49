using System.Globalization;
using System.Text.Json.Nodes;
using Baton.Handoffs.Chat;

namespace Baton.AdaptiveCards;

/// <summary>
/// The questions of one form as inputs. An id must be unique in the whole card, though two forms may both ask for a <c>comment</c>:
/// so the button's id and a point stand before it, and <see cref="AdaptiveCardInputs.Read"/> takes them off.
/// </summary>
internal sealed class FormElements(string prefix, CardLimits limits, Texts texts)
{
    /// <summary>The inputs, in order.</summary>
    public IEnumerable<JsonNode> Of(CardForm form) => form.Inputs.Select(Of);

    private JsonNode Of(FormInput input)
    {
        var label = MarkdownText.Literal(input.Label, limits.Text);
        var element = input switch
        {
            FormInput.Choice choice => Choice(choice),
            FormInput.Text text => Text(text),
            FormInput.Date date => Date(date),
            _ => throw new ArgumentOutOfRangeException(nameof(input), input, "a kind of question that this switch does not know"),
        };
        element["id"] = AdaptiveCardInputs.InputId(prefix, input.Id);
        element["label"] = label;
        if (!input.Required) return element;
        element["isRequired"] = true;
        element["errorMessage"] = texts.Format("Required", MarkdownText.Inert(input.Label, limits.Text));
        return element;
    }

    private JsonObject Text(FormInput.Text text)
    {
        var element = new JsonObject { ["type"] = "Input.Text", ["isMultiline"] = text.Multiline, ["maxLength"] = text.MaxLength };
        if (text.Placeholder is not null) element["placeholder"] = MarkdownText.Literal(text.Placeholder, limits.Text);
        if (Fits(text) is { Length: > 0 } value) element["value"] = value;
        return element;
    }

    /// <summary>
    /// What is to be corrected must come back as it was, so it is given in full or, when the card has no room for it, not at all.
    /// </summary>
    private string? Fits(FormInput.Text text) => text.Value is { } value && value.Length <= Math.Min(text.MaxLength, limits.Text * 4) ? value : null;

    private static JsonObject Date(FormInput.Date date)
    {
        var element = new JsonObject { ["type"] = "Input.Date" };
        if (date.Value is { } day) element["value"] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return element;
    }

    /// <summary>A ChoiceSet knows no groups, and a heading among the choices could be chosen: so the group's title stands before each of its choices.</summary>
    private JsonObject Choice(FormInput.Choice choice)
    {
        var several = choice.Groups.Count > 1;
        var options = choice.Groups.SelectMany(group => group.Options.Select(option => new JsonObject
        {
            ["title"] = MarkdownText.Literal(several && group.Title.Length > 0 ? texts.Format("InGroup", group.Title, option.Label) : option.Label, limits.Text),
            ["value"] = option.Value,
        }));
        return new JsonObject
        {
            ["type"] = "Input.ChoiceSet",
            ["style"] = "compact",
            ["placeholder"] = texts["Choose"],
            ["choices"] = new JsonArray([.. options.Take(limits.Options)]),
        };
    }
}
