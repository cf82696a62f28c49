using Baton.Handoffs.Leads;

namespace Baton.Bot.Import;

/// <summary>The exports that Baton knows by their headings.</summary>
public static class KnownMappings
{
    /// <summary>
    /// A contact export of HubSpot. English headings are the labels of its default contact properties
    /// (knowledge.hubspot.com/properties/hubspots-default-contact-properties), Japanese ones those of the Japanese edition of that page
    /// (/ja/...) and of an account in Japanese. "Original Traffic Source Drill-Down 1" is the campaign's name for mail, paid and social sources
    /// (knowledge.hubspot.com/properties/understand-source-properties); the traffic source itself stays an attribute.
    /// A conversion is a form that was sent, so the number of form submissions is its count.
    /// </summary>
    public static MappingOptions HubSpot { get; } = new()
    {
        Source = "hubspot",
        Columns = Columns(
            ("externalId", ["Record ID", "Contact ID", "レコードID"]),
            ("contact.firstName", ["First Name", "名"]),
            ("contact.lastName", ["Last Name", "姓"]),
            ("contact.email", ["Email", "Eメール"]),
            ("contact.phone", ["Phone Number", "電話番号"]),
            ("contact.title", ["Job Title", "役職"]),
            ("contact.locale", ["Preferred language"]),
            ("company.name", ["Company name", "会社名"]),
            ("company.industry", ["Industry", "業種"]),
            ("company.employees", ["Number of Employees", "従業員数"]),
            ("company.country", ["Country/Region", "国/地域"]),
            ("attributes", ["Lifecycle Stage", "ライフサイクルステージ", "Original Traffic Source", "元のトラフィックソース"]),
            ("score", ["HubSpot Score", "HubSpotスコア"]),
            ("campaign", ["Original Traffic Source Drill-Down 1", "Original Source Drill-Down 1"]),
            ("qualifiedAt", ["Became a Marketing Qualified Lead Date"]),
            ("engagements.form.what", ["Recent Conversion"]),
            ("engagements.form.at", ["Recent Conversion Date"]),
            ("engagements.form.count", ["Number of Form Submissions"]),
            ("engagements.page.count", ["Number of Pageviews"]),
            ("engagements.email.count", ["Marketing emails opened"]),
            ("need", ["Message"])),
        QualifiedWhen = On(["Marketing Qualified Lead", "marketingqualifiedlead", "MQL*"], "Lifecycle Stage", "ライフサイクルステージ"),
    };

    /// <summary>
    /// A lead report, or a Data Loader export, of Salesforce. English headings are the labels of report columns and the API names of the
    /// Lead object (developer.salesforce.com, Object Reference, Lead), Japanese ones the labels of a Japanese org.
    /// Salesforce has no MQL stage: a lead is qualified when it is rated hot or warm and its status is still open. When it was qualified is
    /// not exported either, so it counts from its arrival; the create date is when its lead source brought it.
    /// </summary>
    public static MappingOptions Salesforce { get; } = new()
    {
        Source = "salesforce",
        Columns = Columns(
            ("externalId", ["Lead ID", "Id", "リード ID"]),
            ("contact.firstName", ["First Name", "名"]),
            ("contact.lastName", ["Last Name", "姓"]),
            ("contact.title", ["Title", "役職"]),
            ("contact.email", ["Email", "メール"]),
            ("contact.phone", ["Phone", "電話"]),
            ("company.name", ["Company / Account", "Company", "会社名"]),
            ("company.industry", ["Industry", "業種"]),
            ("company.employees", ["No. of Employees", "NumberOfEmployees", "従業員数"]),
            ("company.country", ["Country", "国"]),
            ("campaign", ["Campaign", "Campaign Name", "キャンペーン", "キャンペーン名"]),
            ("engagements.lead source.what, attributes", ["Lead Source", "リードソース"]),
            ("engagements.lead source.at, attributes", ["Create Date", "Created Date", "作成日"]),
            ("attributes.Rating", ["Rating", "評価"]),
            ("attributes", ["Lead Status", "Status", "リード状況"]),
            ("need", ["Description", "説明"])),
        QualifiedWhen = On(["Hot", "Warm"], "Rating", "評価").Concat(On(["Open*", "New"], "Lead Status", "Status"))
            .ToDictionary(p => p.Key, p => p.Value, StringComparer.OrdinalIgnoreCase),
    };

    /// <summary>Headings that are the paths of the JSON form of a lead.</summary>
    public static MappingOptions Own { get; } = new()
    {
        Columns = Columns([.. LeadFields.All.Concat(["contact.firstName", "contact.lastName"]).Select(p => (p, new[] { p }))]),
    };

    /// <summary>All of them by name.</summary>
    public static IReadOnlyDictionary<string, MappingOptions> All { get; } =
        new Dictionary<string, MappingOptions>(StringComparer.OrdinalIgnoreCase) { ["hubspot"] = HubSpot, ["salesforce"] = Salesforce, ["baton"] = Own };

    private static Dictionary<string, string> Columns(params (string Target, string[] Headings)[] columns) =>
        columns.SelectMany(c => c.Headings.Select(h => (h, c.Target))).ToDictionary(c => c.h, c => c.Target, StringComparer.OrdinalIgnoreCase);

    private static Dictionary<string, List<string>> On(List<string> values, params string[] headings) => headings.ToDictionary(h => h, _ => values, StringComparer.OrdinalIgnoreCase);
}
