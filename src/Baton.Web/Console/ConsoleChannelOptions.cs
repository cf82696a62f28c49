using Baton.Web.Console.Places;

namespace Baton.Web.Console;

/// <summary>One channel of the console.</summary>
public sealed class ConsoleChannelOptions
{
    /// <summary>The longest id, in characters.</summary>
    public const int MaxIdLength = 40;

    /// <summary>What routes call it: <c>sales</c> for <c>console:sales</c>. Lower-case letters, digits and hyphens; not starting with <c>dm-</c>.</summary>
    public string Id { get; set; } = "";

    /// <summary>What people call it.</summary>
    public string Name { get; set; } = "";

    /// <summary>What people who read Japanese call it; null for the same name.</summary>
    public string? NameJa { get; set; }

    /// <summary><see cref="ConsolePlaceKind.Sales"/> or <see cref="ConsolePlaceKind.Marketing"/>.</summary>
    public ConsolePlaceKind Kind { get; set; }

    /// <summary>The language of its cards: <c>en</c> or <c>ja</c>.</summary>
    public string Locale { get; set; } = "en";
}
