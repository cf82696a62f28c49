using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Routing;
using Baton.Handoffs.Sla;

namespace Baton.Handoffs.Erasing;

/// <summary>
/// What of a handoff says who its person is, and what is left without it. What figures are counted from stays: source, campaign, company, score,
/// times, reasons, amounts. Everything that somebody wrote in own words goes, because nobody can know what it says. Pure, and twice is as once.
/// </summary>
public static class PersonalData
{
    /// <summary>The lead without its person. The company's domain goes too: it is the half of most addresses.</summary>
    public static Lead Without(Lead lead) => lead with
    {
        ExternalId = "",
        Contact = new Contact(),
        Company = lead.Company with { Domain = null },
        Need = null,
        Engagements = [.. lead.Engagements.Select(Without)],
        Attributes = new Dictionary<string, string>(),
    };

    /// <summary>The route without what the rules saw of the lead.</summary>
    public static Route Without(Route route) => route with { Trace = [.. route.Trace.Select(step => step with { Because = "", Findings = null })] };

    /// <summary>When somebody did something, and of what kind; not what.</summary>
    public static Engagement Without(Engagement engagement) => engagement with { What = "" };

    /// <summary>Another handoff of the person or the company, without the name.</summary>
    public static RelatedHandoff Without(RelatedHandoff relative) => relative with { Contact = null };

    /// <summary>A clock without why it was paused.</summary>
    public static ClockState Without(ClockState clock) => clock with
    {
        PauseReason = Emptied(clock.PauseReason),
        Runs = [.. clock.Runs.Select(run => run with { PauseReason = Emptied(run.PauseReason) })],
    };

    /// <summary>What a person would be found by in a text, whole (<see cref="PersonInTexts.IsIn"/>): address, name, phone as it was typed.</summary>
    public static IEnumerable<string> ValuesOf(Lead lead) =>
        new[] { lead.Contact.Email?.Value, lead.Contact.Name, lead.Contact.Phone }.OfType<string>().Select(value => value.Trim()).Where(value => value.Length > 0);

    /// <summary>An empty text where there was one: that something was said stays.</summary>
    internal static string? Emptied(string? text) => text is null ? null : "";
}
