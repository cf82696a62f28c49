namespace Baton.Teams.Tokens.Keys;

/// <summary>What is known of a key.</summary>
internal abstract record KeyLookup
{
    private KeyLookup()
    {
    }

    /// <summary>Here it is.</summary>
    public sealed record Found(SigningKey Key) : KeyLookup;

    /// <summary>The issuer has no such key.</summary>
    public sealed record Unknown : KeyLookup;

    /// <summary>The issuer's keys cannot be had now.</summary>
    /// <param name="Why">In English, for an operator.</param>
    public sealed record Unavailable(string Why) : KeyLookup;
}
