using System.Collections.Concurrent;
using Baton.Edges;
using Baton.Handoffs.Leads;
using Baton.Teams.Incoming;

namespace Baton.Teams.Places;

/// <summary>
/// What is known of conversations and people, in memory and in the store: nothing is written that is known already, and what another replica learned is found when it is needed.
/// </summary>
internal sealed class TeamsDirectory(ITeamsMemory memory, TimeProvider time)
{
    /// <summary>How long the whole of what is known of people may be old, with several replicas.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, KnownConversation> conversations = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<EmailAddress, KnownPerson> people = new();
    private int peopleChanged;
    private readonly Remembered<string, IReadOnlyList<KnownPerson>> everybody = new(Freshness, Freshness, time);

    /// <summary>A conversation; null when Baton was never told of it.</summary>
    public async ValueTask<KnownConversation?> ConversationAsync(string id, CancellationToken cancellation)
    {
        if (conversations.TryGetValue(id, out var known))
        {
            return known;
        }

        return await memory.ConversationAsync(id, cancellation) is { } stored ? conversations[id] = stored : null;
    }

    /// <summary>The channels of a team.</summary>
    public async Task<IReadOnlyList<KnownConversation>> ChannelsOfAsync(string team, CancellationToken cancellation) =>
        [.. (await memory.ConversationsAsync(cancellation)).Where(c => c.Team == team)];

    /// <summary>Every conversation.</summary>
    public Task<IReadOnlyList<KnownConversation>> ConversationsAsync(CancellationToken cancellation) => memory.ConversationsAsync(cancellation);

    /// <summary>Remembers the conversation in which something happened; answers whether it was new. The team through which Baton is there stays: of a shared channel the one that owns it is told.</summary>
    public async Task<bool> MetAsync(Surroundings at, CancellationToken cancellation)
    {
        var known = await ConversationAsync(at.Conversation, cancellation);
        return await KeepAsync(new KnownConversation(at.Conversation, at.Kind.ToString(), at.ServiceUrl, at.Tenant, known?.Team ?? at.Team, null), cancellation);
    }

    /// <summary>Remembers a conversation; answers whether it was new. What is not told anew stays.</summary>
    public async Task<bool> KeepAsync(KnownConversation told, CancellationToken cancellation)
    {
        var known = await ConversationAsync(told.Id, cancellation);
        if (known is null && await memory.AddAsync(told, cancellation))
        {
            conversations[told.Id] = told;
            return true;
        }

        // Somebody else was quicker with the same news.
        known ??= await ConversationAsync(told.Id, cancellation);
        var now = known is null ? told : told with { Tenant = told.Tenant ?? known.Tenant, Team = told.Team ?? known.Team, Name = told.Name ?? known.Name };
        if (now != known)
        {
            await memory.KeepAsync(now, cancellation);
            conversations[told.Id] = now;
        }

        return false;
    }

    /// <summary>Forgets a conversation.</summary>
    public async Task ForgetAsync(string id, CancellationToken cancellation)
    {
        conversations.TryRemove(id, out _);
        await memory.ForgetAsync(id, cancellation);
    }

    /// <summary>Somebody; null when Teams never told of them.</summary>
    public async ValueTask<KnownPerson?> PersonAsync(EmailAddress email, CancellationToken cancellation)
    {
        if (people.TryGetValue(email, out var known))
        {
            return known;
        }

        return await memory.PersonAsync(email, cancellation) is { } stored ? Know(stored) : null;
    }

    /// <summary>Remembers a person. A conversation that is not told anew stays.</summary>
    public async Task KeepAsync(KnownPerson told, CancellationToken cancellation)
    {
        var known = await PersonAsync(told.Email, cancellation);
        var now = known is null || known.UserId != told.UserId ? told : told with { Conversation = told.Conversation ?? known.Conversation, ObjectId = told.ObjectId ?? known.ObjectId, Tenant = told.Tenant ?? known.Tenant };
        if (now != known)
        {
            await memory.KeepAsync(now, cancellation);
            Know(now);
        }
    }

    /// <summary>Forgets how a person is reached alone: Baton was removed there.</summary>
    public async Task LoseDirectAsync(EmailAddress email, CancellationToken cancellation)
    {
        if (await PersonAsync(email, cancellation) is { Conversation: not null } known)
        {
            await memory.KeepAsync(Know(known with { Conversation = null }), cancellation);
        }
    }

    /// <summary>How often what is known here of people has changed.</summary>
    public int PeopleChanged => Volatile.Read(ref peopleChanged);

    /// <summary>Everybody who is known, at most <see cref="Freshness"/> old.</summary>
    public async ValueTask<IReadOnlyDictionary<EmailAddress, KnownPerson>> EverybodyAsync(CancellationToken cancellation)
    {
        await everybody.GetAsync("", _ => ReadAsync(), cancellation);
        return people;
    }

    private async Task<IReadOnlyList<KnownPerson>?> ReadAsync()
    {
        var all = await memory.PeopleAsync(CancellationToken.None);
        foreach (var person in all)
        {
            Know(person);
        }

        return all;
    }

    // Counted after it is known: whoever saw the count saw the person.
    private KnownPerson Know(KnownPerson person)
    {
        if (!people.TryGetValue(person.Email, out var before) || before != person)
        {
            people[person.Email] = person;
            Interlocked.Increment(ref peopleChanged);
        }

        return person;
    }
}
