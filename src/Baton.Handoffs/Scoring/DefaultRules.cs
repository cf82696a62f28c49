using Baton.Handoffs.Leads;

namespace Baton.Handoffs.Scoring;

/// <summary>
/// The rules that hold until the two departments agree on their own. Parts and what belongs in them follow the usual split:
/// attributes are company size, industry and title; behaviour is visits, downloads and opened e-mails; engagement is enquiries and seminars.
/// </summary>
public static class DefaultRules
{
    private const string Title = "contact.title";
    private const string Employees = "company.employees";

    private static readonly List<string> BuyingForms =
        ["pricing", "price", "quote", "quotation", "demo", "trial", "見積", "価格", "料金", "デモ", "トライアル"];

    private static readonly List<string> Enquiries = ["contact", "inquiry", "enquiry", "お問い合わせ", "お問合せ", "問合せ", "相談"];

    private static readonly List<string> Downloads =
        ["whitepaper", "white paper", "guide", "download", "brochure", "資料請求", "資料", "ダウンロード", "ホワイトペーパー", "カタログ"];

    private static readonly List<string> Meetings =
        ["webinar", "seminar", "event", "expo", "badge", "workshop", "trade show", "ウェビナー", "セミナー", "展示会", "イベント"];

    /// <summary>Who they are.</summary>
    public static IReadOnlyList<ScoreRule> Attributes { get; } =
    [
        new() { Name = "decides", Points = 14, Group = "title", Field = Title, Contains = ["CEO", "CTO", "CIO", "CFO", "COO", "CMO", "CRO", "chief", "president", "founder", "managing director", "取締役", "社長", "会長", "執行役員", "代表"] },
        new() { Name = "heads a department", Points = 12, Group = "title", Field = Title, Contains = ["VP", "vice president", "head", "director", "部長", "本部長", "事業部長", "室長"] },
        new() { Name = "leads a team", Points = 8, Group = "title", Field = Title, Contains = ["manager", "lead", "課長", "次長", "マネージャー", "マネジャー", "リーダー"] },
        new() { Name = "contributes", Points = 4, Group = "title", Field = Title, Contains = ["主任", "係長", "経営企画", "specialist", "engineer", "analyst", "buyer", "purchasing"] },
        new() { Name = "studies", Points = -20, Group = "student", Field = Title, Contains = ["student", "intern", "学生", "インターン"] },
        new() { Name = "1000 employees or more", Points = 10, Field = Employees, Min = 1000 },
        new() { Name = "300 to 999 employees", Points = 8, Field = Employees, Min = 300, Max = 999 },
        new() { Name = "50 to 299 employees", Points = 6, Field = Employees, Min = 50, Max = 299 },
        new() { Name = "10 to 49 employees", Points = 3, Field = Employees, Min = 10, Max = 49 },
        new() { Name = "industry known", Points = 4, Field = "company.industry", Is = ["*"] },
        new() { Name = "company site known", Points = 2, Field = "company.domain", Is = ["*"] },
    ];

    /// <summary>What they did.</summary>
    public static IReadOnlyList<ScoreRule> Behaviour { get; } =
    [
        new() { Name = "asked for a price or a demo", Points = 22, Group = "form", Kinds = [EngagementKinds.Form], Contains = BuyingForms },
        new() { Name = "asked a question", Points = 18, Group = "form", Kinds = [EngagementKinds.Form], Contains = Enquiries },
        new() { Name = "asked for material", Points = 12, Group = "form", Kinds = [EngagementKinds.Form], Contains = Downloads },
        new() { Name = "sent a form", Points = 8, Group = "form", Kinds = [EngagementKinds.Form] },
        new() { Name = "30 page views or more", Points = 12, Group = "pages", Kinds = [EngagementKinds.Page], MinCount = 30 },
        new() { Name = "10 page views or more", Points = 8, Group = "pages", Kinds = [EngagementKinds.Page], MinCount = 10 },
        new() { Name = "3 page views or more", Points = 3, Group = "pages", Kinds = [EngagementKinds.Page], MinCount = 3 },
        new() { Name = "6 opened e-mails or more", Points = 6, Group = "emails", Kinds = [EngagementKinds.Email], MinCount = 6 },
        new() { Name = "2 opened e-mails or more", Points = 3, Group = "emails", Kinds = [EngagementKinds.Email], MinCount = 2 },
    ];

    /// <summary>How lately and how seriously.</summary>
    public static IReadOnlyList<ScoreRule> Engagement { get; } =
    [
        new() { Name = "active within 3 days", Points = 12, Group = "recency", Kinds = ["*"], WithinDays = 3 },
        new() { Name = "active within 14 days", Points = 9, Group = "recency", Kinds = ["*"], WithinDays = 14 },
        new() { Name = "active within 30 days", Points = 5, Group = "recency", Kinds = ["*"], WithinDays = 30 },
        new() { Name = "wrote a need", Points = 10, Field = "need", Is = ["*"] },
        new() { Name = "met us", Points = 8, Group = "met", Kinds = [EngagementKinds.Event] },
        new() { Name = "registered to meet us", Points = 8, Group = "met", Kinds = ["*"], Contains = Meetings },
        new() { Name = "3 forms or more", Points = 5, Kinds = [EngagementKinds.Form], MinCount = 3 },
        new() { Name = "rated hot", Points = 15, Group = "rating", Field = "attributes.Rating", Is = ["Hot"] },
        new() { Name = "rated warm", Points = 8, Group = "rating", Field = "attributes.Rating", Is = ["Warm"] },
    ];
}
