using Baton.Handoffs.Chat;
using Baton.Slack.Events;

namespace Baton.Slack.Tests.Events;

public sealed class CardPagesTests
{
    [Fact]
    public void A_long_answer_comes_whole_and_in_order()
    {
        var pages = CardPages.Of(Report(150));
        var all = string.Concat(pages.Select(p => p.Blocks.ToJsonString()));
        var found = Enumerable.Range(0, 150).Select(i => all.IndexOf($"row-{i}-", StringComparison.Ordinal)).ToList();

        Assert.InRange(pages.Count, 2, CardPages.Most);
        Assert.All(pages, page => Assert.InRange(page.Blocks.Count, 1, 50));
        Assert.DoesNotContain(-1, found);
        Assert.Equal(found.Order(), found);
    }

    [Fact]
    public void A_short_answer_is_one_message() => Assert.Single(CardPages.Of(Report(3)));

    private static Card Report(int rows) => new()
    {
        Kind = CardKind.Report,
        Locale = "en",
        Summary = Line.Plain("A report"),
        Sections =
        [
            new CardSection.Heading(Line.Plain("A report")),
            new CardSection.Grid([new Column("Lead"), new Column("Score", true)], [.. Enumerable.Range(0, rows).Select(IReadOnlyList<Line> (i) => [Line.Plain($"row-{i}-"), Line.Plain("82")])]),
        ],
    };
}
