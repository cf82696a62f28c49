using Baton.Tables;

namespace Baton.Bot.Api;

/// <summary>Says that the store failed, or that we did.</summary>
internal static class StoreTrouble
{
    /// <summary>After how many seconds a caller may try again.</summary>
    internal const int RetryAfter = 5;

    /// <summary>Whether trying again later can help.</summary>
    internal static bool IsPassing(Exception failure) => failure is TableUnavailableException or NewerSchemaException or TimeoutException or IOException;

    /// <summary>The problem, without a word of how it came about inside.</summary>
    internal static Problem Of(Exception failure) => IsPassing(failure)
        ? new Problem(503, "unavailable", "The store cannot be used just now") { Detail = "Send the same request again later; what was stored already stays as it is.", RetryAfter = RetryAfter }
        : new Problem(500, "failed", "Something went wrong here") { Detail = "The cause is in the log of this process." };
}
