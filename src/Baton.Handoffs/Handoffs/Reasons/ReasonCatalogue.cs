namespace Baton.Handoffs.Handoffs.Reasons;

/// <summary>All reasons in the order they are shown: before contact (reject), after contact (recycle, disqualify).</summary>
public sealed class ReasonCatalogue(IReadOnlyList<Reason> reject, IReadOnlyList<Reason> recycle, IReadOnlyList<Reason> disqualify)
{
    /// <summary>Reasons for a rejection before contact.</summary>
    public IReadOnlyList<Reason> Reject { get; } = reject;

    /// <summary>Reasons for recycling.</summary>
    public IReadOnlyList<Reason> Recycle { get; } = recycle;

    /// <summary>Reasons for disqualifying.</summary>
    public IReadOnlyList<Reason> Disqualify { get; } = disqualify;

    /// <summary>The catalogue that ships with the product.</summary>
    public static ReasonCatalogue Default { get; } = new(
        [
            Of("wrong_owner", ReasonClass.Procedural, "Wrong owner", "担当者違い", FollowUp.WhoseIsIt),
            Of("duplicate", ReasonClass.Procedural, "Duplicate", "重複", FollowUp.OfWhichLead),
            Of("open_opportunity", ReasonClass.Procedural, "Opportunity already open", "商談が進行中"),
            Of("existing_customer", ReasonClass.Procedural, "Existing customer", "既存顧客"),
            Of("recently_contacted", ReasonClass.Procedural, "Contacted recently", "最近連絡済み"),
            Of("missing_data", ReasonClass.Clerical, "Data missing", "情報不足", FollowUp.WhichFields),
            Of("bad_contact_data", ReasonClass.Clerical, "Wrong contact data", "連絡先の誤り", FollowUp.WhichFields),
            Of("spam_or_test", ReasonClass.Clerical, "Spam or test", "スパム・テスト"),
            Of("too_small", ReasonClass.Definitional, "Company too small", "企業規模が小さい"),
            Of("wrong_industry", ReasonClass.Definitional, "Wrong industry", "対象外の業種"),
            Of("wrong_region", ReasonClass.Definitional, "Wrong region", "対象外の地域"),
            Of("no_authority", ReasonClass.Definitional, "No authority", "決裁権がない"),
            Of("competitor", ReasonClass.Definitional, "Competitor", "競合企業"),
            Of("student_or_research", ReasonClass.Definitional, "Student or research", "学生・調査目的"),
            Of("low_intent", ReasonClass.Definitional, "Low intent", "検討意欲が低い"),
            Of("do_not_contact", ReasonClass.Compliance, "Do not contact", "連絡禁止"),
            Of("other", ReasonClass.Other, "Other", "その他", comment: true),
        ],
        [
            Later("bad_timing", "Bad timing", "時期が合わない", 60),
            Later("no_budget", "No budget", "予算がない", 90),
            Later("unreachable", "Unreachable", "連絡が取れない", 90, attempts: 3),
            Later("locked_into_competitor", "Locked into a competitor", "競合と契約中", 180),
        ],
        [
            Of("no_need", ReasonClass.Disqualify, "No need", "ニーズがない"),
            Of("no_authority", ReasonClass.Disqualify, "No authority", "決裁権がない"),
            Of("no_fit", ReasonClass.Disqualify, "No fit", "要件に合わない"),
            Of("not_a_real_project", ReasonClass.Disqualify, "Not a real project", "具体的な案件ではない"),
        ]);

    /// <summary>The label of a code in a language; the code itself when the catalogue no longer has it.</summary>
    public string LabelOf(string code, string locale) =>
        Reject.Concat(Recycle).Concat(Disqualify).FirstOrDefault(r => r.Code == code)?.Label(locale) ?? code;

    private static Reason Of(string code, ReasonClass of, string en, string ja, FollowUp followUp = FollowUp.None, bool comment = false) =>
        new() { Code = code, Class = of, En = en, Ja = ja, FollowUp = followUp, CommentRequired = comment };

    private static Reason Later(string code, string en, string ja, int days, int attempts = 0) =>
        new() { Code = code, Class = ReasonClass.Recycle, En = en, Ja = ja, RecycleDays = days, AttemptsRequired = attempts };
}
