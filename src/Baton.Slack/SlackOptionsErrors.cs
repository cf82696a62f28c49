using System.Net;
using System.Text.RegularExpressions;

namespace Baton.Slack;

/// <summary>Finds what is wrong with the configuration of Slack before anything starts. What is secret is never repeated.</summary>
public static partial class SlackOptionsErrors
{
    /// <summary>The most signing secrets that count at once: the old one and the new one.</summary>
    public const int MostSecrets = 2;

    /// <summary>The most sockets that one app may have (https://docs.slack.dev/apis/events-api/using-socket-mode).</summary>
    public const int MostSockets = 10;

    private static readonly string[] Hosts = ["slack.com", "slack-gov.com"];
    private static readonly string[] Languages = ["en", "ja"];

    /// <summary>What is wrong: each line names the key and what would be right.</summary>
    public static IEnumerable<string> Of(SlackOptions slack)
    {
        if (!slack.IsOn)
        {
            return slack.AppToken.Length + slack.RefreshToken.Length + slack.SigningSecrets.Count > 0
                ? [$"{Key(nameof(slack.BotToken))} is empty; expected the app's xoxb- token, or nothing else under {SlackOptions.Section}"]
                : [];
        }

        return [.. Tokens(slack), .. Sockets(slack), .. Secrets(slack), .. Addresses(slack), .. Locales(slack)];
    }

    /// <summary>Whether a text can be the id of a channel, such as <c>C0123456789</c>.</summary>
    public static bool IsChannel(string id) => Channel().IsMatch(id);

    private static IEnumerable<string> Tokens(SlackOptions slack)
    {
        if (!slack.BotToken.StartsWith("xoxb-", StringComparison.Ordinal) && !slack.BotToken.StartsWith("xoxe.xoxb-", StringComparison.Ordinal))
        {
            yield return $"{Key(nameof(slack.BotToken))} is no bot token; expected one that begins with xoxb- (OAuth & Permissions at api.slack.com/apps)";
        }

        if (slack.UsesSockets && !slack.AppToken.StartsWith("xapp-", StringComparison.Ordinal))
        {
            yield return $"{Key(nameof(slack.AppToken))} is no app-level token; expected one that begins with xapp- (Basic Information > App-Level Tokens at api.slack.com/apps)";
        }

        if (slack.RefreshToken.Length > 0 && (slack.ClientId.Length == 0 || slack.ClientSecret.Length == 0))
        {
            yield return $"{Key(nameof(slack.ClientId))} or {nameof(slack.ClientSecret)} is empty; expected both, because there is a {nameof(slack.RefreshToken)}";
        }
    }

    private static IEnumerable<string> Sockets(SlackOptions slack)
    {
        if (slack.Sockets is < 1 or > MostSockets)
        {
            yield return $"{Key(nameof(slack.Sockets))} is {slack.Sockets}; expected 1 to {MostSockets}";
        }
    }

    private static IEnumerable<string> Secrets(SlackOptions slack)
    {
        var needed = slack.UsesSockets ? 0 : 1;
        if (slack.SigningSecrets.Count < needed || slack.SigningSecrets.Count > MostSecrets || slack.SigningSecrets.Any(s => s.Trim().Length == 0))
        {
            yield return $"{Key(nameof(slack.SigningSecrets))} has {slack.SigningSecrets.Count} secret(s); expected {needed} to {MostSecrets}, none of them empty (Basic Information > Signing Secret at api.slack.com/apps), or {Key(nameof(slack.AppToken))} for Socket Mode";
        }
    }

    private static IEnumerable<string> Addresses(SlackOptions slack)
    {
        var isRight = Uri.TryCreate(slack.ApiUrl, UriKind.Absolute, out var url) && url.AbsolutePath.EndsWith('/')
            && (IsLoopback(url) || (url.Scheme == Uri.UriSchemeHttps && Hosts.Any(h => url.IdnHost == h || url.IdnHost.EndsWith("." + h, StringComparison.Ordinal))));
        if (!isRight)
        {
            yield return $"{Key(nameof(slack.ApiUrl))} is \"{slack.ApiUrl}\"; expected https://slack.com/api/, https://slack-gov.com/api/, or an address on this machine";
        }
    }

    private static IEnumerable<string> Locales(SlackOptions slack)
    {
        if (!Languages.Contains(slack.Locale))
        {
            yield return $"{Key(nameof(slack.Locale))} is \"{slack.Locale}\"; expected {string.Join(" or ", Languages)}";
        }

        foreach (var (channel, locale) in slack.ChannelLocales)
        {
            if (!IsChannel(channel) || !Languages.Contains(locale))
            {
                yield return $"{Key(nameof(slack.ChannelLocales))}:{channel} is \"{locale}\"; expected a channel's id such as C0123456789, and {string.Join(" or ", Languages)}";
            }
        }
    }

    private static bool IsLoopback(Uri url) => url.IsLoopback || (IPAddress.TryParse(url.Host, out var ip) && IPAddress.IsLoopback(ip));

    private static string Key(string name) => $"{SlackOptions.Section}:{name}";

    [GeneratedRegex(@"\A[CG][A-Z0-9]{1,30}\z")]
    private static partial Regex Channel();
}
