using Baton.Handoffs.Leads;
using NodaTime;

namespace Baton.Bot.Import;

/// <summary>How files with leads are read, as it is configured (section <c>Import</c>).</summary>
public sealed class ImportOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Import";

    /// <summary>The IANA zone of times that say none: exports carry the exporting user's local time.</summary>
    public string TimeZone { get; set; } = "Asia/Tokyo";

    /// <summary>Own mappings by name. One named like a built-in (<c>hubspot</c>, <c>salesforce</c>, <c>baton</c>) adds to it and overrides it.</summary>
    public Dictionary<string, MappingOptions> Mappings { get; set; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Everything wrong, each with key, value and what is allowed; empty when all is right.</summary>
    public IReadOnlyList<string> Validate() =>
    [
        .. ZoneErrors($"{Section}:{nameof(TimeZone)}", TimeZone),
        .. Mappings.SelectMany(m => ErrorsOf($"{Section}:{nameof(Mappings)}:{m.Key}", m.Value)),
    ];

    private static IEnumerable<string> ErrorsOf(string key, MappingOptions mapping) =>
    [
        .. mapping.TimeZone is { } zone ? ZoneErrors($"{key}:TimeZone", zone) : [],
        .. mapping.Columns.Where(c => !ColumnTarget.TryParse(c.Value, "x", out _)).Select(c => OptionError.Of($"{key}:Columns:{c.Key}", c.Value, ColumnTarget.Rule)),
        .. mapping.Source is { Length: > LeadLimits.MaxKeyText } ? [OptionError.Of($"{key}:Source", mapping.Source, LeadRules.Key)] : Array.Empty<string>(),
    ];

    private static IEnumerable<string> ZoneErrors(string key, string zone) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is null ? [OptionError.Of(key, zone, "an IANA time zone such as Asia/Tokyo")] : [];
}

/// <summary>What the columns of one kind of file mean.</summary>
public sealed class MappingOptions
{
    /// <summary>The source of every lead in the file; null when a column says it.</summary>
    public string? Source { get; set; }

    /// <summary>The IANA zone of times that say none; null means <see cref="ImportOptions.TimeZone"/>.</summary>
    public string? TimeZone { get; set; }

    /// <summary>How dates are written, in .NET's custom format, tried in order; null means <see cref="FileTimes.DefaultFormats"/>.</summary>
    public List<string>? DateFormats { get; set; }

    /// <summary>
    /// Heading to what it fills: a path such as <c>contact.email</c>, or what <see cref="ColumnTarget.Rule"/> names; several with commas between.
    /// Case, blanks and character width of a heading do not count. Columns that are not named here become attributes.
    /// </summary>
    public Dictionary<string, string> Columns { get; set; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Heading to the values that mean "qualified" (<c>*</c> stands for any characters). A lead is qualified when every such column that
    /// is filled has one of them, not qualified when one has another value, and left to its score when all are empty.
    /// </summary>
    public Dictionary<string, List<string>> QualifiedWhen { get; set; } = new(StringComparer.OrdinalIgnoreCase);
}
