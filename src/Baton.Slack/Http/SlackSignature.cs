using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace Baton.Slack.Http;

/// <summary>
/// Checks that Slack sent a request: <c>v0=</c> and the HMAC-SHA256, in small hexadecimal letters, of <c>v0:{time}:{body}</c> under the signing secret as text
/// (https://docs.slack.dev/authentication/verifying-requests-from-slack). Two secrets count while one is being exchanged for the other.
/// </summary>
internal sealed class SlackSignature
{
    /// <summary>The request's header with the signature.</summary>
    public const string Header = "X-Slack-Signature";

    /// <summary>The request's header with the time of signing, in Unix seconds.</summary>
    public const string TimeHeader = "X-Slack-Request-Timestamp";

    /// <summary>How far the time of signing may be from now, before or after.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(300);

    /// <summary>How much room <see cref="Check"/> needs before the body.</summary>
    public const int Room = 32;

    private const string Version = "v0=";
    private const int LongestTime = 15;

    private readonly byte[][] secrets;
    private readonly TimeProvider time;

    /// <summary>Checks against the secrets that count, at least one.</summary>
    public SlackSignature(IEnumerable<string> secrets, TimeProvider time)
    {
        this.secrets = [.. secrets.Where(s => s.Length > 0).Select(Encoding.UTF8.GetBytes)];
        this.time = time;
        ArgumentOutOfRangeException.ThrowIfZero(this.secrets.Length, nameof(secrets));
    }

    /// <summary>Whether Slack signed that body.</summary>
    /// <param name="signature">What <see cref="Header"/> says.</param>
    /// <param name="signedAt">What <see cref="TimeHeader"/> says.</param>
    /// <param name="roomAndBody"><see cref="Room"/> bytes that are overwritten, then the body as it came.</param>
    /// <param name="mark">A number that no other request has, for whoever wants to know it again; 0 unless it is right.</param>
    public SignatureVerdict Check(StringValues signature, StringValues signedAt, Span<byte> roomAndBody, out ulong mark)
    {
        mark = 0;
        if (signature.Count != 1 || signedAt.Count != 1 || signature[0] is not { } given || signedAt[0] is not { } at)
        {
            return SignatureVerdict.Missing;
        }

        if (at.Length is 0 or > LongestTime || !long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return SignatureVerdict.NoTime;
        }

        if (Math.Abs(time.GetUtcNow().ToUnixTimeSeconds() - seconds) > (long)Window.TotalSeconds)
        {
            return SignatureVerdict.OutOfTime;
        }

        if (given.Length != Version.Length + (HMACSHA256.HashSizeInBytes * 2) || !given.StartsWith(Version, StringComparison.Ordinal) || !Ascii.IsValid(given))
        {
            return SignatureVerdict.WrongForm;
        }

        return IsOneOfOurs(given.AsSpan(Version.Length), Signed(at, roomAndBody), out mark) ? SignatureVerdict.Right : SignatureVerdict.Wrong;
    }

    // The prefix is written right before the body, so that nothing is copied.
    private static ReadOnlySpan<byte> Signed(string at, Span<byte> roomAndBody)
    {
        var start = Room - "v0::"u8.Length - at.Length;
        var prefix = roomAndBody[start..Room];
        "v0:"u8.CopyTo(prefix);
        Encoding.ASCII.GetBytes(at, prefix[3..]);
        prefix[^1] = (byte)':';
        return roomAndBody[start..];
    }

    // Every secret is tried to the end: how long it takes tells nothing about which one came near.
    private bool IsOneOfOurs(ReadOnlySpan<char> given, ReadOnlySpan<byte> signed, out ulong mark)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Span<char> hex = stackalloc char[HMACSHA256.HashSizeInBytes * 2];
        var right = false;
        mark = 0;
        foreach (var secret in secrets)
        {
            HMACSHA256.HashData(secret, signed, hash);
            _ = Convert.TryToHexStringLower(hash, hex, out _);
            if (CryptographicOperations.FixedTimeEquals(MemoryMarshal.AsBytes(given), MemoryMarshal.AsBytes(hex)))
            {
                (right, mark) = (true, MemoryMarshal.Read<ulong>(hash));
            }
        }

        return right;
    }
}
