namespace Baton.Bot.Api;

/// <summary>A part of the process without which it must not be sent work. Every one that is registered is asked by <c>/readyz</c>.</summary>
internal interface IReadiness
{
    /// <summary>What the operator calls it, such as <c>workers</c>.</summary>
    string Name { get; }

    /// <summary>What is wrong and what to do; null when it is ready.</summary>
    Task<string?> ProblemAsync(CancellationToken cancellation);
}
