using Baton.Slack.Events;

namespace Baton.Bot.Api;

/// <summary>Whether Slack and Baton still hear each other.</summary>
internal sealed class SlackReadiness(SlackHealth health) : IReadiness
{
    public string Name => "slack";

    public Task<string?> ProblemAsync(CancellationToken cancellation) => Task.FromResult(health.Problem);
}
