using Azure.Core;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Tables.Azure.Client;

namespace Baton.Tables.Azure;

/// <summary>How an <see cref="AzureTableEngine"/> uses its account.</summary>
public sealed record AzureTableOptions
{
    /// <summary>The longest beginning of table names: the longest name of ours must fit behind it.</summary>
    public const int MaxPrefixLength = 30;

    /// <summary>The account.</summary>
    public required AzureTableConnection Connection { get; init; }

    /// <summary>What all tables' names begin with, so that several stores share an account; empty or a letter and up to 29 letters and digits.</summary>
    public string TablePrefix { get; init; } = "";

    /// <summary>How often a call that was not taken is sent again, 0 to 10; 5 unless told.</summary>
    public int Retries { get; init; } = 5;

    /// <summary>The wait before the first repetition; each further one is twice as long, with jitter. What the service asks for counts when it is longer.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The longest wait between repetitions.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>How long one attempt may take; 10 s unless told.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long a commit may take with everything that is sent again; 20 s unless told. Then nothing more is sent, and what became of it is looked for
    /// once: within that a wake-up that was written before still lies ahead.
    /// </summary>
    public TimeSpan CommitLimit { get; init; } = new Pulse().CommitLimit;

    /// <summary>What requests are dated by.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>What is wrong with a beginning of table names; null when it is right.</summary>
    /// <param name="prefix">The beginning.</param>
    public static string? ProblemOfPrefix(string prefix) =>
        prefix.Length == 0 || (prefix.Length <= MaxPrefixLength && char.IsAsciiLetter(prefix[0]) && prefix.All(char.IsAsciiLetterOrDigit))
            ? null
            : $"expected nothing, or up to {MaxPrefixLength} letters and digits of ASCII, a letter first";

    internal TableClientOptions Client()
    {
        if (ProblemOfPrefix(TablePrefix) is { } problem)
            throw new ArgumentException($"{nameof(TablePrefix)} is '{TablePrefix}'; {problem}.");
        if (Retries is < 0 or > 10)
            throw new ArgumentException($"{nameof(Retries)} is {Retries}; 0 to 10 are allowed.");
        return new TableClientOptions
        {
            Time = Time,
            Retry = { Mode = RetryMode.Exponential, MaxRetries = Retries, Delay = Delay, MaxDelay = MaxDelay, NetworkTimeout = AttemptTimeout },
        };
    }
}
