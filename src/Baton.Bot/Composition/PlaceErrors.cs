using Baton.Handoffs.Digests;
using Baton.Handoffs.Routing;
using Baton.Web.Console;
using Baton.Web.Console.Places;

namespace Baton.Bot.Composition;

/// <summary>Finds places that no message could ever reach: a card sent there would only end as a dead letter.</summary>
internal static class PlaceErrors
{
    /// <summary>What is wrong: each line names the key, the place and what would be right.</summary>
    public static IEnumerable<string> Of(RoutingOptions routing, DigestOptions digests, ConsoleOptions console)
    {
        var named = routing.EffectivePools.Select((pool, at) => ($"{RoutingOptions.Section}:Pools:{at}:Sales", pool.Sales))
            .Concat(routing.EffectivePools.Index().Where(p => p.Item.Fallback is not null).Select(p => ($"{RoutingOptions.Section}:Pools:{p.Index}:Fallback", p.Item.Fallback!)))
            .Append(($"{RoutingOptions.Section}:Marketing", routing.Marketing))
            .Concat(digests.Recipients.Select((recipient, at) => ($"{DigestOptions.Section}:Recipients:{at}:Place", recipient.Place)));
        foreach (var (key, text) in named)
        {
            if (Problem(text, console) is { } expected)
            {
                yield return $"{key} is \"{text}\"; expected {expected}";
            }
        }
    }

    // A text that is no place at all is named by the section's own check.
    private static string? Problem(string text, ConsoleOptions console)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || colon == text.Length - 1)
        {
            return null;
        }

        var (platform, id) = (text[..colon], text[(colon + 1)..]);
        var known = string.Join(", ", console.Places.Select(p => $"{ConsolePlaces.Platform}:{p.Id}"));
        return platform != ConsolePlaces.Platform ? $"a place of a platform that is built in: {ConsolePlaces.Platform}"
            : !console.Enabled ? $"{ConsoleOptions.Section}:Enabled to be true, or a place of another platform"
            : console.Places.All(p => p.Id != id) ? $"one of {ConsoleOptions.Section}:Places ({known})"
            : null;
    }
}
