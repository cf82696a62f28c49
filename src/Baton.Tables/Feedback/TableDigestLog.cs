using Baton.Handoffs.Digests;

namespace Baton.Tables;

/// <summary>The weekly summaries that were sent: table <c>digests</c>, a partition each, row <c>digest</c>.</summary>
public sealed class TableDigestLog(ITableEngine engine) : IDigestLog
{
    private const string Row = "digest";

    /// <inheritdoc />
    public async Task<DigestClaim> ClaimAsync(string id, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellation)
    {
        var values = new TableValues { { "claimedUntil", until } };
        var row = await engine.GetAsync(BatonTables.Digests, TableKey.Join(id), Row, cancellation);
        if (row?.Values["messageId"].Kind == TableValueKind.String)
        {
            return DigestClaim.Sent;
        }

        if (row is not null && row.Values["claimedUntil"].AsDateTimeOffset > now)
        {
            return DigestClaim.Busy;
        }

        try
        {
            TableAction claim = row is null ? new TableAction.Insert(Row, values) : new TableAction.Replace(Row, values, row.ETag);
            await engine.CommitAsync(BatonTables.Digests, TableKey.Join(id), [claim], cancellation);
            return row is null ? DigestClaim.Fresh : DigestClaim.Uncertain;
        }
        catch (TableConflictException)
        {
            return DigestClaim.Busy;
        }
    }

    /// <inheritdoc />
    public Task SentAsync(string id, string messageId, DateTimeOffset at, CancellationToken cancellation) => engine.CommitAsync(
        BatonTables.Digests,
        TableKey.Join(id),
        [new TableAction.Upsert(Row, new TableValues { { "messageId", messageId }, { "at", at } })],
        cancellation);
}
