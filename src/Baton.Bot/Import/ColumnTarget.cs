using Baton.Handoffs.Leads;

namespace Baton.Bot.Import;

/// <summary>What a column fills.</summary>
public abstract record ColumnTarget
{
    /// <summary>The text that a column is ignored with.</summary>
    public const string Ignored = "-";

    private ColumnTarget()
    {
    }

    /// <summary>What a target may be, in plain English.</summary>
    public static string Rule { get; } =
        $"one of {string.Join(", ", LeadFields.All)}, contact.firstName, contact.lastName, engagements.<kind>.what, .at or .count, attributes, attributes.<name>, or {Ignored}";

    /// <summary>A field of the lead.</summary>
    public sealed record Of(LeadField Field) : ColumnTarget;

    /// <summary>The contact's given name.</summary>
    public sealed record FirstName : ColumnTarget;

    /// <summary>The contact's family name.</summary>
    public sealed record LastName : ColumnTarget;

    /// <summary>A part of the one engagement of that kind which a row has.</summary>
    public sealed record Did(string Kind, EngagementPart Part) : ColumnTarget;

    /// <summary>An attribute of that name.</summary>
    public sealed record Attribute(string Name) : ColumnTarget;

    /// <summary>Reads targets with commas between, and answers whether all are right.</summary>
    /// <param name="text">Such as <c>contact.email, externalId</c>.</param>
    /// <param name="heading">The column's heading: the name of an attribute without one.</param>
    /// <param name="targets">The targets; none for a column that is ignored.</param>
    public static bool TryParse(string text, string heading, out ColumnTarget[] targets)
    {
        var read = text.Split(',', StringSplitOptions.TrimEntries).Where(t => t != Ignored).Select(t => One(t, heading)).ToList();
        targets = [.. read.OfType<ColumnTarget>()];
        return !read.Contains(null);
    }

    private static ColumnTarget? One(string text, string heading) => text.ToLowerInvariant().Split('.', 2) switch
    {
        _ when LeadFields.TryParse(text, out var field) => new Of(field),
        ["contact", "firstname"] => new FirstName(),
        ["contact", "lastname"] => new LastName(),
        ["attributes"] => new Attribute(heading),
        ["attributes", { Length: > 0 }] => new Attribute(text[LeadFields.AttributePrefix.Length..]),
        ["engagements", var rest] when rest.LastIndexOf('.') is > 0 and var dot && Enum.TryParse<EngagementPart>(rest[(dot + 1)..], true, out var part) => new Did(rest[..dot], part),
        _ => null,
    };
}

/// <summary>Which part of an engagement a column fills.</summary>
public enum EngagementPart
{
    /// <summary>Which one, such as a form's name.</summary>
    What,

    /// <summary>When.</summary>
    At,

    /// <summary>How often; 0 says that it did not happen.</summary>
    Count,
}
