namespace Baton.Bot.Api;

/// <summary>What can be wrong with a body as a whole.</summary>
internal static class BodyProblems
{
    internal static Problem TooLarge(string? limit) => new(413, "tooLarge", "The request is too large") { Detail = limit is null ? null : $"At most {limit} are taken at once." };

    internal static Problem WrongType(string expected) => new(415, "wrongType", "The content type is not taken here") { Detail = $"Send {expected}." };

    internal static Problem NotJson(string why) => new(400, "notJson", "The body is not JSON") { Detail = why };
}
