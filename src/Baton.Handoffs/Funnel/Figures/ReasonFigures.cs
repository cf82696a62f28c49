using Baton.Handoffs.Funnel.Commands;
using Baton.Handoffs.Funnel.Periods;
using Baton.Handoffs.Handoffs.Reasons;

namespace Baton.Handoffs.Funnel.Figures;

/// <summary>The reasons given in a period: for rejections by the instant of rejecting, for recycling and disqualifying by that of closing.</summary>
/// <param name="Period">The period.</param>
/// <param name="Filters">Which handoffs were counted.</param>
/// <param name="Decided">Accepted + rejected in the period.</param>
/// <param name="Rejected">Rejected in the period, also leads that were fixed or rerouted since; not what was taken back or overruled.</param>
/// <param name="OfferedAgain">Of these, the rejections after which the lead was fixed or rerouted and offered again.</param>
/// <param name="LeadQuality">Rejected for a definitional reason / decided. Procedural reasons are not counted against lead quality.</param>
/// <param name="DataQuality">Rejected for a clerical reason / decided.</param>
/// <param name="Classes">Each class that occurred, in the catalogue's order.</param>
/// <param name="Codes">Each code that occurred: by class, then most frequent first, then by name.</param>
/// <param name="BySource">Groups, by the reasons' number, then by name.</param>
/// <param name="ByCampaign">The same.</param>
/// <param name="Grouped">Groups of the dimension that was asked for; empty when none was.</param>
public sealed record ReasonFigures(
    Period Period,
    IReadOnlyList<FactFilter> Filters,
    int Decided,
    int Rejected,
    int OfferedAgain,
    Rate LeadQuality,
    Rate DataQuality,
    IReadOnlyList<ClassCount> Classes,
    IReadOnlyList<CodeCount> Codes,
    IReadOnlyList<ReasonGroup> BySource,
    IReadOnlyList<ReasonGroup> ByCampaign,
    IReadOnlyList<ReasonGroup> Grouped)
{
    /// <summary>Counts facts in one pass.</summary>
    public static ReasonFigures Count(IEnumerable<HandoffFact> facts, Period period, Dimension? by, IReadOnlyList<FactFilter> filters)
    {
        var counter = new ReasonCounter(period);
        var source = new ReasonGroups(Dimension.Source, period);
        var campaign = new ReasonGroups(Dimension.Campaign, period);
        var asked = by is { } dimension ? new ReasonGroups(dimension, period) : null;
        foreach (var fact in facts)
        {
            if (Grouping.Passes(fact, filters))
            {
                counter.Add(fact);
                source.Add(fact);
                campaign.Add(fact);
                asked?.Add(fact);
            }

            foreach (var overtaken in Overtaken.Of(fact).Where(o => Grouping.Passes(o, filters)))
            {
                counter.Add(overtaken.Rejection);
                source.Add(overtaken);
                campaign.Add(overtaken);
                asked?.Add(overtaken);
            }
        }

        var total = counter.Group("");
        return new ReasonFigures(
            period, filters, total.Decided, total.Rejected, counter.OfferedAgain, total.LeadQuality, new Rate(total.Clerical, total.Decided),
            counter.Classes(), counter.Codes(), source.Rows(), campaign.Rows(), asked?.Rows() ?? []);
    }
}

/// <summary>How often a class of reasons was given.</summary>
/// <param name="Class">The class.</param>
/// <param name="Count">How often.</param>
/// <param name="OfDecided">For rejections, of how many decided; null for reasons given after contact.</param>
public sealed record ClassCount(ReasonClass Class, int Count, Rate? OfDecided);

/// <summary>How often a reason was given.</summary>
/// <param name="Class">Its class.</param>
/// <param name="Code">Its code.</param>
/// <param name="Count">How often.</param>
public sealed record CodeCount(ReasonClass Class, string Code, int Count)
{
    /// <summary>By class, then most frequent first, then by name.</summary>
    internal static IReadOnlyList<CodeCount> Ordered(IEnumerable<CodeCount> codes) =>
        [.. codes.OrderBy(c => c.Class).ThenByDescending(c => c.Count).ThenBy(c => c.Code, StringComparer.Ordinal)];
}

/// <summary>The reasons of one source, campaign or other group.</summary>
/// <param name="Key">The value that they have in common; empty for handoffs without one.</param>
/// <param name="Decided">Accepted + rejected.</param>
/// <param name="Rejected">Rejected.</param>
/// <param name="Procedural">Rejected for a procedural reason.</param>
/// <param name="Clerical">Rejected for a clerical reason.</param>
/// <param name="Definitional">Rejected for a definitional reason.</param>
/// <param name="AfterContact">Recycled or disqualified.</param>
public sealed record ReasonGroup(string Key, int Decided, int Rejected, int Procedural, int Clerical, int Definitional, int AfterContact)
{
    /// <summary>Rejected for a definitional reason / decided.</summary>
    public Rate LeadQuality => new(Definitional, Decided);

    /// <summary>Rejected for a clerical reason / decided.</summary>
    public Rate DataQuality => new(Clerical, Decided);
}
