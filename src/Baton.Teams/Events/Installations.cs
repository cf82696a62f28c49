using Baton.Handoffs.Chat;
using Baton.Handoffs.Routing;
using Baton.Teams.Connector;
using Baton.Teams.Incoming;
using Baton.Teams.Places;
using Baton.Teams.Sending;
using Microsoft.Extensions.Logging;

namespace Baton.Teams.Events;

/// <summary>Where Baton is: what is told when it comes to a person or a team, when channels change, and when it goes. Of places only those that are configured are told of.</summary>
internal sealed partial class Installations(
    IConnector connector, TeamsDirectory directory, DirectPlaces direct, TeamsVisitors visitors, Greetings greetings, IPlaceHealth places, PlacesInUse inUse, ILogger<Installations> logger)
{
    /// <summary>Baton came to a person, a chat or a team.</summary>
    public async Task CameAsync(TeamsActivity.Installed it, CancellationToken cancellation)
    {
        var at = it.At;
        if (at.IsDirect)
        {
            await CameToPersonAsync(it, cancellation);
            return;
        }

        await directory.MetAsync(at, cancellation);
        await ReviveAsync(at.Conversation, cancellation);
        if (at.Team is { } team && (await connector.ChannelsAsync(at.ServiceUrl, team, cancellation)).OrNothing() is { } channels)
        {
            foreach (var channel in channels)
            {
                await directory.KeepAsync(new KnownConversation(channel.Id, nameof(ConversationKind.Channel), at.ServiceUrl, at.Tenant, team, channel.Name), cancellation);
                await ReviveAsync(channel.Id, cancellation);
            }
        }

        Log.Came(logger, at.Kind, at.Conversation);
    }

    /// <summary>Baton was taken away from a person, a chat or a team.</summary>
    public async Task WentAsync(Surroundings at, CancellationToken cancellation)
    {
        Log.Went(logger, at.Kind, at.Conversation);
        if (at.IsDirect)
        {
            foreach (var (email, person) in await directory.EverybodyAsync(cancellation))
            {
                if (person.UserId == at.From.Id || person.Conversation == at.Conversation)
                {
                    await directory.LoseDirectAsync(email, cancellation);
                }
            }

            direct.Forget(at.Conversation);
            await greetings.ForgetAsync(at.Conversation, cancellation);
            await directory.ForgetAsync(at.Conversation, cancellation);
            return;
        }

        await LoseTeamAsync(at, "Baton was removed from the team", cancellation);
        await LoseAsync(at.Conversation, "Baton was removed from it", cancellation);
    }

    /// <summary>A channel takes messages.</summary>
    public async Task ChannelThereAsync(TeamsActivity.ChannelThere it, CancellationToken cancellation)
    {
        var team = (await directory.ConversationAsync(it.Channel, cancellation))?.Team ?? await WayIntoAsync(it, cancellation);
        await directory.KeepAsync(new KnownConversation(it.Channel, nameof(ConversationKind.Channel), it.At.ServiceUrl, it.At.Tenant, team, it.Name), cancellation);
        await ReviveAsync(it.Channel, cancellation);
    }

    /// <summary>A channel is no longer shared with some teams, which concerns Baton only if it is there through one of them.</summary>
    public async Task UnsharedAsync(TeamsActivity.ChannelUnshared it, CancellationToken cancellation)
    {
        if ((await directory.ConversationAsync(it.Channel, cancellation))?.Team is { } team && it.From.Contains(team))
        {
            await LoseAsync(it.Channel, "the channel is no longer shared with the team", cancellation);
        }
    }

    /// <summary>A channel takes no messages any more.</summary>
    public Task LoseAsync(string channel, string why, CancellationToken cancellation) =>
        inUse.Contains(channel) ? places.LostAsync(PlaceOf(channel), why, cancellation) : Task.CompletedTask;

    /// <summary>A whole team takes no messages any more.</summary>
    public async Task LoseTeamAsync(Surroundings at, string why, CancellationToken cancellation)
    {
        foreach (var channel in at.Team is { } team ? await directory.ChannelsOfAsync(team, cancellation) : [])
        {
            await LoseAsync(channel.Id, why, cancellation);
        }
    }

    /// <summary>A whole team takes messages again.</summary>
    public async Task ReviveTeamAsync(Surroundings at, CancellationToken cancellation)
    {
        foreach (var channel in at.Team is { } team ? await directory.ChannelsOfAsync(team, cancellation) : [])
        {
            await ReviveAsync(channel.Id, cancellation);
        }
    }

    // Through the team that owns the channel, unless Baton is only in one with which it is shared.
    private async Task<string?> WayIntoAsync(TeamsActivity.ChannelThere it, CancellationToken cancellation)
    {
        foreach (var team in it.SharedWith.Prepend(it.At.Team).OfType<string>())
        {
            if (await directory.ChannelsOfAsync(team, cancellation) is not [])
            {
                return team;
            }
        }

        return it.At.Team;
    }

    // The greeting is stored before the chat is known: whatever fails between the two, Teams tells of it again. Who had Baton before it greeted anybody is not greeted by an upgrade.
    private async Task CameToPersonAsync(TeamsActivity.Installed it, CancellationToken cancellation)
    {
        if (!it.IsUpgrade || await directory.ConversationAsync(it.At.Conversation, cancellation) is null)
        {
            await greetings.ExpectAsync(it.At, cancellation);
        }

        await directory.MetAsync(it.At, cancellation);
        _ = await visitors.OfAsync(it.At, cancellation);
    }

    private Task ReviveAsync(string channel, CancellationToken cancellation) =>
        inUse.Contains(channel) ? places.RevivedAsync(PlaceOf(channel), cancellation) : Task.CompletedTask;

    private static Place PlaceOf(string channel) => new(TeamsPlatform.PlatformName, channel);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Baton is in a {Kind} of Teams: {Conversation}.")]
        public static partial void Came(ILogger logger, ConversationKind kind, string conversation);

        [LoggerMessage(2, LogLevel.Warning, "Baton was removed from a {Kind} of Teams: {Conversation}.")]
        public static partial void Went(ILogger logger, ConversationKind kind, string conversation);
    }
}
