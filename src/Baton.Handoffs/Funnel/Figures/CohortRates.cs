namespace Baton.Handoffs.Funnel.Figures;

/// <summary>The rates of a cohort, which is everything that was handed over in a period, as it stands now.</summary>
/// <param name="Acceptance">Accepted / decided.</param>
/// <param name="FollowUp">First touch / handed over.</param>
/// <param name="Sql">Qualified by sales / accepted.</param>
/// <param name="Opportunity">Opportunities, which are opened on qualifying, / handed over.</param>
/// <param name="Win">Won / opportunities; those still open count as not won yet.</param>
public sealed record CohortRates(Rate Acceptance, Rate FollowUp, Rate Sql, Rate Opportunity, Rate Win)
{
    /// <summary>The rates of a cohort's counts.</summary>
    public static CohortRates Of(Tally cohort) => new(
        cohort.Acceptance,
        new Rate(cohort.Contacted, cohort.HandedOver),
        new Rate(cohort.AcceptedAndQualified, cohort.Accepted),
        new Rate(cohort.Qualified, cohort.HandedOver),
        new Rate(cohort.Won, cohort.Qualified));
}
