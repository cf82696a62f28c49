using System.Text.Json.Serialization;
using Baton.Handoffs.Handoffs;

namespace Baton.Handoffs.Chat;

/// <summary>
/// A message for a chat platform, complete and in one language: what is said, in which order, and what can be pressed.
/// Every view model of the product ends as one, so that a platform needs exactly one renderer and platforms cannot drift apart.
/// </summary>
public sealed record Card
{
    /// <summary>What the card is.</summary>
    public required CardKind Kind { get; init; }

    /// <summary>The language of all of its texts: <c>en</c> or <c>ja</c>.</summary>
    public required string Locale { get; init; }

    /// <summary>The whole message in one plain line: notifications and screen readers live on it.</summary>
    public required Line Summary { get; init; }

    /// <summary>The parts, top to bottom.</summary>
    public required IReadOnlyList<CardSection> Sections { get; init; }

    /// <summary>The buttons, most wanted first; empty when nothing can be done.</summary>
    public IReadOnlyList<CardAction> Actions { get; init; } = [];

    /// <summary>The handoff that the card shows and may be refreshed from; null for reports.</summary>
    public HandoffId? Handoff { get; init; }

    /// <summary>
    /// Which view of the handoff this is, sent back with every click and refresh: empty for the handoff's own card,
    /// <c>feedback-000007</c> for the feedback on its event 7, <c>history</c> for its timeline.
    /// </summary>
    public string Topic { get; init; } = "";

    /// <summary>Which version of the handoff it shows; 0 for reports. An older version never replaces a newer one.</summary>
    public int Version { get; init; }
}

/// <summary>The product's view models. The names are stored.</summary>
public enum CardKind
{
    /// <summary>A handoff in the sales channel.</summary>
    Handoff,

    /// <summary>A reminder to one person, or under a card.</summary>
    Nudge,

    /// <summary>First message of a campaign's feedback thread.</summary>
    FeedbackThread,

    /// <summary>A reply in a feedback thread: rejected, recycled, disqualified, won, lost, contested, resubmitted.</summary>
    Feedback,

    /// <summary>The weekly summary.</summary>
    WeeklySummary,

    /// <summary>An answer to <c>/funnel</c>.</summary>
    Report,

    /// <summary>A short word to one person: done, refused, told why.</summary>
    Notice,

    /// <summary>Help.</summary>
    Help,
}

/// <summary>One part of a card.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "t")]
[JsonDerivedType(typeof(Heading), "h")]
[JsonDerivedType(typeof(Paragraph), "p")]
[JsonDerivedType(typeof(FactList), "f")]
[JsonDerivedType(typeof(Grid), "g")]
[JsonDerivedType(typeof(Bars), "b")]
[JsonDerivedType(typeof(Link), "l")]
public abstract record CardSection
{
    private CardSection()
    {
    }

    /// <summary>A title; level 1 is the card's own, level 2 opens a part.</summary>
    public sealed record Heading(Line Text, int Level = 1) : CardSection;

    /// <summary>One or more lines of text that belong together.</summary>
    [method: JsonConstructor]
    public sealed record Paragraph(IReadOnlyList<Line> Lines, Tone Tone = Tone.Normal) : CardSection
    {
        /// <summary>A paragraph of one line.</summary>
        public Paragraph(Line line, Tone tone = Tone.Normal)
            : this([line], tone)
        {
        }
    }

    /// <summary>Labelled values.</summary>
    public sealed record FactList(IReadOnlyList<CardFact> Facts) : CardSection;

    /// <summary>A table with a heading row. Every row has as many cells as there are columns.</summary>
    public sealed record Grid(IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<Line>> Rows) : CardSection;

    /// <summary>A bar picture: each bar's share is its value over the largest value. Platforms without charts draw it with text.</summary>
    public sealed record Bars(IReadOnlyList<Bar> Items) : CardSection;

    /// <summary>A link of ours, never one that others wrote.</summary>
    /// <param name="Label">What is written on it.</param>
    /// <param name="Address">Where it leads, over https, or http on this machine.</param>
    public sealed record Link(string Label, Uri Address) : CardSection;
}

/// <summary>A column of a table.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Numeric">Whether its cells are numbers and so belong to the right.</param>
public sealed record Column(string Title, bool Numeric = false);

/// <summary>A labelled value.</summary>
/// <param name="Label">Our own word for it.</param>
/// <param name="Value">The value.</param>
public sealed record CardFact(string Label, Line Value);

/// <summary>One bar.</summary>
/// <param name="Label">What it counts.</param>
/// <param name="Value">At least 0.</param>
/// <param name="Shown">The value as text.</param>
public sealed record Bar(Line Label, double Value, string Shown);

/// <summary>How a text is meant.</summary>
public enum Tone
{
    /// <summary>As such.</summary>
    Normal,

    /// <summary>Less important.</summary>
    Muted,

    /// <summary>All is well.</summary>
    Good,

    /// <summary>Look here.</summary>
    Warning,

    /// <summary>Something is late or wrong.</summary>
    Attention,
}
