using Baton.Handoffs.Chat;
using Baton.Handoffs.Funnel.Commands;
using Baton.Handoffs.Funnel.Figures;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.People;

namespace Baton.Handoffs.Funnel.Reports;

/// <summary><c>/funnel queue</c> and <c>/funnel mine</c>: what is open, the most urgent first.</summary>
public static class QueueReport
{
    /// <summary>The answer to <c>queue</c>: of everybody, of a rep or of a pool; for a name that nobody has, the names that there are.</summary>
    public static FunnelReport Of(FunnelCommand.Queue command, FunnelScene scene)
    {
        var texts = scene.Texts;
        if (command.Of is not { } name)
        {
            return List(scene, texts["QueueTitle"], QueueFigures.Count(scene.Facts, _ => true, scene.Now));
        }

        if (RosterSearch.Find(scene.Roster, name) is [var person, ..])
        {
            return List(scene, Phrase.Of(texts, "QueueTitleOf", new Span.Someone(person.Email, person.Name)), QueueFigures.Count(scene.Facts, f => f.Owner == person.Email, scene.Now));
        }

        var pools = Pools(scene);
        return pools.FirstOrDefault(p => CommandText.Normal(p) == CommandText.Normal(name)) is { } pool
            ? List(scene, Phrase.Of(texts, "QueueTitleOf", new Span.Quoted(pool)), QueueFigures.Count(scene.Facts, f => f.Pool == pool, scene.Now))
            : Nobody(scene, name, pools);
    }

    /// <summary>The answer to <c>mine</c>.</summary>
    public static FunnelReport Of(FunnelCommand.Mine command, FunnelScene scene)
    {
        ArgumentNullException.ThrowIfNull(command);
        var texts = scene.Texts;
        var open = scene.Facts.Count(f => f.IsOfferedTo(scene.Asker));
        var figures = new MineFigures(QueueFigures.Count(scene.Facts, f => f.Owner == scene.Asker.Email, scene.Now), open);
        var report = List(scene, texts["MineTitle"], figures.Own);
        return report with
        {
            Card = report.Card with { Sections = [.. report.Card.Sections, .. open == 0 ? [] : OverviewReport.Notes([texts.Format("OpenToTake", open)])] },
            Data = figures,
        };
    }

    private static FunnelReport List(FunnelScene scene, Line title, QueueFigures figures)
    {
        var texts = scene.Texts;
        IReadOnlyList<CardSection> sections =
        [
            new CardSection.Heading(title),
            figures.Total == 0 ? new CardSection.Paragraph(texts["QueueEmpty"], Tone.Good) : OpenGrid.Of(scene, figures.Rows),
            .. figures.More == 0 ? [] : OverviewReport.Notes([texts.Format("MoreOpen", figures.More)]),
        ];
        return FunnelReport.Of(texts, Phrase.Of(texts, "QueueSummary", title, Shown.Count(texts, figures.Total)), sections, figures);
    }

    private static FunnelReport Nobody(FunnelScene scene, string name, IReadOnlyList<string> pools)
    {
        var texts = scene.Texts;
        var line = Phrase.Of(texts, "NobodyCalled", new Span.Quoted(name));
        var reps = scene.Roster.People.Where(p => p.Is(Roles.Rep)).Select(p => Line.Of(new Span.Someone(p.Email, p.Name)));
        var known = Phrase.Join(texts["ListSeparator"], pools.Select(p => Line.Quote(p)).Concat(reps));
        return FunnelReport.Of(texts, line, [new CardSection.Paragraph(line), .. known.Spans.Count == 0 ? [] : OverviewReport.Notes([Phrase.Of(texts, "KnownNames", known)])], null);
    }

    private static IReadOnlyList<string> Pools(FunnelScene scene) =>
        [.. scene.Roster.People.SelectMany(p => p.Pools).Concat(scene.Facts.Select(f => f.Pool).OfType<string>()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}

/// <summary>What the asker has, and what the asker may take.</summary>
/// <param name="Own">The asker's open handoffs.</param>
/// <param name="OpenToTake">Handoffs offered to the asker alone, or to one of the asker's pools.</param>
public sealed record MineFigures(QueueFigures Own, int OpenToTake);
