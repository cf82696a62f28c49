using System.Text;

namespace Baton.Tables.Sqlite;

/// <summary>
/// Keys as bytes whose order is the ordinal order of the text. That is UTF-8 except for surrogates, each of which becomes
/// three bytes of its own (CESU-8, https://www.unicode.org/reports/tr26/): UTF-8 proper would sort U+10000 above U+E000.
/// </summary>
internal static class KeyBytes
{
    /// <summary>Above every key: no byte of a key is as high.</summary>
    public static readonly byte[] AboveAll = [0xff];

    private const byte SurrogateLead = 0xed;

    /// <summary>The bytes of a key.</summary>
    /// <param name="key">Any text.</param>
    public static byte[] Encode(string key)
    {
        if (key.AsSpan().IndexOfAnyInRange('\ud800', '\udfff') < 0)
            return Encoding.UTF8.GetBytes(key);
        var bytes = new List<byte>(key.Length * 3);
        foreach (var unit in key)
            Append(bytes, unit);
        return [.. bytes];
    }

    /// <summary>The least bytes above those of a key and below those of every later one.</summary>
    /// <param name="key">Any text.</param>
    public static byte[] JustAbove(string key) => [.. Encode(key), 0];

    /// <summary>The key of bytes that <see cref="Encode"/> made.</summary>
    /// <param name="bytes">The bytes.</param>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOf(SurrogateLead) < 0)
            return Encoding.UTF8.GetString(bytes);
        var key = new StringBuilder(bytes.Length);
        for (var i = 0; i < bytes.Length;)
            key.Append(Next(bytes, ref i));
        return key.ToString();
    }

    private static void Append(List<byte> bytes, char unit)
    {
        if (unit < 0x80)
        {
            bytes.Add((byte)unit);
            return;
        }

        if (unit < 0x800)
        {
            bytes.Add((byte)(0xc0 | (unit >> 6)));
        }
        else
        {
            bytes.Add((byte)(0xe0 | (unit >> 12)));
            bytes.Add((byte)(0x80 | ((unit >> 6) & 0x3f)));
        }

        bytes.Add((byte)(0x80 | (unit & 0x3f)));
    }

    private static char Next(ReadOnlySpan<byte> bytes, ref int i)
    {
        int first = bytes[i++];
        if (first < 0x80)
            return (char)first;
        if (first < 0xe0)
            return (char)(((first & 0x1f) << 6) | (bytes[i++] & 0x3f));
        var unit = ((first & 0x0f) << 12) | ((bytes[i] & 0x3f) << 6) | (bytes[i + 1] & 0x3f);
        i += 2;
        return (char)unit;
    }
}
