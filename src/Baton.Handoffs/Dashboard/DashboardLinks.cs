using Baton.Handoffs.Chat;
using Baton.Handoffs.Funnel.Reports;
using Baton.Handoffs.People;

namespace Baton.Handoffs.Dashboard;

/// <summary><c>/funnel dashboard</c>: a link that lets the asker in, and nobody else.</summary>
/// <param name="options">Whether there is a dashboard, and where.</param>
/// <param name="passes">What a link is good for.</param>
/// <param name="roster">Whoever may come in.</param>
public sealed class DashboardLinks(DashboardOptions options, DashboardPasses passes, Roster roster)
{
    /// <summary>Where the dashboard is.</summary>
    public const string Root = "/dashboard";

    /// <summary>Where a link leads to.</summary>
    public const string Enter = Root + "/enter";

    /// <summary>What the pass of a link is called in its address.</summary>
    public const string PassName = "pass";

    /// <summary>The answer: the link, or where else the figures are and why.</summary>
    /// <param name="asker">Who asks.</param>
    /// <param name="locale">The language.</param>
    /// <param name="now">When.</param>
    public FunnelReport Answer(Person asker, string locale, DateTimeOffset now)
    {
        var texts = Texts.Of<DashboardTexts>(locale);
        if (!options.IsOn)
        {
            return HelpReport.Figures(locale, texts["NotOn"]);
        }

        if (!MayEnter(asker, now))
        {
            return HelpReport.Figures(locale, texts["NotYours"]);
        }

        var link = new Uri(new Uri(options.PublicUrl), $"{Enter}?{PassName}={passes.Issue(PassKind.Link, asker.Email)}");
        return FunnelReport.Of(
            texts,
            texts["LinkSummary"],
            [
                new CardSection.Paragraph(texts["LinkSummary"]),
                new CardSection.Link(texts["LinkLabel"], link),
                new CardSection.Paragraph(texts.Format("LinkNote", (int)DashboardPasses.LinkLife.TotalMinutes, (int)DashboardPasses.VisitLife.TotalHours), Tone.Muted),
            ],
            null) with { IsPrivate = true };
    }

    /// <summary>The visitor of a pass; null when there is none any more.</summary>
    /// <param name="kind">What the pass must be for.</param>
    /// <param name="pass">The pass, from outside.</param>
    /// <param name="now">When.</param>
    public Person? Visitor(PassKind kind, string? pass, DateTimeOffset now) =>
        options.IsOn && passes.Read(kind, pass) is { } email && roster.Find(email) is { } person && MayEnter(person, now) ? person : null;

    /// <summary>The pass of a browser that came in.</summary>
    /// <param name="visitor">Who came in.</param>
    public string VisitOf(Person visitor) => passes.Issue(PassKind.Visit, visitor.Email);

    // Somebody whose account was closed is away without an end.
    private bool MayEnter(Person person, DateTimeOffset now) =>
        roster.Find(person.Email) is { } configured && !(configured.IsAway(now) && configured.Absence!.IsForGood);
}
