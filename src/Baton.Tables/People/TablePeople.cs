using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Leads;
using Baton.Handoffs.People;

namespace Baton.Tables;

/// <summary>
/// What is known of people in table storage: partition <c>people</c> with one row a person, so that a poll for what others changed is one query.
/// Colleagues are few, and change seldom.
/// </summary>
/// <param name="engine">The store.</param>
public sealed class TablePeople(ITableEngine engine) : IPeopleStore
{
    private const string Table = BatonTables.People;
    private const string Partition = "people";
    private const int Form = 1;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<PersonState>> AllAsync(CancellationToken cancellation)
    {
        List<PersonState> all = [];
        await foreach (var row in engine.ReadAllAsync(Table, Partition, RowRange.All, cancellation))
            all.Add(row.Values.GetJson(HandoffJson.Stored.PersonState));
        return all;
    }

    /// <inheritdoc/>
    public async Task<PersonState> ChangeAsync(EmailAddress person, Func<PersonState, PersonState> change, CancellationToken cancellation)
    {
        var key = TableKey.Join(person.Value);
        var now = new PersonState { Email = person };
        await CompareAndSwap.UntilAsync("What is known of a person", async () =>
        {
            var row = await engine.GetAsync(Table, Partition, key, cancellation);
            row?.Values.CheckForm("What is known of a person", Form);
            var was = row?.Values.GetJson(HandoffJson.Stored.PersonState) ?? new PersonState { Email = person };
            now = change(was);
            if (now == was)
                return true;
            var values = new TableValues(2);
            values.AddForm(Form);
            values.AddJson(now, HandoffJson.Stored.PersonState);
            return await engine.TryCommitAsync(Table, Partition, [TableCommits.InsertOrReplace(key, values, row?.ETag)], cancellation);
        }, cancellation);
        return now;
    }
}
