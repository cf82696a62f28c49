using System.Text.Json.Serialization;
using Baton.Handoffs.Leads;

namespace Baton.Handoffs.Chat;

/// <summary>
/// A piece of a line of text. A platform renders each kind in its own way; nothing but <see cref="Plain"/> is ever ours to format,
/// so lead text cannot turn into a mention, a link, markdown, a date function, HTML or a formula.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "t")]
[JsonDerivedType(typeof(Plain), "p")]
[JsonDerivedType(typeof(Quoted), "q")]
[JsonDerivedType(typeof(Moment), "m")]
[JsonDerivedType(typeof(Someone), "w")]
public abstract record Span
{
    private Span()
    {
    }

    /// <summary>Text of ours from the resources, already in the reader's language. It holds no markup either; <paramref name="Strong"/> asks for emphasis.</summary>
    public sealed record Plain(string Text, bool Strong = false) : Span;

    /// <summary>Text that somebody else wrote: shown literally, on one line, never interpreted.</summary>
    public sealed record Quoted(string Text, bool Strong = false) : Span;

    /// <summary>An instant, shown in the reader's own zone by the platform's own date token.</summary>
    public sealed record Moment(DateTimeOffset At, MomentStyle Style) : Span;

    /// <summary>A colleague, by name. It mentions (and so notifies) nobody.</summary>
    public sealed record Someone(EmailAddress Email, string Name) : Span;
}

/// <summary>How an instant is shown.</summary>
public enum MomentStyle
{
    /// <summary>Date and time.</summary>
    DateAndTime,

    /// <summary>Date only.</summary>
    Date,

    /// <summary>Time only.</summary>
    Time,
}

/// <summary>One line of text, made of spans in order.</summary>
/// <param name="Spans">The pieces; they are joined without blanks.</param>
public sealed record Line(IReadOnlyList<Span> Spans)
{
    /// <summary>A line of our own text.</summary>
    public static implicit operator Line(string text) => Plain(text);

    /// <summary>A line of our own text.</summary>
    public static Line Plain(string text, bool strong = false) => new([new Span.Plain(text, strong)]);

    /// <summary>A line of somebody else's text.</summary>
    public static Line Quote(string? text, bool strong = false) => new([new Span.Quoted(text ?? "", strong)]);

    /// <summary>A line of several pieces.</summary>
    public static Line Of(params Span[] spans) => new(spans);

    /// <summary>A line of our own text.</summary>
    public static Line ToLine(string text) => Plain(text);
}
