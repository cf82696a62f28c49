using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Baton.Handoffs.Chat;
using Baton.Slack.Api;
using Baton.Slack.Blocks;
using Baton.Wire;

namespace Baton.Slack.Events;

/// <summary>People's own pages: published when somebody looks at one, when somebody changed something from it, and when something on it changed.</summary>
internal sealed class HomePages(IChatDesk desk, SlackClient slack, OpenPages open)
{
    // Of one page no two are drawn at once, so that an older one never lands on a newer one. People share a few turns.
    private readonly SemaphoreSlim[] turns = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1))];

    /// <summary>Publishes a person's page as it stands now; somebody who may not act is told why there.</summary>
    public async Task PublishAsync(Visitor visitor, CancellationToken cancellation) => await InTurnAsync(visitor, false, cancellation);

    /// <summary>Publishes it if it says something else than what the person sees; null when it does not.</summary>
    public Task<SlackAnswer?> FollowAsync(Visitor visitor, CancellationToken cancellation) => InTurnAsync(visitor, true, cancellation);

    private async Task<SlackAnswer?> InTurnAsync(Visitor visitor, bool onlyNews, CancellationToken cancellation)
    {
        var turn = turns[(uint)visitor.UserId.GetHashCode(StringComparison.Ordinal) % turns.Length];
        await turn.WaitAsync(cancellation);
        try
        {
            return visitor.MayAct ? await DrawAsync(visitor, onlyNews, cancellation) : await BarAsync(visitor, cancellation);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<SlackAnswer?> DrawAsync(Visitor visitor, bool onlyNews, CancellationToken cancellation)
    {
        var before = open.Draw(visitor.UserId, visitor.Email);
        var home = await desk.HomeAsync(visitor.Email, cancellation);
        var view = BlockKitHome.Render(home);
        var print = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(WireJson.Write(view))));
        var answer = onlyNews && before == print ? null : await SendAsync(visitor, view, cancellation);
        switch (answer)
        {
            case null or SlackAnswer.Ok:
                open.Drawn(visitor.UserId, home, print);
                break;
            case SlackAnswer.Refused:
                open.Forget(visitor.UserId);
                break;
        }

        return answer;
    }

    private Task<SlackAnswer> BarAsync(Visitor visitor, CancellationToken cancellation)
    {
        open.Forget(visitor.UserId);
        return SendAsync(visitor, BlockKitHome.Render(new HomeView(Notices.Card(Notices.Of(visitor.Barrier, visitor.Locale), visitor.Locale), [], 0)), cancellation);
    }

    private Task<SlackAnswer> SendAsync(Visitor visitor, JsonObject view, CancellationToken cancellation) =>
        slack.CallAsync(SlackMethod.ViewsPublish, new JsonObject { ["user_id"] = visitor.UserId, ["view"] = view }, cancellation);
}
