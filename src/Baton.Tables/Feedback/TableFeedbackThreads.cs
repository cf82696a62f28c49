using Baton.Handoffs.Feedback;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Routing;

namespace Baton.Tables;

/// <summary>
/// Feedback threads in table storage, one partition a channel: <c>campaign|…</c> (or <c>none</c>) names a thread, or the one that was there before;
/// <c>message|…</c> names the handoff that a reply, or a thread by its latest reply, is about.
/// </summary>
/// <param name="engine">The store.</param>
public sealed class TableFeedbackThreads(ITableEngine engine) : IFeedbackThreads
{
    private const string Table = BatonTables.Threads;
    private const string WithoutCampaign = "none";

    /// <inheritdoc/>
    public async Task<string?> FindAsync(Place place, string? campaign, CancellationToken cancellation) =>
        (await ReadAsync(place, campaign, cancellation))?.Values.FindString("thread");

    /// <inheritdoc/>
    /// <remarks>One trip, unless there is a thread already or was one before.</remarks>
    public async Task<string> AddAsync(Place place, string? campaign, string threadId, CancellationToken cancellation)
    {
        var thread = new TableValues(1) { { "thread", threadId } };
        if (await WriteAsync(place, campaign, null, thread, cancellation))
            return threadId;
        var counts = threadId;
        await CompareAndSwap.UntilAsync($"The thread of campaign '{campaign}'", async () =>
        {
            var row = await ReadAsync(place, campaign, cancellation);
            counts = row?.Values.FindString("thread") ?? threadId;
            return row?.Values.FindString("thread") is not null || await WriteAsync(place, campaign, row, thread, cancellation);
        }, cancellation);
        return counts;
    }

    /// <inheritdoc/>
    public Task ForgetAsync(Place place, string? campaign, string threadId, CancellationToken cancellation) =>
        CompareAndSwap.UntilAsync($"The thread of campaign '{campaign}'", async () =>
        {
            var row = await ReadAsync(place, campaign, cancellation);
            return row?.Values.FindString("thread") != threadId || await WriteAsync(place, campaign, row, new() { { "forgotten", threadId } }, cancellation);
        }, cancellation);

    /// <inheritdoc/>
    public async Task<string?> ForgottenAsync(Place place, string? campaign, CancellationToken cancellation) =>
        (await ReadAsync(place, campaign, cancellation))?.Values.FindString("forgotten");

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

    private Task<TableRow?> ReadAsync(Place place, string? campaign, CancellationToken ct) => engine.GetAsync(Table, Partition(place), ThreadRow(campaign), ct);

    private Task<bool> WriteAsync(Place place, string? campaign, TableRow? row, TableValues values, CancellationToken ct) =>
        engine.TryCommitAsync(Table, Partition(place), [TableCommits.InsertOrReplace(ThreadRow(campaign), values, row?.ETag)], ct);

    private static string Partition(Place place) => TableKey.Join(place.ToString());

    private static string ThreadRow(string? campaign) => campaign is null ? WithoutCampaign : TableKey.Join("campaign", campaign);

    private static string MessageRow(string messageId) => TableKey.Join("message", messageId);
}
