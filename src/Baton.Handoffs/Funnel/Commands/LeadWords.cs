using System.Collections.Frozen;
using Baton.Handoffs.Leads;

namespace Baton.Handoffs.Funnel.Commands;

/// <summary>The short words for a lead's fields, in both languages. A full path such as <c>company.country</c> is one too.</summary>
internal static class LeadWords
{
    private static readonly FrozenDictionary<string, LeadField> ByWord = new Dictionary<string, LeadField>
    {
        ["company"] = LeadField.CompanyName,
        ["会社"] = LeadField.CompanyName,
        ["会社名"] = LeadField.CompanyName,
        ["country"] = LeadField.CompanyCountry,
        ["国"] = LeadField.CompanyCountry,
        ["industry"] = LeadField.CompanyIndustry,
        ["業種"] = LeadField.CompanyIndustry,
        ["employees"] = LeadField.CompanyEmployees,
        ["従業員"] = LeadField.CompanyEmployees,
        ["従業員数"] = LeadField.CompanyEmployees,
        ["domain"] = LeadField.CompanyDomain,
        ["ドメイン"] = LeadField.CompanyDomain,
        ["スコア"] = LeadField.Score,
        ["ソース"] = LeadField.Source,
        ["流入元"] = LeadField.Source,
        ["キャンペーン"] = LeadField.Campaign,
        ["施策"] = LeadField.Campaign,
        ["認定"] = LeadField.Qualified,
        ["担当"] = LeadField.Owner,
        ["担当者"] = LeadField.Owner,
        ["要望"] = LeadField.Need,
        ["name"] = LeadField.ContactName,
        ["氏名"] = LeadField.ContactName,
        ["email"] = LeadField.ContactEmail,
        ["メール"] = LeadField.ContactEmail,
        ["phone"] = LeadField.ContactPhone,
        ["電話"] = LeadField.ContactPhone,
        ["title"] = LeadField.ContactTitle,
        ["役職"] = LeadField.ContactTitle,
        ["locale"] = LeadField.ContactLocale,
        ["言語"] = LeadField.ContactLocale,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The field of a word, or null.</summary>
    public static LeadField? Find(string word) =>
        ByWord.TryGetValue(CommandText.Normal(word), out var field) || LeadFields.TryParse(CommandText.Normal(word), out field) ? field : null;
}
