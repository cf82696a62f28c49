namespace Baton.Wire;

/// <summary>An answer as it came over the wire.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The bytes, complete unless <see cref="IsTooLong"/>.</param>
public sealed record WireReply(int Status, ReadOnlyMemory<byte> Body)
{
    /// <summary>The media type, without parameters.</summary>
    public string MediaType { get; init; } = "application/json";

    /// <summary>How long the other side asks to wait; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The headers that were to be kept and came, each with all of its values in one text, by names whose case does not count.</summary>
    public IReadOnlyDictionary<string, string> Kept { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether there was more than is taken.</summary>
    public bool IsTooLong { get; init; }
}
