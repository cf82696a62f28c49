using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.Routing;

namespace Baton.Handoffs.Chat.Desk;

/// <summary>Gives a greeting that is due to the platform that says it. While that platform is switched off, it waits.</summary>
public sealed class GreetingDesk(IEnumerable<IGreeter> greeters, IAgenda agenda, TimeProvider time)
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromDays(1);

    /// <summary>Says what is left of a greeting.</summary>
    /// <param name="id">The chat, as in the wake-up.</param>
    /// <param name="handled">The wake-ups that led here.</param>
    /// <param name="cancellation">Stops between messages; the wake-ups stay then.</param>
    public async Task RunAsync(string id, IReadOnlyList<Wake> handled, CancellationToken cancellation)
    {
        var place = Place.Parse(id);
        var greeter = greeters.FirstOrDefault(g => g.Platform == place.Platform);
        var next = greeter is null ? time.GetUtcNow() + LookAgain : await greeter.GreetAsync(place, cancellation);
        await agenda.SettleAsync(handled, WakeKind.Greeting, id, next, cancellation);
    }
}
