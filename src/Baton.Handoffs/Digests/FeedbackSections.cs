using Baton.Handoffs.Chat;
using Baton.Handoffs.Funnel.Reports;

namespace Baton.Handoffs.Digests;

/// <summary>What people wrote, and what became of what marketing contested.</summary>
internal static class FeedbackSections
{
    public static IEnumerable<CardSection> Of(WeeklyFigures figures, FunnelScene scene)
    {
        var texts = Texts.Of<DigestTexts>(scene.Locale);
        return
        [
            .. figures.Comments.Count == 0 ? [] : new CardSection[]
            {
                new CardSection.Heading(texts["CommentsTitle"], 2),
                new CardSection.Paragraph([.. figures.Comments.Select(c => Comment(c, texts, scene))]),
            },
            .. Contests(figures.Contests, texts, scene.Texts),
        ];
    }

    private static Line Comment(CommentWorthReading comment, Texts texts, FunnelScene scene) => Phrase.Of(
        texts, "CommentLine", new Span.Quoted(comment.Comment), Labels.ReasonName(scene.Texts, scene.Reasons, comment.Reason), new Span.Quoted(comment.Source));

    private static IEnumerable<CardSection> Contests(ContestFigures contests, Texts texts, Texts shared) => contests.Total == 0
        ? []
        :
        [
            new CardSection.Heading(texts["ContestsTitle"], 2),
            new CardSection.Paragraph(
            [
                texts.Format("ContestsCount", contests.Total, contests.Upheld, contests.Dismissed, contests.Open),
                .. contests.Listed.Select(c => Phrase.Of(texts, "ContestLine", Labels.Lead(shared, c.Company, c.Contact), Outcome(c.Outcome, texts))),
            ]),
        ];

    private static string Outcome(string outcome, Texts texts) => outcome switch
    {
        "upheld" => texts["ContestUpheld"],
        "dismissed" => texts["ContestDismissed"],
        _ => texts["ContestOpen"],
    };
}
