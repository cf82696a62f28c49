namespace Baton.AdaptiveCards;

/// <summary>How much of a card is written. A card that is too long is written again with less, the least important first.</summary>
/// <param name="Rows">Rows of a table and bars of a picture.</param>
/// <param name="Items">Facts of a list and lines of a paragraph.</param>
/// <param name="Text">Characters of one piece of text.</param>
/// <param name="Sections">Sections of the card.</param>
/// <param name="Columns">Columns of a table.</param>
/// <param name="Options">Options of one question.</param>
/// <param name="Actions">Buttons.</param>
internal sealed record CardLimits(int Rows, int Items, int Text, int Sections, int Columns, int Options, int Actions)
{
    /// <summary>From everything to almost nothing.</summary>
    public static IReadOnlyList<CardLimits> Ladder { get; } =
    [
        new(200, 60, Handoffs.Chat.LeadText.DefaultLimit, 60, 12, 100, 30),
        .. new[] { 120, 80, 55, 40, 30, 22, 16, 12, 8 }.Select(rows => new CardLimits(rows, 60, Handoffs.Chat.LeadText.DefaultLimit, 60, 12, 100, 30)),
        new(8, 30, 160, 60, 12, 100, 30),
        new(6, 20, 120, 40, 10, 60, 24),
        new(5, 12, 80, 20, 8, 40, 18),
        new(4, 8, 60, 12, 6, 25, 12),
        new(3, 5, 40, 8, 5, 15, 8),
    ];

    /// <summary>Not even the sections: the summary instead of them, and as many buttons as fit.</summary>
    public static CardLimits Bare { get; } = new(0, 1, 40, 1, 0, 15, 6);
}
