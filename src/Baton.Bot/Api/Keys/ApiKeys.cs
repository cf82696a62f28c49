using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Baton.Handoffs.Leads;
using Baton.Handoffs.People;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace Baton.Bot.Api;

/// <summary>Tells who calls by the key. Keeps digests only: equally long, so that comparing takes the same time whatever was sent.</summary>
internal sealed class ApiKeys
{
    private readonly (byte[] Digest, ApiCaller Caller)[] keys;

    public ApiKeys(IOptions<ApiOptions> options) =>
        keys = [.. options.Value.Keys.Select(k => (SHA256.HashData(Encoding.UTF8.GetBytes(k.Value)), ApiCaller.Named(k.Key)))];

    /// <summary>Whether none is configured.</summary>
    internal bool IsEmpty => keys.Length == 0;

    /// <summary>The caller with that key, or null. Every key is compared, whichever it is.</summary>
    internal ApiCaller? Find(string given)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        Digest(given, digest);
        ApiCaller? found = null;
        foreach (var (known, caller) in keys)
        {
            found = CryptographicOperations.FixedTimeEquals(known, digest) ? caller : found;
        }

        return found;
    }

    private static void Digest(string given, Span<byte> digest)
    {
        const int usual = 256;
        var length = Encoding.UTF8.GetMaxByteCount(given.Length);
        var rented = length > usual ? ArrayPool<byte>.Shared.Rent(length) : null;
        Span<byte> bytes = rented ?? stackalloc byte[usual];
        SHA256.HashData(bytes[..Encoding.UTF8.GetBytes(given, bytes)], digest);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        }
    }
}

/// <summary>Who calls.</summary>
/// <param name="Name">The name of the key.</param>
/// <param name="Person">The same as somebody who acts.</param>
internal sealed record ApiCaller(string Name, Person Person)
{
    /// <summary>A caller on this machine while no key is configured.</summary>
    internal static ApiCaller Local { get; } = Named("local");

    internal static ApiCaller Named(string name) => new(name, new Person
    {
        Email = EmailAddress.Parse($"{name}@api.baton.invalid"),
        Name = name,
        Roles = Roles.Integration,
    });

    /// <summary>The caller of a request that passed <see cref="ApiKeyFilter"/>.</summary>
    internal static ApiCaller Of(HttpContext context) => context.Features.GetRequiredFeature<ApiCaller>();
}
