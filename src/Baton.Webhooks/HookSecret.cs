using System.Security.Cryptography;
using System.Text;

namespace Baton.Webhooks;

/// <summary>
/// What a hook's messages are signed with, as the Standard Webhooks specification 1.0.0 says under "Signature scheme"
/// (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md): random, 192 to 512 bits, written in base64 after <c>whsec_</c>.
/// </summary>
public sealed class HookSecret
{
    /// <summary>What it begins with.</summary>
    public const string Prefix = "whsec_";

    /// <summary>The fewest bytes.</summary>
    public const int LeastBytes = 24;

    /// <summary>The most bytes.</summary>
    public const int MostBytes = 64;

    /// <summary>Signatures of this kind, HMAC-SHA256 with a shared secret, begin with it.</summary>
    private const string Version = "v1,";

    private readonly byte[] key;

    private HookSecret(byte[] key) => this.key = key;

    /// <summary>Reads one; null when it is none.</summary>
    public static HookSecret? Read(string text)
    {
        var key = new byte[MostBytes + 1];
        return text.StartsWith(Prefix, StringComparison.Ordinal) && Convert.TryFromBase64String(text[Prefix.Length..], key, out var length) && length is >= LeastBytes and <= MostBytes
            ? new HookSecret(key[..length])
            : null;
    }

    /// <summary>The signature of a message: of its id, the time of this try and the body, delimited by full stops.</summary>
    /// <param name="id">The message's id, without a full stop.</param>
    /// <param name="seconds">The time of this try, in seconds of Unix time.</param>
    /// <param name="body">The bytes that are sent.</param>
    public string Sign(string id, long seconds, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hash.AppendData(Encoding.UTF8.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{id}.{seconds}.")));
        hash.AppendData(body);
        return Version + Convert.ToBase64String(hash.GetHashAndReset());
    }
}
