using Baton.Handoffs.Chat;
using Baton.Handoffs.Routing;
using Baton.Web.Console.Messages;

namespace Baton.Web.Tests.Console;

/// <summary>The store as its port describes it, in a list.</summary>
public sealed class MessagesInMemory : IConsoleMessages
{
    private readonly Lock gate = new(); // guards messages
    private readonly List<ConsoleMessage> messages = [];

    /// <summary>Thrown by every call while it is set.</summary>
    public Exception? Broken { get; set; }

    public IReadOnlyList<ConsoleMessage> All => Locked(() => messages.ToList());

    public Task<bool> AddAsync(ConsoleMessage message, CancellationToken cancellation) => Task.FromResult(Locked(() =>
    {
        if (messages.Exists(m => m.Place == message.Place && (m.Id == message.Id || m.EffectId == message.EffectId)))
        {
            return false;
        }

        messages.Add(message);
        return true;
    }));

    public Task<ConsoleReplacement> ReplaceAsync(Place place, string id, Card card, int version, CancellationToken cancellation) => Task.FromResult(Locked<ConsoleReplacement>(() =>
    {
        var at = messages.FindIndex(m => m.Place == place && m.Id == id);
        if (at < 0)
        {
            return new ConsoleReplacement.Missing();
        }

        if (messages[at].Version > version)
        {
            return new ConsoleReplacement.Older();
        }

        messages[at] = messages[at] with { Card = card, Version = version };
        return new ConsoleReplacement.Replaced(messages[at]);
    }));

    public Task<ConsoleMessage?> GetAsync(Place place, string id, CancellationToken cancellation) =>
        Task.FromResult(Locked(() => messages.Find(m => m.Place == place && m.Id == id)));

    public Task<ConsoleMessage?> FindAsync(Place place, string effectId, CancellationToken cancellation) =>
        Task.FromResult(Locked(() => messages.Find(m => m.Place == place && m.EffectId == effectId)));

    public Task<IReadOnlyList<ConsoleMessage>> ListAsync(Place place, string? beforeId, int take, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<ConsoleMessage>>(Locked(() => messages
            .Where(m => m.Place == place && (beforeId is null || string.CompareOrdinal(m.Id, beforeId) < 0))
            .OrderBy(m => m.Id, StringComparer.Ordinal)
            .TakeLast(take)
            .ToList()));

    private T Locked<T>(Func<T> work)
    {
        lock (gate)
        {
            return Broken is null ? work() : throw Broken;
        }
    }
}
