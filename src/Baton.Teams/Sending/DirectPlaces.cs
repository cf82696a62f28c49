using Baton.Edges;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Routing;
using Baton.Teams.Connector;
using Baton.Teams.Incoming;
using Baton.Teams.People;
using Baton.Teams.Places;

namespace Baton.Teams.Sending;

/// <summary>
/// The conversations with single people. Opening one answers the same each time (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages),
/// so that it is done once and remembered.
/// </summary>
internal sealed class DirectPlaces(IConnector connector, TeamsDirectory directory, TeamsPeople people, TeamsOptions options, TimeProvider time)
{
    private static readonly TimeSpan AskLimit = TimeSpan.FromSeconds(12);

    private readonly Remembered<string, string> opened = new(TimeSpan.FromDays(1), TimeSpan.FromMinutes(1), time);

    /// <summary>Where somebody is reached; null when Teams told of nobody of that address, or of nobody whom Baton may write to.</summary>
    /// <exception cref="TeamsUnavailableException">Teams does not say now.</exception>
    public async Task<Place?> OfAsync(EmailAddress email, CancellationToken cancellation)
    {
        if (await people.FindAsync(email, cancellation) is not { } person)
        {
            return null;
        }

        var conversation = person.Conversation;
        if (conversation is null && (conversation = await OpenAsync(person.ServiceUrl, person.UserId, person.Tenant, cancellation)) is not null)
        {
            await directory.KeepAsync(person with { Conversation = conversation }, cancellation);
        }

        return conversation is null ? null : new Place(TeamsPlatform.PlatformName, conversation);
    }

    /// <summary>The conversation with somebody alone, which is a place from now on; null when Baton may not write there.</summary>
    /// <exception cref="TeamsUnavailableException">Teams does not say now.</exception>
    public async ValueTask<string?> OpenAsync(Uri service, string user, string? tenant, CancellationToken cancellation)
    {
        var conversation = await AloneAsync(service, user, tenant, cancellation);
        if (conversation is not null)
        {
            await directory.KeepAsync(new KnownConversation(conversation, nameof(ConversationKind.Personal), service, tenant ?? options.TenantId, null, null), cancellation);
        }

        return conversation;
    }

    /// <summary>
    /// The same for one word to somebody who is known to be there: nothing is stored, so that a person hears of a store that takes nothing.
    /// </summary>
    /// <exception cref="TeamsUnavailableException">Teams does not say now.</exception>
    public ValueTask<string?> AloneAsync(Uri service, string user, string? tenant, CancellationToken cancellation) =>
        opened.GetAsync(user, id => AskAsync(service, id, tenant ?? options.TenantId), cancellation);

    /// <summary>Forgets a conversation: Baton was removed there.</summary>
    public void Forget(string conversation) => opened.ForgetWhere(known => known is null || known == conversation);

    private async Task<string?> AskAsync(Uri service, string user, string tenant)
    {
        using var limit = new CancellationTokenSource(AskLimit, time);
        try
        {
            return (await connector.CreateConversationAsync(service, Activities.Direct(TeamsPlatform.BotId(options), user, tenant), limit.Token)).OrNothing()?.Id;
        }
        catch (OperationCanceledException)
        {
            throw new TeamsUnavailableException($"Teams did not open a chat with somebody within {AskLimit.TotalSeconds:0} s.");
        }
    }
}
