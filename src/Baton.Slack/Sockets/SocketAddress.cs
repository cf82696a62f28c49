using Baton.Slack.Api;
using Baton.Wire;

namespace Baton.Slack.Sockets;

/// <summary>Asks for the address of a socket, which works once (https://docs.slack.dev/apis/events-api/using-socket-mode). It is a secret.</summary>
internal sealed class SocketAddress(SlackClient slack, SlackOptions options)
{
    /// <summary>The address, how long to wait before asking again, or why it is of no use to ask.</summary>
    public async Task<Reading> AskAsync(CancellationToken cancellation) => await slack.CallAsync(SlackMethod.AppsConnectionsOpen, [], cancellation) switch
    {
        SlackAnswer.Ok ok when ok.Body.Text("url") is { } url && IsSlacks(url) => new Reading.Found(new Uri(url)),
        SlackAnswer.Ok => new Reading.Refused("Slack named no address, or one that is not Slack's."),
        SlackAnswer.RateLimited limited => new Reading.Later(limited.Wait),
        SlackAnswer.Refused { Error: SlackError.FixConfiguration or SlackError.FixCredential or SlackError.GiveUp } refused => new Reading.Refused($"{refused.Code}: {refused.Detail}"),
        _ => new Reading.Later(null),
    };

    private bool IsSlacks(string text) => Uri.TryCreate(text, UriKind.Absolute, out var url)
        && ((url.Scheme == "wss" && ResponseUrls.IsSlacksHost(new UriBuilder(url) { Scheme = "https", Port = url.IsDefaultPort ? -1 : url.Port }.Uri))
            || (url.IsLoopback && new Uri(options.ApiUrl).IsLoopback));

    /// <summary>What came of asking.</summary>
    internal abstract record Reading
    {
        private Reading()
        {
        }

        /// <summary>There it is.</summary>
        public sealed record Found(Uri Url) : Reading;

        /// <summary>Not now; null leaves the time to the asker.</summary>
        public sealed record Later(TimeSpan? Wait) : Reading;

        /// <summary>Not until somebody changes something.</summary>
        public sealed record Refused(string Why) : Reading;
    }
}
