namespace Baton.Teams.Connector.Credentials;

/// <summary>What came of asking for Baton's own token.</summary>
internal abstract record BotToken
{
    private BotToken()
    {
    }

    /// <summary>Here it is.</summary>
    /// <param name="Value">The token, a secret; null when none is needed.</param>
    public sealed record Given(string? Value) : BotToken
    {
        /// <inheritdoc />
        public override string ToString() => nameof(Given);
    }

    /// <summary>It cannot be had now.</summary>
    /// <param name="Why">In English, for an operator.</param>
    public sealed record NotNow(string Why) : BotToken;

    /// <summary>It will not be given until somebody changes a setting.</summary>
    /// <param name="Code">Entra's word for it.</param>
    /// <param name="Why">In English, for an operator; what can be done.</param>
    public sealed record Refused(string Code, string Why) : BotToken;
}
