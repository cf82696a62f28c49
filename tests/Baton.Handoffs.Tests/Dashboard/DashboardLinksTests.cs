using Baton.Handoffs.Chat;
using Baton.Handoffs.Dashboard;
using Baton.Handoffs.Funnel.Reports;
using Baton.Handoffs.Leads;
using Baton.Handoffs.People;
using Baton.Handoffs.Tests.Doubles;
using Baton.Handoffs.Tests.Funnel;

namespace Baton.Handoffs.Tests.Dashboard;

public sealed class DashboardLinksTests
{
    private readonly TestClock clock = new(Facts.Now);
    private readonly DashboardOptions options = new() { PublicUrl = "https://baton.example.com", Keys = ["a-key-of-more-than-thirty-two-characters"] };
    private readonly Roster roster = new([Scenes.Sato, Scenes.Mori]);

    [Fact]
    public void A_link_lets_its_asker_in_and_is_shared_with_nobody()
    {
        var links = Links();

        var report = links.Answer(Scenes.Sato, "en", Facts.Now);

        var link = Assert.Single(report.Card.Sections.OfType<CardSection.Link>());
        Assert.StartsWith("https://baton.example.com/dashboard/enter?pass=", link.Address.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal("Open the dashboard", link.Label);
        Assert.True(report.IsPrivate);
        Assert.Equal(Scenes.Sato, links.Visitor(PassKind.Link, PassIn(report), Facts.Now));
        Assert.Equal(Scenes.Sato, links.Visitor(PassKind.Visit, links.VisitOf(Scenes.Sato), Facts.Now));
        Assert.Equal("ダッシュボードを開く", Assert.Single(links.Answer(Scenes.Sato, "ja", Facts.Now).Card.Sections.OfType<CardSection.Link>()).Label);
    }

    [Theory]
    [InlineData("en", "There is no dashboard here.", "/funnel reasons last week by campaign")]
    [InlineData("ja", "ダッシュボードは有効になっていません。", "/funnel 先週の却下理由 キャンペーン別")]
    public void Where_there_is_none_the_answer_names_the_commands_with_the_figures(string locale, string line, string example)
    {
        options.PublicUrl = "";

        var card = Links().Answer(Scenes.Sato, locale, Facts.Now).Card;

        Assert.StartsWith(line, card.Summary.Text(), StringComparison.Ordinal);
        Assert.Equal(5, Assert.Single(card.Sections.OfType<CardSection.FactList>()).Facts.Count);
        Assert.Contains(card.AllText(), t => t.Contains(example, StringComparison.Ordinal));
    }

    [Fact]
    public void A_guest_gets_the_figures_in_chat_and_no_link()
    {
        var card = Links().Answer(new Person { Email = EmailAddress.Parse("guest@elsewhere.example"), Name = "Guest" }, "en", Facts.Now).Card;

        Assert.Empty(card.Sections.OfType<CardSection.Link>());
        Assert.StartsWith("The dashboard is for colleagues who are known to Baton.", card.Summary.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_left_the_company_is_let_in_no_more_and_who_is_on_holiday_is()
    {
        var links = Links();
        var (sato, mori) = (links.VisitOf(Scenes.Sato), links.VisitOf(Scenes.Mori));
        roster.Learn(
        [
            new PersonState { Email = Scenes.Sato.Email, Absence = new Absence(Facts.Now, null) },
            new PersonState { Email = Scenes.Mori.Email, Absence = new Absence(Facts.Now, Facts.Now.AddDays(7)) },
        ]);

        Assert.Null(links.Visitor(PassKind.Visit, sato, Facts.Now));
        Assert.Empty(links.Answer(Scenes.Sato, "en", Facts.Now).Card.Sections.OfType<CardSection.Link>());
        Assert.Equal(Scenes.Mori.Email, links.Visitor(PassKind.Visit, mori, Facts.Now)?.Email);
    }

    [Fact]
    public void Nobody_is_let_in_whose_pass_names_no_colleague()
    {
        var passes = new DashboardPasses(options.Keys, clock);

        Assert.Null(Links().Visitor(PassKind.Link, passes.Issue(PassKind.Link, EmailAddress.Parse("gone@example.com")), Facts.Now));
        Assert.Null(Links().Visitor(PassKind.Link, null, Facts.Now));
    }

    private DashboardLinks Links() => new(options, new DashboardPasses(options.Keys, clock), roster);

    private static string PassIn(FunnelReport report) => report.Card.Sections.OfType<CardSection.Link>().Single().Address.Query[("?" + DashboardLinks.PassName + "=").Length..];
}
