using System.Text;
using System.Text.Json.Nodes;
using Baton.Handoffs.Chat;

namespace Baton.Slack.Blocks;

/// <summary>
/// Writes lines as the elements of one rich text section (https://docs.slack.dev/reference/block-kit/block-elements/rich-text-section-element).
/// Nothing that a lead says becomes anything but a <c>text</c> element.
/// </summary>
internal sealed class RichText(Room room, string locale)
{
    private readonly List<JsonNode> elements = [];
    private readonly StringBuilder pending = new();
    private bool bold;

    /// <summary>Whether there is something to see.</summary>
    public bool IsEmpty => elements.Count == 0 && string.IsNullOrWhiteSpace(pending.ToString());

    /// <summary>A line.</summary>
    public RichText Add(Line line, bool strong = false)
    {
        foreach (var span in line.Spans)
        {
            if (span is Span.Moment moment) Add(moment);
            else Add(Literal(span), strong || span is Span.Plain { Strong: true } or Span.Quoted { Strong: true });
        }

        return this;
    }

    /// <summary>Text that is inert already.</summary>
    public RichText Add(string literal, bool strong = false)
    {
        var taken = room.Take(literal);
        if (taken.Length == 0) return this;
        if (strong != bold) Flush();
        bold = strong;
        pending.Append(taken);
        return this;
    }

    /// <summary>An emoji of Slack's own, by its name.</summary>
    public RichText Emoji(string name)
    {
        Flush();
        elements.Add(new JsonObject { ["type"] = "emoji", ["name"] = name });
        return Add(" ");
    }

    /// <summary>A link of ours, all of it or nothing: half an address leads nowhere.</summary>
    public RichText Link(Uri address, string label)
    {
        if (!room.TryTake(address.AbsoluteUri.Length + label.Length)) return this;
        Flush();
        elements.Add(new JsonObject { ["type"] = "link", ["url"] = address.AbsoluteUri, ["text"] = label });
        return this;
    }

    /// <summary>A line break.</summary>
    public RichText Break() => Add("\n", bold);

    /// <summary>The elements; at least one, because Slack refuses a section without.</summary>
    public JsonArray Elements()
    {
        Flush();
        return elements.Count == 0 ? new JsonArray(Text(" ", false)) : new JsonArray([.. elements]);
    }

    /// <summary>The lines as a block.</summary>
    public JsonObject Block() => new() { ["type"] = "rich_text", ["elements"] = new JsonArray(Section()) };

    /// <summary>The lines as a section of such a block.</summary>
    public JsonObject Section() => new() { ["type"] = "rich_text_section", ["elements"] = Elements() };

    /// <summary>What a span says where no markup is read.</summary>
    public static string Literal(Span span) => span switch
    {
        Span.Plain plain => InertText.Ours(plain.Text),
        Span.Quoted quoted => InertText.Literal(quoted.Text),
        Span.Someone someone => InertText.Literal(someone.Name),
        _ => throw new ArgumentOutOfRangeException(nameof(span), span, "a kind of span that this switch does not know"),
    };

    /// <summary>How much room a line takes, when no piece of it is longer than <paramref name="most"/>.</summary>
    public static int Length(Line line, string locale, int most = int.MaxValue) =>
        line.Spans.Sum(span => span is Span.Moment moment ? DateTokens.Mrkdwn(moment, locale).Length : Math.Min(most, Literal(span).Length));

    private void Add(Span.Moment moment)
    {
        var element = DateTokens.Element(moment, locale);
        if (!room.TryTake(DateTokens.Mrkdwn(moment, locale).Length)) return;
        Flush();
        elements.Add(element);
    }

    private void Flush()
    {
        if (pending.Length == 0) return;
        elements.Add(Text(pending.ToString(), bold));
        pending.Clear();
    }

    private static JsonObject Text(string text, bool strong)
    {
        var element = new JsonObject { ["type"] = "text", ["text"] = text };
        if (strong) element["style"] = new JsonObject { ["bold"] = true };
        return element;
    }
}
