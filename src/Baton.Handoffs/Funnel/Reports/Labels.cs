using Baton.Handoffs.Chat;
using Baton.Handoffs.Funnel.Commands;
using Baton.Handoffs.Funnel.Figures;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Reasons;
using Baton.Handoffs.Leads;
using Baton.Handoffs.People;

namespace Baton.Handoffs.Funnel.Reports;

/// <summary>The words for what figures are about. What others wrote is quoted.</summary>
internal static class Labels
{
    /// <summary>A group's value.</summary>
    public static Line Group(Texts texts, Roster roster, Dimension dimension, string key) => (dimension, key) switch
    {
        (_, "") => texts["NoValue"],
        (Dimension.Score, _) => key,
        (Dimension.Rep, _) when EmailAddress.TryParse(key, out var email) => Someone(roster, email),
        _ => Line.Quote(key),
    };

    /// <summary>A colleague, or a dash for nobody.</summary>
    public static Line Someone(Texts texts, Roster roster, EmailAddress? email) => email is { } somebody ? Someone(roster, somebody) : texts["Nothing"];

    /// <summary>A lead: its company, else its contact.</summary>
    public static Line Lead(Texts texts, string? company, string? contact) =>
        (company ?? contact) is { Length: > 0 } name ? Line.Quote(name) : texts["NoName"];

    /// <summary>A reason: the catalogue's label for that code and class, else for the code, else the code itself, quoted.</summary>
    public static Line ReasonName(Texts texts, IReadOnlyList<Reason> catalogue, CodeCount reason)
    {
        var found = catalogue.FirstOrDefault(r => r.Code == reason.Code && r.Class == reason.Class) ?? catalogue.FirstOrDefault(r => r.Code == reason.Code);
        return (found, reason.Code) switch
        {
            ({ } known, _) => known.Label(texts.Locale),
            (_, "") => texts["NoReason"],
            _ => Line.Quote(reason.Code),
        };
    }

    public static string DimensionName(Texts texts, Dimension dimension) => dimension switch
    {
        Dimension.Source => texts["DimensionSource"],
        Dimension.Campaign => texts["DimensionCampaign"],
        Dimension.Rep => texts["DimensionRep"],
        Dimension.Team => texts["DimensionTeam"],
        Dimension.Segment => texts["DimensionSegment"],
        Dimension.Score => texts["DimensionScore"],
        _ => texts["DimensionRegion"],
    };

    public static string Class(Texts texts, ReasonClass reason) => reason switch
    {
        ReasonClass.Procedural => texts["ClassProcedural"],
        ReasonClass.Clerical => texts["ClassClerical"],
        ReasonClass.Definitional => texts["ClassDefinitional"],
        ReasonClass.Compliance => texts["ClassCompliance"],
        ReasonClass.Recycle => texts["ClassRecycle"],
        ReasonClass.Disqualify => texts["ClassDisqualify"],
        _ => texts["ClassOther"],
    };

    public static Line Clock(Texts texts, string? clock) => clock switch
    {
        "accept" => texts["ClockAccept"],
        "contact" => texts["ClockContact"],
        "outcome" => texts["ClockOutcome"],
        null => texts["Nothing"],
        _ => Line.Quote(clock),
    };

    public static string Status(Texts texts, string? status) => status switch
    {
        "onTrack" => texts["StatusRunning"],
        "atRisk" => texts["StatusAtRisk"],
        "breached" => texts["StatusBreached"],
        _ => texts["Nothing"],
    };

    public static string State(Texts texts, HandoffState state) => state switch
    {
        HandoffState.Returned => texts["StateReturned"],
        HandoffState.Offered => texts["StateOffered"],
        HandoffState.Accepted => texts["StateAccepted"],
        HandoffState.Rejected => texts["StateRejected"],
        HandoffState.Contacted => texts["StateContacted"],
        HandoffState.Qualified => texts["StateQualified"],
        HandoffState.Recycled => texts["StateRecycled"],
        HandoffState.Disqualified => texts["StateDisqualified"],
        HandoffState.Won => texts["StateWon"],
        HandoffState.Lost => texts["StateLost"],
        _ => texts["StateWithdrawn"],
    };

    /// <summary>The filters of a report in one line; none without filters.</summary>
    public static IEnumerable<Line> Filters(Texts texts, IReadOnlyList<FactFilter> filters) => filters.Count == 0
        ? []
        : [Phrase.Of(texts, "OnlyWith", Phrase.Join(texts["ListSeparator"], filters.Select(f => Phrase.Of(texts, "FilterIs", DimensionName(texts, f.Dimension), FilterValue(texts, f)))))];

    private static Line FilterValue(Texts texts, FactFilter filter) => filter.Value.Length == 0 ? texts["NoValue"] : Line.Quote(filter.Value);

    private static Line Someone(Roster roster, EmailAddress email) => Line.Of(new Span.Someone(email, roster.NameOf(email)));
}
