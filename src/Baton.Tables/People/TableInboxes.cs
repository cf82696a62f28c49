using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Nudges;

namespace Baton.Tables;

/// <summary>People's inboxes in table storage: table <c>people</c>, partition <c>inbox|…</c> by e-mail address, row <c>inbox</c>.</summary>
/// <param name="engine">The store.</param>
public sealed class TableInboxes(ITableEngine engine) : IInboxes
{
    /// <summary>The newest form of an inbox that is known here.</summary>
    internal const int Form = 1;

    private const string Table = BatonTables.People;
    private const string Row = "inbox";

    /// <inheritdoc/>
    public async Task<Inbox> LoadAsync(EmailAddress person, CancellationToken cancellation) => (await ReadAsync(person, cancellation)).Inbox;

    /// <inheritdoc/>
    public async Task<Inbox> ChangeAsync(EmailAddress person, Func<Inbox, Inbox> change, CancellationToken cancellation)
    {
        var now = new Inbox { Person = person };
        await CompareAndSwap.UntilAsync("A person's inbox", async () =>
        {
            var (was, etag) = await ReadAsync(person, cancellation);
            now = change(was);
            if (ReferenceEquals(now, was))
                return true;
            var values = new TableValues(2);
            values.AddForm(Form);
            values.AddJson(now, HandoffJson.Stored.Inbox);
            return await engine.TryCommitAsync(Table, Partition(person), [TableCommits.InsertOrReplace(Row, values, etag)], cancellation);
        }, cancellation);
        return now;
    }

    private async Task<(Inbox Inbox, string? ETag)> ReadAsync(EmailAddress person, CancellationToken ct)
    {
        if (await engine.GetAsync(Table, Partition(person), Row, ct) is not { } row)
            return (new Inbox { Person = person }, null);
        row.Values.CheckForm("A person's inbox", Form);
        return (row.Values.GetJson(HandoffJson.Stored.Inbox), row.ETag);
    }

    private static string Partition(EmailAddress person) => TableKey.Join("inbox", person.Value);
}
