using System.Globalization;
using Baton.Handoffs.Chat;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Routing;
using Baton.Tables;
using Baton.Web.Console.Messages;

namespace Baton.Bot.WebConsole;

/// <summary>
/// The console's messages in table storage: a place is a partition, with a row for each message (<c>m|</c> and its time counted backwards, so that
/// the newest come first) and one for what caused it (<c>e|</c>), which makes adding idempotent.
/// </summary>
internal sealed class TableConsoleMessages(ITableEngine engine) : IConsoleMessages
{
    /// <summary>The table.</summary>
    public const string Table = "console";

    private const int TickDigits = 19;

    public async Task<bool> AddAsync(ConsoleMessage message, CancellationToken cancellation)
    {
        try
        {
            await engine.CommitAsync(
                Table,
                Partition(message.Place),
                [
                    new TableAction.Insert(Effect(message.EffectId), new TableValues { { "id", message.Id } }),
                    new TableAction.Insert(Row(message.Id), Values(message)),
                ],
                cancellation);
            return true;
        }
        catch (TableConflictException)
        {
            return false;
        }
    }

    public async Task<ConsoleReplacement> ReplaceAsync(Place place, string id, Card card, int version, CancellationToken cancellation)
    {
        while (await engine.GetAsync(Table, Partition(place), Row(id), cancellation) is { } row)
        {
            var message = Message(place, row);
            if (message.Version > version)
            {
                return new ConsoleReplacement.Older();
            }

            try
            {
                var replaced = message with { Card = card, Version = version };
                await engine.CommitAsync(Table, Partition(place), [new TableAction.Replace(row.RowKey, Values(replaced), row.ETag)], cancellation);
                return new ConsoleReplacement.Replaced(replaced);
            }
            catch (TableConflictException)
            {
                // Somebody else replaced it meanwhile: look again which is newer.
            }
        }

        return new ConsoleReplacement.Missing();
    }

    public async Task<ConsoleMessage?> GetAsync(Place place, string id, CancellationToken cancellation) =>
        await engine.GetAsync(Table, Partition(place), Row(id), cancellation) is { } row ? Message(place, row) : null;

    public async Task<ConsoleMessage?> FindAsync(Place place, string effectId, CancellationToken cancellation) =>
        await engine.GetAsync(Table, Partition(place), Effect(effectId), cancellation) is { } row
            ? await GetAsync(place, row.Values["id"].AsString, cancellation)
            : null;

    public async Task<IReadOnlyList<ConsoleMessage>> ListAsync(Place place, string? beforeId, int take, CancellationToken cancellation)
    {
        var from = beforeId is null ? RowRange.Prefix("m|") : new RowRange(Row(beforeId) + "~", "m}");
        var found = new List<ConsoleMessage>();
        string? continuation = null;
        do
        {
            var page = await engine.QueryAsync(Table, Partition(place), from, take - found.Count, continuation, cancellation);
            found.AddRange(page.Rows.Select(row => Message(place, row)));
            continuation = page.Continuation;
        }
        while (continuation is not null && found.Count < take);
        found.Reverse();
        return found;
    }

    internal static string Partition(Place place) => TableKey.Join(place.ToString());

    private static string Effect(string effectId) => TableKey.Shorten("e|" + TableKey.Escape(effectId));

    private static string Row(string id)
    {
        var ticks = long.Parse(id.AsSpan(0, TickDigits), NumberStyles.None, CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"m|{DateTimeOffset.MaxValue.UtcTicks - ticks:D19}|{id}");
    }

    internal static TableValues Values(ConsoleMessage message)
    {
        var values = new TableValues
        {
            { "id", message.Id },
            { "effect", message.EffectId },
            { "thread", message.ThreadId },
            { "author", message.Author?.Value },
            { "text", message.Text },
            { "version", message.Version },
            { "at", message.At },
        };
        if (message.Card is { } card)
        {
            values.AddJson(card, HandoffJson.Stored.Card);
        }

        return values;
    }

    internal static ConsoleMessage Message(Place place, TableRow row) => new(
        place,
        row.Values["id"].AsString,
        row.Values["effect"].AsString,
        Text(row, "thread"),
        Text(row, "author") is { } author ? EmailAddress.Parse(author) : null,
        Text(row, "text"),
        Card(row),
        row.Values["version"].AsInt32,
        row.Values["at"].AsDateTimeOffset);

    private static string? Text(TableRow row, string name) => row.Values[name] is { Kind: TableValueKind.String } value ? value.AsString : null;

    private static Card? Card(TableRow row) => row.Values.HasJson ? row.Values.GetJson(HandoffJson.Stored.Card) : null;
}
