using System.Collections.Concurrent;
using Baton.Handoffs.Chat;
using Baton.Handoffs.Funnel.Commands;

namespace Baton.Handoffs.Funnel.Reports;

/// <summary><c>/funnel help</c>, and every answer to what could not be read or done: never silence, always an example.</summary>
public static class HelpReport
{
    private static readonly CommandWord[] WithFigures = [CommandWord.Overview, CommandWord.Reasons, CommandWord.Sla, CommandWord.Velocity, CommandWord.Export];

    // At most one for each topic and language.
    private static readonly ConcurrentDictionary<(CommandWord? Topic, string Locale), FunnelReport> Made = new();

    /// <summary>Help on all commands, or in full on one: the same object for the same topic and language.</summary>
    public static FunnelReport Of(FunnelCommand.Help command, string locale) => Made.GetOrAdd((command.Topic, Texts.Nearest(locale)), static asked =>
    {
        var texts = Texts.Of<FunnelTexts>(asked.Locale);
        return (asked.Topic is { } topic ? One(HelpTopic.Of(topic), texts) : All(texts)) with { IsFixed = true };
    });

    /// <summary>For a word that is not known: the nearest one that is, with an example.</summary>
    public static FunnelReport Of(FunnelCommand.Unknown command, string locale)
    {
        var texts = Texts.Of<FunnelTexts>(locale);
        var line = Phrase.Of(texts, "UnknownWord", new Span.Quoted(command.Word), new Span.Plain(command.Nearest, true));
        return Hint(texts, line, HelpTopic.Of(command.Command));
    }

    /// <summary>For a command that lacks something.</summary>
    public static FunnelReport Of(FunnelCommand.Incomplete command, string locale)
    {
        var texts = Texts.Of<FunnelTexts>(locale);
        var topic = HelpTopic.Of(command.Command);
        return Hint(texts, texts.Format("IncompleteCommand", topic.Usage), topic);
    }

    /// <summary>For whoever looks for a dashboard and cannot have it: the commands with the figures, each with an example.</summary>
    /// <param name="locale">The language.</param>
    /// <param name="why">Why there is none, in it.</param>
    public static FunnelReport Figures(string locale, string why)
    {
        var texts = Texts.Of<FunnelTexts>(locale);
        return FunnelReport.Of(
            texts,
            why,
            [
                new CardSection.Heading(texts["FiguresTitle"]),
                new CardSection.Paragraph([why, texts["FiguresWhere"]]),
                new CardSection.FactList([.. HelpTopic.All.Where(t => WithFigures.Contains(t.Command)).Select(t => Entry(t, texts))]),
                .. OverviewReport.Notes([texts["HelpPeriods"], texts["HelpShare"]]),
            ],
            null,
            CardKind.Help);
    }

    private static FunnelReport Hint(Texts texts, Line line, HelpTopic topic) => FunnelReport.Of(
        texts, line, [new CardSection.Paragraph(line), .. OverviewReport.Notes([texts.Format("ForExample", topic.Example(texts.Locale)), texts["HelpMore"]])], null, CardKind.Help);

    private static FunnelReport All(Texts texts) => FunnelReport.Of(
        texts,
        texts["HelpTitle"],
        [
            new CardSection.Heading(texts["HelpTitle"]),
            new CardSection.FactList([.. HelpTopic.All.Select(t => Entry(t, texts))]),
            new CardSection.Paragraph([texts["HelpPeriods"], texts["HelpFilters"], texts["HelpShare"], texts["HelpMore"]], Tone.Muted),
        ],
        null,
        CardKind.Help);

    private static FunnelReport One(HelpTopic topic, Texts texts) => FunnelReport.Of(
        texts,
        topic.Text(texts),
        [
            new CardSection.Heading($"/funnel {topic.Usage}"),
            new CardSection.Paragraph(topic.Text(texts)),
            new CardSection.Paragraph([texts.Format("ForExample", topic.Example("en")), texts.Format("ForExample", topic.Example("ja"))]),
            .. OverviewReport.Notes([texts.Format("AlsoWritten", string.Join(texts["ListSeparator"], Vocabulary.WordsOf(topic.Command)))]),
        ],
        null,
        CardKind.Help);

    private static CardFact Entry(HelpTopic topic, Texts texts) => new(topic.Usage, Phrase.Of(texts, "HelpEntry", topic.Text(texts), topic.Example(texts.Locale)));
}
