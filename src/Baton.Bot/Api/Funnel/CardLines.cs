using Baton.Handoffs.Chat;
using NodaTime;

namespace Baton.Bot.Api;

/// <summary>A card as plain lines, for programs that show text.</summary>
internal static class CardLines
{
    // A cell or line of a report is ours and not endless; this only bounds what strangers wrote into it.
    private const int MaxLine = 1_000;

    /// <summary>The lines, top to bottom; cells of a table with tabs between.</summary>
    internal static string Of(Card card, string timeZone)
    {
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(timeZone) ?? DateTimeZone.Utc;
        return string.Join('\n', card.Sections.SelectMany(section => Of(section, line => PlainText.Of(line, zone, card.Locale, MaxLine))));
    }

    private static IEnumerable<string> Of(CardSection section, Func<Line, string> text) => section switch
    {
        CardSection.Heading heading => [text(heading.Text)],
        CardSection.Paragraph paragraph => paragraph.Lines.Select(text),
        CardSection.FactList list => list.Facts.Select(f => $"{f.Label}: {text(f.Value)}"),
        CardSection.Grid grid => grid.Rows.Select(row => string.Join('\t', row.Select(text))).Prepend(string.Join('\t', grid.Columns.Select(c => c.Title))),
        CardSection.Bars bars => bars.Items.Select(b => $"{text(b.Label)}: {b.Shown}"),
        CardSection.Link link => [$"{link.Label}: {link.Address.AbsoluteUri}"],
        _ => throw new InvalidOperationException($"There are no lines for {section.GetType().Name}."),
    };
}
