using System.Globalization;

namespace Baton.Handoffs.Leads;

/// <summary>Reads a moment that says its own offset. A time without one names no moment: every zone reads another into it.</summary>
internal static class LeadTime
{
    // zzz also reads +0900, which Salesforce's REST API writes; F digits and their point are optional.
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm'Z'",
    ];

    internal static bool TryParse(string text, out DateTimeOffset at) => DateTimeOffset.TryParseExact(
        text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out at);
}
