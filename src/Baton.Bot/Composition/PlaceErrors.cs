using Baton.Handoffs.Digests;
using Baton.Handoffs.Routing;
using Baton.Slack;
using Baton.Teams;
using Baton.Web.Console;
using Baton.Web.Console.Places;

namespace Baton.Bot.Composition;

/// <summary>Finds places that no message could ever reach: a card sent there would only end as a dead letter.</summary>
internal static class PlaceErrors
{
    private const string MarketingKey = $"{RoutingOptions.Section}:{nameof(RoutingOptions.Marketing)}";

    /// <summary>What is wrong: each line names the key, the place and what would be right.</summary>
    public static IEnumerable<string> Of(RoutingOptions routing, DigestOptions digests, ConsoleOptions console, SlackOptions slack, TeamsOptions teams)
    {
        var named = routing.EffectivePools.Select((pool, at) => ($"{RoutingOptions.Section}:Pools:{at}:Sales", pool.Sales))
            .Concat(routing.EffectivePools.Index().Where(p => p.Item.Fallback is not null).Select(p => ($"{RoutingOptions.Section}:Pools:{p.Index}:Fallback", p.Item.Fallback!)))
            .Append((MarketingKey, routing.Marketing))
            .Concat(digests.Recipients.Select((recipient, at) => ($"{DigestOptions.Section}:Recipients:{at}:Place", recipient.Place)));
        foreach (var (key, text) in named)
        {
            if (Problem(text, console, slack, teams) is { } expected)
            {
                yield return $"{key} is \"{text}\"; expected {expected}";
            }
        }

        if (ThreadsProblem(routing.Marketing) is { } channel)
        {
            yield return $"{MarketingKey} is \"{routing.Marketing}\"; expected {channel}";
        }
    }

    // What is answered to feedback is known by its thread.
    private static string? ThreadsProblem(string text) =>
        text.Split(':', 2) is [TeamsPlatform.PlatformName, var id] && TeamsPlatform.IsConversation(id) && !TeamsPlatform.HasThreads(id)
            ? "a channel: chats of Teams have no threads, and replies to feedback would be lost"
            : null;

    // A text that is no place at all is named by the section's own check.
    private static string? Problem(string text, ConsoleOptions console, SlackOptions slack, TeamsOptions teams)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || colon == text.Length - 1)
        {
            return null;
        }

        var (platform, id) = (text[..colon], text[(colon + 1)..]);
        if (platform == SlackPlatform.PlatformName)
        {
            return !slack.IsOn ? $"{SlackOptions.Section}:{nameof(slack.BotToken)} to be set, or a place of another platform"
                : !SlackOptionsValidator.IsChannel(id) ? $"{SlackPlatform.PlatformName}: and a channel's id such as C0123456789 (at the foot of the channel's details in Slack)"
                : null;
        }

        if (platform == TeamsPlatform.PlatformName)
        {
            return !teams.IsOn ? $"{TeamsOptions.Section}:{nameof(teams.AppId)} to be set, or a place of another platform"
                : !TeamsPlatform.IsConversation(id) ? $"{TeamsPlatform.PlatformName}: and a channel's id such as 19:…@thread.tacv2 (in Teams: the channel's menu > Get link to channel, decoded)"
                : null;
        }

        var known = string.Join(", ", console.Places.Select(p => $"{ConsolePlaces.Platform}:{p.Id}"));
        return platform != ConsolePlaces.Platform ? $"a place of a platform that is built in: {ConsolePlaces.Platform}, {SlackPlatform.PlatformName}, {TeamsPlatform.PlatformName}"
            : !console.Enabled ? $"{ConsoleOptions.Section}:Enabled to be true, or a place of another platform"
            : console.Places.All(p => p.Id != id) ? $"one of {ConsoleOptions.Section}:Places ({known})"
            : null;
    }
}
