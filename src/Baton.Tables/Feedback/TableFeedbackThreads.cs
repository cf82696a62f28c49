using Baton.Handoffs.Feedback;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Routing;

namespace Baton.Tables;

/// <summary>
/// Feedback threads in table storage, one partition a channel: <c>campaign|…</c> (or <c>none</c>) names a thread, inserted once;
/// <c>message|…</c> names the handoff that a reply, or a thread by its latest reply, is about.
/// </summary>
/// <param name="engine">The store.</param>
public sealed class TableFeedbackThreads(ITableEngine engine) : IFeedbackThreads
{
    private const string Table = BatonTables.Threads;
    private const string WithoutCampaign = "none";

    /// <inheritdoc/>
    public async Task<string?> FindAsync(Place place, string? campaign, CancellationToken cancellation) =>
        (await engine.GetAsync(Table, Partition(place), ThreadRow(campaign), cancellation))?.Values.GetString("thread");

    /// <inheritdoc/>
    public async Task<string> AddAsync(Place place, string? campaign, string threadId, CancellationToken cancellation)
    {
        var counts = threadId;
        TableAction[] insert = [new TableAction.Insert(ThreadRow(campaign), new() { { "thread", threadId } })];
        await CompareAndSwap.UntilAsync($"The thread of campaign '{campaign}'", async () =>
        {
            if (await engine.TryCommitAsync(Table, Partition(place), insert, cancellation))
                return true;
            if (await FindAsync(place, campaign, cancellation) is not { } others)
                return false;
            counts = others;
            return true;
        }, cancellation);
        return counts;
    }

    /// <inheritdoc/>
    /// <remarks>A thread's own id answers its latest handoff.</remarks>
    public async Task<HandoffId?> AboutAsync(Place place, string messageId, CancellationToken cancellation) =>
        await engine.GetAsync(Table, Partition(place), MessageRow(messageId), cancellation) is { } row
            ? new HandoffId(row.Values.GetString("handoff"))
            : null;

    /// <inheritdoc/>
    public Task RememberAsync(Place place, string threadId, string messageId, HandoffId handoff, CancellationToken cancellation)
    {
        var about = new TableValues { { "handoff", handoff.Value } };
        List<TableAction> actions = [new TableAction.Upsert(MessageRow(messageId), about)];
        if (messageId != threadId)
            actions.Add(new TableAction.Upsert(MessageRow(threadId), about));
        return engine.CommitAsync(Table, Partition(place), actions, cancellation);
    }

    private static string Partition(Place place) => TableKey.Join(place.ToString());

    private static string ThreadRow(string? campaign) => campaign is null ? WithoutCampaign : TableKey.Join("campaign", campaign);

    private static string MessageRow(string messageId) => TableKey.Join("message", messageId);
}
