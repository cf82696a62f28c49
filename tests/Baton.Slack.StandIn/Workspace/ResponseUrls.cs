namespace Baton.Slack.StandIn.Workspace;

/// <summary>The addresses that an app may answer to after an act: five times in 30 minutes each. Guarded by the workspace's gate.</summary>
internal sealed class ResponseUrls(Ids ids, TimeProvider time)
{
    private const int MostUses = 5;
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(30);
    private readonly Dictionary<string, ResponseUrl> urls = [];

    /// <summary>A new one.</summary>
    /// <param name="user">Who acted.</param>
    /// <param name="channel">Where.</param>
    /// <param name="source">The message that was acted on; null for a command.</param>
    /// <returns>Its secret path.</returns>
    public string New(string user, string channel, SeenMessage? source)
    {
        var path = ids.Next("r");
        urls[path] = new ResponseUrl(user, channel, source?.Ts, time.GetUtcNow(), 0);
        return path;
    }

    /// <summary>Uses one up by one.</summary>
    public ResponseUrl Use(string path)
    {
        if (!urls.TryGetValue(path, out var url))
        {
            throw new RefusalException("invalid_url");
        }

        if (time.GetUtcNow() - url.Born > Life)
        {
            throw new RefusalException("expired_url");
        }

        return urls[path] = url.Uses < MostUses ? url with { Uses = url.Uses + 1 } : throw new RefusalException("used_url");
    }
}
