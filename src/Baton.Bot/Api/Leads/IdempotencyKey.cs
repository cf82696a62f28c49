using System.Security.Cryptography;
using Baton.Handoffs.Leads;

namespace Baton.Bot.Api;

/// <summary>The header with which a caller says that two requests are one.</summary>
internal static class IdempotencyKey
{
    internal const string Header = "Idempotency-Key";

    /// <summary>The longest key, in characters.</summary>
    internal const int MaxLength = 255;

    internal static readonly string Rule = $"1 to {MaxLength} characters, sent once";

    /// <summary>Reads it.</summary>
    /// <returns>The key with its caller in front, so that callers cannot meet by chance; null without the header. Or what is wrong with it.</returns>
    internal static (string? Key, Problem? Wrong) Of(HttpContext http)
    {
        var given = http.Request.Headers[Header];
        return given.Count == 0 ? (null, null)
            : given is [{ Length: > 0 and <= MaxLength } key] && !string.IsNullOrWhiteSpace(key) ? ($"{ApiCaller.Of(http).Name}:{key}", null)
            : (null, Problem.Invalid("The header is wrong", new FieldError(Header, FieldError.Shown(given), Rule)));
    }

    /// <summary>The digest that two equal bodies share.</summary>
    internal static string DigestOf(JsonBody body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in body.Bytes)
        {
            hash.AppendData(part.Span);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    internal static Problem AnotherBody => new(422, "keyReused", "The Idempotency-Key belongs to another body")
    {
        Detail = "Send the body that the key was first sent with, or another key.",
    };
}
