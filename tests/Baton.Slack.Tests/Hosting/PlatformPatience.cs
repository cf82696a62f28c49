using Baton.Edges;
using Baton.Handoffs.Tests.Doubles;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Slack.Tests.Hosting;

/// <summary>How long a chat platform is let wait for what is being worked on: for ever on a machine however slow, until a test says that it is enough.</summary>
internal sealed class PlatformPatience
{
    private readonly TestClock clock = new(DateTimeOffset.UnixEpoch);

    /// <summary>Makes it the product's.</summary>
    public void AddTo(IServiceCollection services) => services.AddSingleton(s => new Promptly(s.GetRequiredService<RunningWork>(), clock));

    /// <summary>It is enough: answers what is answered while the work goes on.</summary>
    public async Task<T> RunsOutAsync<T>(Task<T> answer)
    {
        await Eventually.HoldsAsync("it is answered though the work goes on", () =>
        {
            clock.Advance(Promptly.Patience);
            return answer.IsCompleted;
        });
        return await answer;
    }
}
