using Baton.Teams.Tokens;

namespace Baton.Teams.Tests.Tokens;

/// <summary>A token, and what it is worth.</summary>
/// <param name="Name">What is odd about it.</param>
/// <param name="Authorization">The header's value.</param>
/// <param name="Why">What the refusal says; null when it is believed.</param>
internal sealed record TokenCase(string Name, Func<TokenHouse, string?> Authorization, string? Why = null)
{
    /// <summary>Whether keys may be asked for: only when all that the token says is right.</summary>
    public bool MayFetch { get; init; }

    /// <summary>Whether an app is named whose Entra tokens are taken.</summary>
    public bool TakesEntra { get; init; }

    /// <summary>What the activity says; the right things when null.</summary>
    public Func<TokenHouse, ActivityOrigin>? Origin { get; init; }

    public override string ToString() => Name;
}
