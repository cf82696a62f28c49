using System.Globalization;

namespace Baton.Handoffs.Leads;

/// <summary>Reads a moment that says its own offset. A time without one names no moment: every zone reads another into it.</summary>
public static class LeadTime
{
    // zzz also reads +0900, which Salesforce's REST API writes; F digits and their point are optional.
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm'Z'",
    ];

    /// <summary>Reads a moment such as <c>2026-11-20T09:00:00+09:00</c>, as UTC, and answers whether it is one.</summary>
    public static bool TryParse(string text, out DateTimeOffset at) => DateTimeOffset.TryParseExact(
        text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out at);
}
