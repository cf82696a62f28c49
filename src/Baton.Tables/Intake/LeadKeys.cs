using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Leads;

namespace Baton.Tables;

/// <summary>The keys of the lead index.</summary>
internal static class LeadKeys
{
    /// <summary>The person's present handoff. <c>!</c> comes before every handoff id, so both marks are one short range.</summary>
    public const string Current = "!current";

    /// <summary>The person must not be contacted.</summary>
    public const string Suppressed = "!suppressed";

    /// <summary>What the partition of a person begins with.</summary>
    public const string PersonPrefix = "person|";

    /// <summary>What the partition of a person's leads begins with.</summary>
    public const string SentByPrefix = "sent by|";

    /// <summary>Both marks of a person.</summary>
    public static readonly RowRange Marks = RowRange.Prefix("!");

    /// <summary>Everything but the marks: handoff ids.</summary>
    public static readonly RowRange Handoffs = new("\"", null);

    public static string Source(string source) => TableKey.Join(source);

    public static string Lead(string externalId) => TableKey.Join(externalId);

    /// <summary>The person's partition.</summary>
    public static string Person(EmailAddress email) => PersonPrefix + PersonKey.Of(email);

    /// <summary>Leads of a person that the intake keeps, because no handoff does.</summary>
    public static string SentBy(EmailAddress email) => SentByPrefix + PersonKey.Of(email);

    /// <summary>A lead among those of its person.</summary>
    public static string Sent(string source, string externalId) => TableKey.Join(source, externalId);

    /// <summary>The company's partition; null when its name says nothing.</summary>
    public static string? Company(string? name) => CompanyKey.Of(name) is { } key ? TableKey.Join("company", key) : null;

    public static string Handoff(HandoffId id) => TableKey.Join(id.Value);

    public static HandoffId Handoff(TableRow row) => new(TableKey.Unescape(row.RowKey));
}
