using Baton.Wire;

namespace Baton.Slack.Api;

/// <summary>The workspace that the token is for. Asked once; it does not change while the process lives.</summary>
public sealed class SlackWorkspace(SlackClient client, TimeProvider time)
{
    // Written once by whoever is first; the same whoever that is.
    private volatile SlackIdentity? known;

    /// <summary>Who Baton is there.</summary>
    /// <exception cref="SlackUnavailableException">Slack does not say now.</exception>
    public async ValueTask<SlackIdentity> IdentityAsync(CancellationToken cancellation) => known ??= await AskAsync(cancellation);

    private async Task<SlackIdentity> AskAsync(CancellationToken cancellation)
    {
        var answer = await client.AskAsync(SlackMethod.AuthTest, [], _ => false, time, cancellation);
        return answer is { Body: var body } && body.Text("team_id") is { } team && body.Text("user_id") is { } user
            ? new SlackIdentity(team, body.Text("team") ?? team, body.Text("url") ?? "", body.Text("enterprise_id"), user, body.Text("bot_id"))
            : throw new SlackUnavailableException("auth.test names no workspace or no user.");
    }
}
