using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Baton.Handoffs.Handoffs;

/// <summary>
/// Values that stand in many rows in the same words, such as a pool or a clock's ladder: what the serializer once made of the words is given
/// again for the same words. So they are shared and must be immutable, and as they are kept for long, none may say anything of a lead.
/// Keeps at most some hundreds, none of them long.
/// </summary>
/// <typeparam name="T">What they are.</typeparam>
/// <param name="form">How they are written.</param>
internal sealed class RecurringJson<T>(JsonTypeInfo<T> form)
{
    private const int Places = 256;
    private const int LongestBytes = 2048;

    // Written by any thread without a lock: a lost entry is read once more, and a reference is never half-written.
    private readonly Entry?[] known = new Entry?[Places];

    /// <summary>Reads a value.</summary>
    /// <param name="words">Its JSON.</param>
    /// <exception cref="JsonException">It is no such value, or null.</exception>
    public T Read(ReadOnlySpan<byte> words)
    {
        if (words.Length > LongestBytes)
        {
            return Parse(words);
        }

        ref var place = ref known[PlaceOf(words)];
        var entry = place;
        if (entry is null || !words.SequenceEqual(entry.Words))
        {
            place = entry = new Entry(words.ToArray(), Parse(words));
        }

        return entry.Value;
    }

    private T Parse(ReadOnlySpan<byte> words) =>
        JsonSerializer.Deserialize(words, form) ?? throw new JsonException($"A null stands where a {typeof(T).Name} should be.");

    private static int PlaceOf(ReadOnlySpan<byte> words)
    {
        var hash = default(HashCode);
        hash.AddBytes(words);
        return (int)((uint)hash.ToHashCode() % Places);
    }

    private sealed record Entry(byte[] Words, T Value);
}
