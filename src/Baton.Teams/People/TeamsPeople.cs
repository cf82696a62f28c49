using Baton.Edges;
using Baton.Handoffs.Leads;
using Baton.Handoffs.People;
using Baton.Teams.Connector;
using Baton.Teams.Incoming;
using Baton.Teams.Places;
using Baton.Teams.Sending;

namespace Baton.Teams.People;

/// <summary>
/// Who is who: Teams' ids and the addresses by which the roster knows people. Teams tells of a person only as a member of a conversation that Baton is in. Answers are remembered for an hour,
/// and longer while Teams does not answer; that there is nobody, for a minute.
/// </summary>
internal sealed class TeamsPeople(IConnector connector, TeamsDirectory directory, Roster roster, TimeProvider time)
{
    private static readonly TimeSpan Keep = TimeSpan.FromHours(1);
    private static readonly TimeSpan KeepNobody = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AskLimit = TimeSpan.FromSeconds(12);

    // Teams pages members by hundreds; a team may have 25,000.
    private const int MostPages = 60;

    private readonly Remembered<string, TeamsMember> members = new(Keep, KeepNobody, time);
    private readonly Remembered<string, IReadOnlyList<TeamsMember>> rosters = new(TimeSpan.FromMinutes(10), KeepNobody, time);

    /// <summary>Who did something; null when Teams knows no such member there.</summary>
    /// <exception cref="TeamsUnavailableException">Teams does not say now, and never did.</exception>
    public ValueTask<TeamsMember?> OfAsync(Surroundings at, CancellationToken cancellation) => OfAsync(at, at.From.Id, cancellation);

    /// <summary>A member of the conversation; null when there is none of that id.</summary>
    /// <exception cref="TeamsUnavailableException">Teams does not say now, and never did.</exception>
    public ValueTask<TeamsMember?> OfAsync(Surroundings at, string userId, CancellationToken cancellation) =>
        members.GetAsync(userId, id => LimitedAsync(async limit => (await connector.MemberAsync(at.ServiceUrl, at.Conversation, id, limit)).OrNothing()), cancellation);

    /// <summary>Asks for a member anew next time, whatever was answered.</summary>
    public void Forget(string userId) => members.Forget(userId);

    /// <summary>The address by which the roster knows a member: the e-mail address, or the user principal name where only that one is known; null when there is none.</summary>
    public EmailAddress? AddressOf(TeamsMember member)
    {
        EmailAddress? first = null;
        foreach (var text in new[] { member.Email, member.PrincipalName })
        {
            if (!EmailAddress.TryParse(text, out var address))
            {
                continue;
            }

            if (roster.Find(address) is not null)
            {
                return address;
            }

            first ??= address;
        }

        return first;
    }

    /// <summary>Somebody of the roster by e-mail address: as Teams told, else looked for among the members of the teams that Baton is in; null when nobody there has it.</summary>
    /// <exception cref="TeamsUnavailableException">Teams does not say now.</exception>
    public async Task<KnownPerson?> FindAsync(EmailAddress email, CancellationToken cancellation)
    {
        if (await directory.PersonAsync(email, cancellation) is { } known)
        {
            return known;
        }

        foreach (var one in (await directory.ConversationsAsync(cancellation)).Where(c => c.Kind != nameof(ConversationKind.Personal)).DistinctBy(c => c.Team ?? c.Id))
        {
            var found = await rosters.GetAsync(one.Team ?? one.Id, _ => LimitedAsync(limit => AllAsync(one, limit)), cancellation) ?? [];
            foreach (var member in found)
            {
                if (AddressOf(member) is { } address && roster.Find(address) is not null)
                {
                    await directory.KeepAsync(new KnownPerson(address, member.Id, member.ObjectId, one.ServiceUrl, one.Tenant ?? member.TenantId, null), cancellation);
                }
            }
        }

        return await directory.PersonAsync(email, cancellation);
    }

    private async Task<IReadOnlyList<TeamsMember>?> AllAsync(KnownConversation conversation, CancellationToken cancellation)
    {
        var all = new List<TeamsMember>();
        string? continuation = null;
        for (var page = 0; page < MostPages; page++)
        {
            if ((await connector.MembersAsync(conversation.ServiceUrl, conversation.Id, continuation, cancellation)).OrNothing() is not { } some)
            {
                break;
            }

            all.AddRange(some.Members);
            if ((continuation = some.Continuation) is null)
            {
                break;
            }
        }

        return all.Count > 0 ? all : null;
    }

    private async Task<T> LimitedAsync<T>(Func<CancellationToken, Task<T>> ask)
    {
        using var limit = new CancellationTokenSource(AskLimit, time);
        try
        {
            return await ask(limit.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TeamsUnavailableException($"Teams did not say who somebody is within {AskLimit.TotalSeconds:0} s.");
        }
    }
}
