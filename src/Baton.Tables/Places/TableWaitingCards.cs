using Baton.Handoffs.Chat;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Places;
using Baton.Handoffs.Routing;

namespace Baton.Tables;

/// <summary>
/// Cards that wait for their turn: table <c>places</c>, a partition <c>waiting|place</c> with a row a handoff; the line of each place in partition <c>lines</c>.
/// </summary>
/// <param name="engine">The store.</param>
public sealed class TableWaitingCards(ITableEngine engine) : IWaitingCards
{
    private const string Table = BatonTables.Places;
    internal const string Lines = "lines";

    /// <inheritdoc/>
    public Task AddAsync(Place place, HandoffId handoff, CancellationToken cancellation) =>
        engine.CommitAsync(Table, Waiting(place), [new TableAction.Upsert(TableKey.Join(handoff.Value), new(0))], cancellation);

    /// <inheritdoc/>
    public Task RemoveAsync(Place place, HandoffId handoff, CancellationToken cancellation) =>
        engine.TryCommitAsync(Table, Waiting(place), [new TableAction.Remove(TableKey.Join(handoff.Value))], cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<HandoffId>> AllAsync(Place place, CancellationToken cancellation)
    {
        List<HandoffId> all = [];
        await foreach (var row in engine.ReadAllAsync(Table, Waiting(place), RowRange.All, cancellation))
            all.Add(new HandoffId(TableKey.Unescape(row.RowKey)));
        return all;
    }

    /// <inheritdoc/>
    public async Task<WaitingLine?> LineAsync(Place place, CancellationToken cancellation) =>
        await engine.GetAsync(Table, Lines, Row(place), cancellation) is { } row ? Read(place, row) : null;

    /// <inheritdoc/>
    public Task<bool> SaveLineAsync(WaitingLine line, CancellationToken cancellation) =>
        engine.TryCommitAsync(Table, Lines, [TableCommits.InsertOrReplace(Row(line.Place), Values(line), line.Tag.Length == 0 ? null : line.Tag)], cancellation);

    /// <inheritdoc/>
    public Task<bool> ForgetLineAsync(WaitingLine line, CancellationToken cancellation) =>
        engine.TryCommitAsync(Table, Lines, [new TableAction.Delete(Row(line.Place), line.Tag)], cancellation);

    private static string Waiting(Place place) => TableKey.Join("waiting", place.ToString());

    private static string Row(Place place) => TableKey.Join(place.ToString());

    private static TableValues Values(WaitingLine line) => new(4)
    {
        { "since", line.Since },
        { "messagePlace", line.Message?.Place.ToString() },
        { "messageId", line.Message?.Id },
        { "shown", line.Shown },
    };

    private static WaitingLine Read(Place place, TableRow row) => new(place, row.Values.GetDateTimeOffset("since"), row.ETag)
    {
        Message = row.Values.FindString("messageId") is { } id ? new MessageRef(Place.Parse(row.Values.GetString("messagePlace")), id) : null,
        Shown = row.Values.GetInt32("shown"),
    };
}
