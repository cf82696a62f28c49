using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Baton.Slack.Installing;

/// <summary>
/// What is sent along with somebody who goes to Slack to install the app, and comes back with them: signed, good for ten minutes and for one use, and only in the
/// browser that began, which holds the other half in a cookie. So nobody can be made to finish what somebody else began
/// (https://datatracker.ietf.org/doc/html/rfc6749#section-10.12).
/// </summary>
/// <param name="secret">The app's client secret; what signs is derived from it.</param>
/// <param name="time">When.</param>
internal sealed class InstallState(string secret, TimeProvider time)
{
    /// <summary>How long somebody may take. Slack's own code lives as long.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private const int NonceBytes = 16;
    private const int SignedBytes = NonceBytes + sizeof(long);
    private const int TotalBytes = SignedBytes + HMACSHA256.HashSizeInBytes;

    private readonly byte[] key = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), "baton slack install state"u8);

    // States that were used, until they would have run out anyway. Guarded by itself.
    private readonly Dictionary<string, DateTimeOffset> used = new(StringComparer.Ordinal);

    /// <summary>A state and the cookie that belongs to it.</summary>
    public (string State, string Cookie) New()
    {
        var cookie = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        Span<byte> state = stackalloc byte[TotalBytes];
        RandomNumberGenerator.Fill(state[..NonceBytes]);
        BinaryPrimitives.WriteInt64BigEndian(state[NonceBytes..], (time.GetUtcNow() + Life).ToUnixTimeSeconds());
        Sign(state[..SignedBytes], cookie, state[SignedBytes..]);
        return (Base64Url.EncodeToString(state), cookie);
    }

    /// <summary>Takes a state, once; false when it is not ours, not this browser's, too old, or was taken before.</summary>
    /// <param name="state">What came back in the address.</param>
    /// <param name="cookie">What the browser holds.</param>
    public bool Take(string? state, string? cookie)
    {
        if (string.IsNullOrEmpty(cookie) || state?.Length != Base64Url.GetEncodedLength(TotalBytes) || !Base64Url.IsValid(state))
        {
            return false;
        }

        var bytes = Base64Url.DecodeFromChars(state).AsSpan();
        Span<byte> right = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Sign(bytes[..SignedBytes], cookie, right);
        if (!CryptographicOperations.FixedTimeEquals(right, bytes[SignedBytes..]))
        {
            return false;
        }

        var (until, now) = (DateTimeOffset.FromUnixTimeSeconds(BinaryPrimitives.ReadInt64BigEndian(bytes[NonceBytes..])), time.GetUtcNow());
        return now < until && Spend(Convert.ToHexString(bytes[..NonceBytes]), until, now);
    }

    private bool Spend(string nonce, DateTimeOffset until, DateTimeOffset now)
    {
        lock (used)
        {
            foreach (var (old, _) in used.Where(u => u.Value <= now).ToList())
            {
                used.Remove(old);
            }

            return used.TryAdd(nonce, until);
        }
    }

    private void Sign(ReadOnlySpan<byte> signed, string cookie, Span<byte> signature) =>
        HMACSHA256.HashData(key, [.. signed, .. Encoding.UTF8.GetBytes(cookie)], signature);
}
