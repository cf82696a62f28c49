using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Baton.Handoffs.Leads;

namespace Baton.Handoffs.Dashboard;

/// <summary>
/// Passes that say who looks at the dashboard, until when: signed by HMAC-SHA256 (RFC 2104) and written in base64url, so that they need no store and hold in every process
/// with the same keys. A link can be opened more than once, because programs that check links open it before the person does; so it lives shortly.
/// </summary>
/// <param name="keys">Keys of the configuration; the first signs.</param>
/// <param name="time">The machine's own clock, also where a demonstration runs on a faster one: people open links in their own time.</param>
public sealed class DashboardPasses(IEnumerable<string> keys, TimeProvider time)
{
    /// <summary>How long a link lives.</summary>
    public static readonly TimeSpan LinkLife = TimeSpan.FromMinutes(15);

    /// <summary>How long a browser may stay.</summary>
    public static readonly TimeSpan VisitLife = TimeSpan.FromHours(12);

    private const int HeadBytes = 1 + sizeof(long);

    // No address is longer (RFC 5321, 4.5.3.1.3), so neither is a pass.
    private const int MostTextBytes = 256;
    private const int MostCharacters = ((HeadBytes + MostTextBytes + HMACSHA256.HashSizeInBytes) * 4 / 3) + 3;

    private readonly byte[][] derived = [.. keys.Select(key => HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), "baton dashboard pass"u8))];

    /// <summary>A pass.</summary>
    /// <param name="kind">For what.</param>
    /// <param name="who">For whom.</param>
    public string Issue(PassKind kind, EmailAddress who)
    {
        byte[] signed = [(byte)kind, .. new byte[sizeof(long)], .. Encoding.UTF8.GetBytes(who.Value)];
        BinaryPrimitives.WriteInt64BigEndian(signed.AsSpan(1), (time.GetUtcNow() + LifeOf(kind)).ToUnixTimeSeconds());
        return Base64Url.EncodeToString([.. signed, .. HMACSHA256.HashData(derived[0], signed)]);
    }

    /// <summary>Whose pass it is; null when it is none of ours, is for something else, or has run out.</summary>
    /// <param name="kind">What it must be for.</param>
    /// <param name="pass">The pass, from outside.</param>
    public EmailAddress? Read(PassKind kind, string? pass)
    {
        if (pass is null || pass.Length > MostCharacters || !Base64Url.IsValid(pass))
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(pass).AsSpan();
        var signedBytes = bytes.Length - HMACSHA256.HashSizeInBytes;
        if (signedBytes <= HeadBytes || !IsSigned(bytes[..signedBytes], bytes[signedBytes..]) || bytes[0] != (byte)kind)
        {
            return null;
        }

        var until = DateTimeOffset.FromUnixTimeSeconds(BinaryPrimitives.ReadInt64BigEndian(bytes[1..]));
        return time.GetUtcNow() < until && EmailAddress.TryParse(Encoding.UTF8.GetString(bytes[HeadBytes..signedBytes]), out var who) ? who : null;
    }

    private bool IsSigned(ReadOnlySpan<byte> signed, ReadOnlySpan<byte> signature)
    {
        var found = false;
        foreach (var key in derived)
        {
            found |= CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(key, signed), signature);
        }

        return found;
    }

    private static TimeSpan LifeOf(PassKind kind) => kind == PassKind.Link ? LinkLife : VisitLife;
}
