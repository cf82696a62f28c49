using System.Text.RegularExpressions;
using Baton.Slack.Api;
using Microsoft.Extensions.Options;

namespace Baton.Slack;

/// <summary>
/// Refuses a configuration of Slack that could not work, with key, value and what would be right; of a secret only what it begins with.
/// Of Slack that is off, only whether it is meant to be.
/// </summary>
public sealed partial class SlackOptionsValidator : IValidateOptions<SlackOptions>
{
    /// <summary>The most sockets that one app may have (https://docs.slack.dev/apis/events-api/using-socket-mode).</summary>
    public const int MostSockets = 10;

    private static readonly string[] TokenKinds = ["xoxe.xoxb-", "xoxe.xoxp-", "xoxb-", "xoxp-", "xapp-", "xoxe-", "xoxa-", "xoxs-"];

    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, SlackOptions options)
    {
        var wrong = (options.IsOn ? Tokens(options).Concat(Installing(options)).Concat(Secrets(options)).Concat(Api(options)).Concat(Sockets(options)).Concat(Locales(options)) : Leftovers(options)).ToList();
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    /// <summary>Whether a text can be the id of a channel, such as <c>C0123ABCD</c>.</summary>
    public static bool IsChannel(string id) => Channel().IsMatch(id);

    private static IEnumerable<string> Leftovers(SlackOptions options)
    {
        if (options.AppToken.Length + options.RefreshToken.Length + options.SigningSecrets.Count > 0)
        {
            yield return "Slack:BotToken is empty, and other secrets of Slack's are set: without a bot token Slack is off, and they are not needed.";
        }
    }

    private static IEnumerable<string> Tokens(SlackOptions options)
    {
        var rotates = options.RefreshToken.Length > 0;
        var bot = rotates ? "xoxe.xoxb-" : "xoxb-";
        if (!IsToken(options.BotToken, bot) && !(options.InstallsByClick && options.BotToken.Length == 0))
        {
            yield return options.BotToken.StartsWith("xoxe.", StringComparison.Ordinal) && !rotates
                ? "Slack:BotToken is a token that expires (xoxe.…): Slack:RefreshToken is needed too."
                : $"Slack:BotToken {Looks(options.BotToken, bot)}: a bot token begins with {bot}{(rotates ? ", as Slack:RefreshToken is set" : "")} (api.slack.com/apps > OAuth & Permissions).";
        }

        if (options.UsesSockets && !IsToken(options.AppToken, "xapp-"))
        {
            yield return $"Slack:AppToken {Looks(options.AppToken, "xapp-")}: an app-level token begins with xapp- (api.slack.com/apps > Basic Information); empty means HTTP.";
        }

        if (rotates && !IsToken(options.RefreshToken, "xoxe-"))
        {
            yield return $"Slack:RefreshToken {Looks(options.RefreshToken, "xoxe-")}: a refresh token begins with xoxe-; empty means that the bot token does not expire.";
        }

        if (rotates && (options.ClientId.Length == 0 || options.ClientSecret.Length == 0))
        {
            yield return "Slack:RefreshToken is set, but Slack:ClientId or Slack:ClientSecret is empty: a token is renewed with both of them.";
        }
    }

    private static IEnumerable<string> Installing(SlackOptions options)
    {
        if (!options.InstallsByClick)
        {
            if (options.Team.Length > 0)
            {
                yield return "Slack:Team is set, and Slack:PublicUrl is empty: both are needed to install by a click, and neither otherwise.";
            }

            yield break;
        }

        if (!Uri.TryCreate(options.PublicUrl, UriKind.Absolute, out var url) || url is not { PathAndQuery: "/", Fragment: "", UserInfo: "" } || !(url.Scheme == "https" || (url.IsLoopback && url.Scheme == "http")))
        {
            yield return $"Slack:PublicUrl is '{options.PublicUrl}': it is https and a host, with nothing after it, such as https://baton.example.com.";
        }

        if (!TeamId().IsMatch(options.Team))
        {
            yield return $"Slack:Team is '{options.Team}': the id of the one workspace is meant, such as T0123ABCD (it stands in Slack's address in a browser).";
        }

        if (options.ClientId.Length == 0 || options.ClientSecret.Length == 0)
        {
            yield return "Slack:PublicUrl is set, but Slack:ClientId or Slack:ClientSecret is empty: an installation by a click needs both of them.";
        }

        if (options.RefreshToken.Length > 0)
        {
            yield return "Slack:PublicUrl and Slack:RefreshToken are both set: tokens come from an installation by a click, or from the configuration.";
        }
    }

    private static IEnumerable<string> Secrets(SlackOptions options)
    {
        if (options.ClientId.Length > 0 && !ClientId().IsMatch(options.ClientId))
        {
            yield return $"Slack:ClientId is '{options.ClientId}': it is two numbers with a dot between (api.slack.com/apps > Basic Information).";
        }

        if (options.ClientSecret.Length > 0 && !Secret().IsMatch(options.ClientSecret))
        {
            yield return $"Slack:ClientSecret has {options.ClientSecret.Length} characters, or others than 0-9 and a-f: it has 32 of those (api.slack.com/apps > Basic Information).";
        }

        if (options.SigningSecrets.Count == 0 && !options.UsesSockets)
        {
            yield return "Slack:SigningSecrets is empty: over HTTP at least one is needed (api.slack.com/apps > Basic Information); or set Slack:AppToken, to use sockets.";
        }

        if (options.SigningSecrets.Count > 2)
        {
            yield return $"Slack:SigningSecrets has {options.SigningSecrets.Count} entries: allowed are one, or two while it is being rotated.";
        }

        for (var i = 0; i < options.SigningSecrets.Count; i++)
        {
            if (!Secret().IsMatch(options.SigningSecrets[i]))
            {
                yield return $"Slack:SigningSecrets:{i} has {options.SigningSecrets[i].Length} characters, or others than 0-9 and a-f: it has 32 of those (api.slack.com/apps > Basic Information).";
            }
        }
    }

    private static IEnumerable<string> Api(SlackOptions options)
    {
        if (!Uri.TryCreate(options.ApiUrl, UriKind.Absolute, out var api) || !IsAllowed(api))
        {
            yield return $"Slack:ApiUrl is '{options.ApiUrl}': allowed are https://slack.com/api/, https://slack-gov.com/api/ and addresses of this machine, each with a slash at the end.";
        }
    }

    private static IEnumerable<string> Sockets(SlackOptions options)
    {
        if (options.Sockets is < 1 or > MostSockets)
        {
            yield return $"Slack:Sockets is {options.Sockets}: allowed are 1 to {MostSockets}.";
        }
    }

    private static IEnumerable<string> Locales(SlackOptions options)
    {
        if (!IsLocale(options.Locale))
        {
            yield return $"Slack:Locale is '{options.Locale}': allowed are en and ja.";
        }

        foreach (var (channel, locale) in options.ChannelLocales)
        {
            if (!IsChannel(channel))
            {
                yield return $"Slack:ChannelLocales has '{channel}': a channel's id is meant, such as C0123ABCD (channel details > About).";
            }

            if (!IsLocale(locale))
            {
                yield return $"Slack:ChannelLocales:{channel} is '{locale}': allowed are en and ja.";
            }
        }
    }

    private static bool IsAllowed(Uri api) =>
        api.AbsolutePath.EndsWith('/') && api is { Query: "", Fragment: "", UserInfo: "" }
        && (ResponseUrls.IsSlacksHost(api) || (api.IsLoopback && (api.Scheme is "http" or "https")));

    private static bool IsToken(string token, string prefix) => token.StartsWith(prefix, StringComparison.Ordinal) && token.Length > prefix.Length && token.All(c => c is > ' ' and <= '~');

    private static bool IsLocale(string locale) => locale is "en" or "ja";

    private static string Looks(string token, string wanted)
    {
        var kind = TokenKinds.FirstOrDefault(k => token.StartsWith(k, StringComparison.Ordinal));
        return kind is null ? "begins like no token of Slack's" : kind == wanted ? $"begins with {kind} and then holds blanks or is cut off" : $"begins with {kind}";
    }

    [GeneratedRegex(@"\A[0-9a-f]{32}\z")]
    private static partial Regex Secret();

    [GeneratedRegex(@"\A[0-9]+\.[0-9]+\z")]
    private static partial Regex ClientId();

    [GeneratedRegex(@"\AT[A-Z0-9]{1,30}\z")]
    private static partial Regex TeamId();

    [GeneratedRegex(@"\A[CG][A-Z0-9]{1,30}\z")]
    private static partial Regex Channel();
}
