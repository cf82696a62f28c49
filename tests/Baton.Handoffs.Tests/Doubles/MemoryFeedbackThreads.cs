using System.Collections.Concurrent;
using Baton.Handoffs.Feedback;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Routing;

namespace Baton.Handoffs.Tests.Doubles;

/// <summary>Rows of feedback threads.</summary>
public sealed class MemoryThreadRows
{
    public ConcurrentDictionary<(Place Place, string Campaign), string> Threads { get; } = [];

    public ConcurrentDictionary<(Place Place, string Campaign), string> Forgotten { get; } = [];

    public ConcurrentDictionary<(Place Place, string Message), HandoffId> About { get; } = [];
}

/// <summary>A process's way to the feedback threads.</summary>
public sealed class MemoryFeedbackThreads(MemoryThreadRows rows, Wire wire) : IFeedbackThreads
{
    public Task<string?> FindAsync(Place place, string? campaign, CancellationToken cancellation) =>
        wire.CallAsync("threads.find", () => rows.Threads.GetValueOrDefault((place, campaign ?? "")));

    public Task<string> AddAsync(Place place, string? campaign, string threadId, CancellationToken cancellation) =>
        wire.CallAsync("threads.add", () => rows.Threads.GetOrAdd((place, campaign ?? ""), threadId));

    public Task ForgetAsync(Place place, string? campaign, string threadId, CancellationToken cancellation) => wire.CallAsync("threads.forget", () =>
    {
        if (rows.Threads.TryRemove(KeyValuePair.Create((place, campaign ?? ""), threadId))) rows.Forgotten[(place, campaign ?? "")] = threadId;
    });

    public Task<string?> ForgottenAsync(Place place, string? campaign, CancellationToken cancellation) =>
        wire.CallAsync("threads.forgotten", () => rows.Forgotten.GetValueOrDefault((place, campaign ?? "")));

    public Task<HandoffId?> AboutAsync(Place place, string messageId, CancellationToken cancellation) =>
        wire.CallAsync("threads.about", HandoffId? () => rows.About.TryGetValue((place, messageId), out var it) ? it : null);

    public Task RememberAsync(Place place, string threadId, string messageId, HandoffId handoff, CancellationToken cancellation) =>
        wire.CallAsync("threads.remember", () =>
        {
            rows.About[(place, messageId)] = handoff;
            rows.About[(place, threadId)] = handoff;
        });
}
