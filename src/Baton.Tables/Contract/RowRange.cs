namespace Baton.Tables;

/// <summary>A range of row keys in ordinal order.</summary>
/// <param name="From">The first row key, itself included; null for no lower bound.</param>
/// <param name="Before">Where the range ends, itself not included; null for no upper bound.</param>
public readonly record struct RowRange(string? From, string? Before)
{
    /// <summary>Every row of the partition.</summary>
    public static RowRange All => default;

    /// <summary>The rows whose keys begin with <paramref name="prefix"/>, such as <c>event|</c>.</summary>
    /// <param name="prefix">The beginning; empty means every row.</param>
    public static RowRange Prefix(string prefix) => new(prefix, After(prefix));

    /// <summary>The rows whose keys come before <paramref name="bound"/>, itself not included.</summary>
    /// <param name="bound">Where the range ends.</param>
    public static RowRange UpTo(string bound) => new(null, bound);

    // The least well-formed text above all texts with this prefix; an upper bound with half a surrogate pair would not survive the wire.
    private static string? After(string prefix)
    {
        for (var length = prefix.Length; length > 0; length--)
        {
            var last = prefix[length - 1];
            var head = prefix[..(length - 1)];
            switch (last)
            {
                case '\uffff':
                    continue;
                case '\ud7ff':
                    return head + "\ud800\udc00";
                case '\udfff' when head is [.., '\udbff']:
                    return head[..^1] + '\ue000';
                case '\udfff' when head.Length > 0:
                    return head[..^1] + (char)(head[^1] + 1) + '\udc00';
                default:
                    return head + (char)(last + 1);
            }
        }

        return null;
    }
}
