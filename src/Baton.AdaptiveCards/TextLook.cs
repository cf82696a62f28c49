using Baton.Handoffs.Chat;

namespace Baton.AdaptiveCards;

/// <summary>How a line looks.</summary>
internal readonly record struct TextLook(Tone Tone = Tone.Normal, bool Bold = false, string? Size = null, bool Heading = false, string? Spacing = null)
{
    /// <summary>As such.</summary>
    public static TextLook Normal { get; } = new(Tone.Normal);

    /// <summary>A label, or what is less important.</summary>
    public static TextLook Muted { get; } = new(Tone.Muted);

    /// <summary>How much more there would be.</summary>
    public static TextLook More { get; } = new(Tone.Muted, Spacing: "small");

    /// <summary>What the card is about.</summary>
    public static TextLook CardTitle { get; } = new(Bold: true, Size: "large", Heading: true);

    /// <summary>What opens a part of the card.</summary>
    public static TextLook PartTitle { get; } = new(Bold: true, Size: "medium", Heading: true, Spacing: "medium");

    /// <summary>What stands over a form.</summary>
    public static TextLook FormTitle { get; } = new(Bold: true, Size: "medium", Heading: true);

    /// <summary>What was wrong.</summary>
    public static TextLook Error { get; } = new(Tone.Attention, Bold: true);
}
