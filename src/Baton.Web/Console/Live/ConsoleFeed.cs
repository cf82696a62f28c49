using System.Collections.Concurrent;
using Baton.Handoffs.Leads;

namespace Baton.Web.Console.Live;

/// <summary>
/// Tells the browsers that are connected to this process what was posted or changed by this process. It stores nothing: with several
/// replicas a browser learns what another replica posted from its own light polling, and after a reconnect by reading again.
/// </summary>
public sealed class ConsoleFeed
{
    /// <summary>How many events a slow browser may be behind before it is told to read again instead.</summary>
    public const int Backlog = 64;

    // Guarded by itself: subscribing, publishing and leaving may happen on any thread.
    private readonly ConcurrentDictionary<ConsoleSubscription, EmailAddress> subscribers = new();

    /// <summary>How many browsers are connected.</summary>
    public int Count => subscribers.Count;

    /// <summary>Starts listening for one person. Dispose it to leave.</summary>
    public ConsoleSubscription Subscribe(EmailAddress person)
    {
        var subscription = new ConsoleSubscription(Leave);
        subscribers[subscription] = person;
        return subscription;
    }

    /// <summary>Tells everybody for whom <paramref name="mayRead"/> holds. Never waits for anybody.</summary>
    public void Publish(ConsoleEvent what, Func<EmailAddress, bool> mayRead)
    {
        foreach (var (subscription, person) in subscribers)
        {
            if (mayRead(person))
            {
                subscription.Offer(what);
            }
        }
    }

    private void Leave(ConsoleSubscription subscription) => subscribers.TryRemove(subscription, out _);
}
