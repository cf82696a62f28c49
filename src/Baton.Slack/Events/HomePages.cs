using System.Text.Json.Nodes;
using Baton.Handoffs.Chat;
using Baton.Slack.Api;
using Baton.Slack.Blocks;

namespace Baton.Slack.Events;

/// <summary>People's own pages: published when somebody looks at one, and when somebody changed something from it.</summary>
internal sealed class HomePages(IChatDesk desk, SlackClient slack)
{
    /// <summary>Publishes a person's page as it stands now; somebody who may not act is told why there.</summary>
    public async Task PublishAsync(Visitor visitor, CancellationToken cancellation)
    {
        var home = visitor.MayAct
            ? await desk.HomeAsync(visitor.Email, cancellation)
            : new HomeView(Notices.Card(Notices.Of(visitor.Barrier, visitor.Locale), visitor.Locale), [], 0);
        await slack.CallAsync(SlackMethod.ViewsPublish, new JsonObject { ["user_id"] = visitor.UserId, ["view"] = BlockKitHome.Render(home) }, cancellation);
    }
}
