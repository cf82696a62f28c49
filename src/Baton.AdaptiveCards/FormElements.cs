using System.Globalization;
using System.Text.Json;
using Baton.Handoffs.Chat;

namespace Baton.AdaptiveCards;

/// <summary>
/// The questions of one form as inputs. An id must be unique in the whole card, though two forms may both ask for a <c>comment</c>:
/// so the button's id and a point stand before it, and <see cref="AdaptiveCardInputs.Read"/> takes them off.
/// </summary>
internal sealed class FormElements(Utf8JsonWriter json, string prefix, CardLimits limits, Texts texts)
{
    /// <summary>The inputs, in order.</summary>
    public void Write(CardForm form)
    {
        foreach (var input in form.Inputs) Write(input);
    }

    /// <summary>One input.</summary>
    /// <param name="input">The question.</param>
    /// <param name="typed">What was answered before and stands there again, whatever it is; null for what the question itself proposes.</param>
    public void Write(FormInput input, string? typed = null)
    {
        json.WriteStartObject();
        switch (input)
        {
            case FormInput.Choice choice:
                WriteChoice(choice);
                WriteValue(typed);
                break;
            case FormInput.Text text:
                WriteText(text);
                WriteValue(typed ?? Fitting(text));
                break;
            case FormInput.Date date:
                json.WriteString("type"u8, "Input.Date"u8);
                WriteValue(typed ?? date.Value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(input), input, "a kind of question that this switch does not know");
        }

        json.WriteString("id"u8, AdaptiveCardInputs.InputId(prefix, input.Id));
        json.WriteString("label"u8, MarkdownText.Literal(input.Label, limits.Text));
        if (input.Required)
        {
            json.WriteBoolean("isRequired"u8, true);
            json.WriteString("errorMessage"u8, texts.Format("Required", MarkdownText.Inert(input.Label, limits.Text)));
        }

        json.WriteEndObject();
    }

    private void WriteValue(string? value)
    {
        if (value is not null) json.WriteString("value"u8, value);
    }

    private void WriteText(FormInput.Text text)
    {
        json.WriteString("type"u8, "Input.Text"u8);
        json.WriteBoolean("isMultiline"u8, text.Multiline);
        json.WriteNumber("maxLength"u8, text.MaxLength);
        if (text.Placeholder is not null) json.WriteString("placeholder"u8, MarkdownText.Literal(text.Placeholder, limits.Text));
    }

    /// <summary>
    /// What is to be corrected must come back as it was, so it is given in full or, when the card has no room for it, not at all.
    /// </summary>
    private string? Fitting(FormInput.Text text) => text.Value is { Length: > 0 } value && value.Length <= Math.Min(text.MaxLength, limits.Text * 4) ? value : null;

    /// <summary>A ChoiceSet knows no groups, and a heading among the choices could be chosen: so the group's title stands before each of its choices.</summary>
    private void WriteChoice(FormInput.Choice choice)
    {
        json.WriteString("type"u8, "Input.ChoiceSet"u8);
        json.WriteString("style"u8, "compact"u8);
        json.WriteString("placeholder"u8, texts["Choose"]);
        json.WriteStartArray("choices"u8);
        var several = choice.Groups.Count > 1;
        var left = limits.Options;
        foreach (var group in choice.Groups)
        {
            foreach (var option in group.Options.Take(left))
            {
                json.WriteStartObject();
                json.WriteString("title"u8, MarkdownText.Literal(several && group.Title.Length > 0 ? texts.Format("InGroup", group.Title, option.Label) : option.Label, limits.Text));
                json.WriteString("value"u8, option.Value);
                json.WriteEndObject();
                left--;
            }
        }

        json.WriteEndArray();
    }
}
