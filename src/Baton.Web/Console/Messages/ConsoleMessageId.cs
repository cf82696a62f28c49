using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Baton.Web.Console.Messages;

/// <summary>Names messages so that text order is time order: 19 digits of UTC ticks, a hyphen, 8 hexadecimal digits of the effect's hash.</summary>
public static class ConsoleMessageId
{
    private const int Ticks = 19;
    private const int HashBytes = 4;
    private const int Length = Ticks + 1 + (2 * HashBytes);

    /// <summary>The id of a message that was posted then for that effect.</summary>
    public static string For(DateTimeOffset at, string effectId)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(effectId)).AsSpan(0, HashBytes);
        return $"{at.UtcTicks.ToString("D19", CultureInfo.InvariantCulture)}-{Convert.ToHexStringLower(hash)}";
    }

    /// <summary>Whether the text has the form of an id.</summary>
    public static bool IsWellFormed(string? text) =>
        text is { Length: Length } && text[Ticks] == '-' && text[..Ticks].All(char.IsAsciiDigit) && text[(Ticks + 1)..].All(char.IsAsciiHexDigitLower);
}
