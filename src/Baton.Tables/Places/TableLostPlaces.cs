using Baton.Handoffs.Leads;
using Baton.Handoffs.Places;
using Baton.Handoffs.Routing;

namespace Baton.Tables;

/// <summary>Places that take no messages, in one partition: table <c>places</c>, partition <c>lost</c>, a row a place.</summary>
/// <param name="engine">The store.</param>
public sealed class TableLostPlaces(ITableEngine engine) : ILostPlaces
{
    private const string Table = BatonTables.Places;
    internal const string Partition = "lost";
    private const char Between = ' ';

    /// <inheritdoc/>
    public async Task<IReadOnlyList<LostPlace>> AllAsync(CancellationToken cancellation)
    {
        List<LostPlace> all = [];
        await foreach (var row in engine.ReadAllAsync(Table, Partition, RowRange.All, cancellation))
            all.Add(Read(row));
        return all;
    }

    /// <inheritdoc/>
    public async Task<LostPlace?> FindAsync(Place place, CancellationToken cancellation) =>
        await engine.GetAsync(Table, Partition, Row(place), cancellation) is { } row ? Read(row) : null;

    /// <inheritdoc/>
    public Task<bool> SaveAsync(LostPlace lost, CancellationToken cancellation) =>
        engine.TryCommitAsync(Table, Partition, [TableCommits.InsertOrReplace(Row(lost.Place), Values(lost), lost.Tag.Length == 0 ? null : lost.Tag)], cancellation);

    /// <inheritdoc/>
    public Task<bool> ForgetAsync(LostPlace lost, CancellationToken cancellation) =>
        engine.TryCommitAsync(Table, Partition, [new TableAction.Delete(Row(lost.Place), lost.Tag)], cancellation);

    private static string Row(Place place) => TableKey.Join(place.ToString());

    private static TableValues Values(LostPlace lost) => new(6)
    {
        { "place", lost.Place.ToString() },
        { "why", Remark.Cut(lost.Why) },
        { "since", lost.Since },
        { "probeAt", lost.ProbeAt },
        { "revivedAt", lost.RevivedAt },
        { "told", string.Join(Between, lost.Told) },
    };

    private static LostPlace Read(TableRow row) => new(Place.Parse(row.Values.GetString("place")), row.Values.GetString("why"), row.Values.GetDateTimeOffset("since"), row.ETag)
    {
        ProbeAt = row.Values.GetDateTimeOffset("probeAt"),
        RevivedAt = row.Values.FindDateTimeOffset("revivedAt"),
        Told = [.. row.Values.GetString("told").Split(Between, StringSplitOptions.RemoveEmptyEntries).Select(EmailAddress.Parse)],
    };
}
