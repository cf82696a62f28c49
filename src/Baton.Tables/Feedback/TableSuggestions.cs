using Baton.Handoffs.Digests;
using Baton.Handoffs.Feedback;
using Baton.Handoffs.Handoffs;

namespace Baton.Tables;

/// <summary>What sales suggested: table <c>suggestions</c>, a partition a week, a row a suggestion with the claim of whoever tells it.</summary>
/// <param name="engine">The store.</param>
public sealed class TableSuggestions(ITableEngine engine) : ISuggestions
{
    private const string Table = BatonTables.Suggestions;
    private const string Claimed = "claimedUntil";
    private const string Message = "messageId";

    /// <inheritdoc/>
    public Task AddAsync(Suggestion suggestion, CancellationToken cancellation) =>
        engine.CommitAsync(Table, TableKey.Join(suggestion.Week), [new TableAction.Insert(TableKey.Join(suggestion.Name), Values(suggestion))], cancellation);

    /// <inheritdoc/>
    public async Task<Suggestion?> FindAsync(string id, CancellationToken cancellation) => (await RowAsync(id, cancellation))?.Values.GetJson(HandoffJson.Stored.Suggestion);

    /// <inheritdoc/>
    public async Task<DigestClaim> ClaimAsync(string id, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellation)
    {
        var row = await RowAsync(id, cancellation) ?? throw new InvalidOperationException($"There is no suggestion '{id}'.");
        var tried = row.Values[Claimed].Kind == TableValueKind.DateTimeOffset;
        if (row.Values[Message].Kind == TableValueKind.String)
            return DigestClaim.Sent;
        if (tried && row.Values[Claimed].AsDateTimeOffset > now)
            return DigestClaim.Busy;
        var values = Values(row.Values.GetJson(HandoffJson.Stored.Suggestion));
        values.Add(Claimed, until);
        return !await engine.TryCommitAsync(Table, Keys(id).Partition, [new TableAction.Replace(Keys(id).Row, values, row.ETag)], cancellation) ? DigestClaim.Busy
            : tried ? DigestClaim.Uncertain
            : DigestClaim.Fresh;
    }

    /// <inheritdoc/>
    public async Task SentAsync(string id, string messageId, CancellationToken cancellation)
    {
        var row = await RowAsync(id, cancellation) ?? throw new InvalidOperationException($"There is no suggestion '{id}'.");
        var values = Values(row.Values.GetJson(HandoffJson.Stored.Suggestion));
        values.Add(Message, messageId);
        await engine.CommitAsync(Table, Keys(id).Partition, [new TableAction.Upsert(Keys(id).Row, values)], cancellation);
    }

    /// <inheritdoc/>
    public async Task<int> CountAsync(string week, CancellationToken cancellation)
    {
        var count = 0;
        await foreach (var row in engine.ReadAllAsync(Table, TableKey.Join(week), RowRange.All, cancellation))
            count++;
        return count;
    }

    private Task<TableRow?> RowAsync(string id, CancellationToken ct) => engine.GetAsync(Table, Keys(id).Partition, Keys(id).Row, ct);

    private static TableValues Values(Suggestion suggestion)
    {
        var values = new TableValues(2);
        values.AddJson(suggestion, HandoffJson.Stored.Suggestion);
        return values;
    }

    private static (string Partition, string Row) Keys(string id) => id.Split(' ', 2) is [var week, var name]
        ? (TableKey.Join(week), TableKey.Join(name))
        : throw new FormatException($"'{id}' is no week and name.");
}
