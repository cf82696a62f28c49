using System.Text;

namespace Baton.Tables.Sqlite;

/// <summary>Gives the same string for the same name again, as all rows of a kind have the same few names.</summary>
internal static class PropertyNames
{
    // Written by any thread without a lock: a lost entry costs one string more, and a reference is never half-written.
    private static readonly string?[] Known = new string?[1024];

    /// <summary>The name of these bytes.</summary>
    /// <param name="name">ASCII.</param>
    public static string Get(ReadOnlySpan<byte> name)
    {
        var hash = 17u;
        foreach (var letter in name)
            hash = (hash * 31) + letter;
        ref var slot = ref Known[hash % (uint)Known.Length];
        var known = slot;
        if (known is not null && Ascii.Equals(name, known))
            return known;
        return slot = Encoding.ASCII.GetString(name);
    }
}
