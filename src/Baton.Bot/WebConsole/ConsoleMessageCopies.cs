using System.Text.Json;
using Baton.Handoffs.Chat;
using Baton.Handoffs.Chat.Views;
using Baton.Handoffs.Erasing;
using Baton.Handoffs.Handoffs;
using Baton.Tables;
using Baton.Web.Console.Messages;
using Baton.Web.Console.Places;

namespace Baton.Bot.WebConsole;

/// <summary>The console's own messages: whatever shows an erased person becomes a notice that says so.</summary>
internal sealed class ConsoleMessageCopies(ITableEngine engine, ConsolePlaces places) : IMessageCopies
{
    private static readonly RowRange Messages = RowRange.Prefix("m|");

    public async Task<int> CountAsync(PersonInTexts person, CancellationToken cancellation)
    {
        var count = 0;
        foreach (var place in places.All)
        {
            await foreach (var row in engine.ReadAllAsync(TableConsoleMessages.Table, TableConsoleMessages.Partition(place.Place), Messages, cancellation))
            {
                count += Shows(TableConsoleMessages.Message(place.Place, row), person) ? 1 : 0;
            }
        }

        return count;
    }

    public async Task<int> ReplaceAsync(PersonInTexts person, CancellationToken cancellation)
    {
        var count = 0;
        foreach (var place in places.All)
        {
            var found = new List<string>();
            await foreach (var row in engine.ReadAllAsync(TableConsoleMessages.Table, TableConsoleMessages.Partition(place.Place), Messages, cancellation))
            {
                if (Shows(TableConsoleMessages.Message(place.Place, row), person))
                {
                    found.Add(row.RowKey);
                }
            }

            foreach (var row in found)
            {
                await ReplaceAsync(place, row, person, cancellation);
            }

            count += found.Count;
        }

        return count;
    }

    // Somebody else may bring the card up to date at the same moment: then it is looked at again.
    private async Task ReplaceAsync(ConsolePlace place, string key, PersonInTexts person, CancellationToken cancellation)
    {
        var partition = TableConsoleMessages.Partition(place.Place);
        while (await engine.GetAsync(TableConsoleMessages.Table, partition, key, cancellation) is { } row
            && TableConsoleMessages.Message(place.Place, row) is var message && Shows(message, person))
        {
            try
            {
                var erased = TableConsoleMessages.Values(Erased(message, message.Card?.Locale ?? place.Locale));
                await engine.CommitAsync(TableConsoleMessages.Table, partition, [new TableAction.Replace(key, erased, row.ETag)], cancellation);
                return;
            }
            catch (TableConflictException)
            {
                // Read again.
            }
        }
    }

    private static ConsoleMessage Erased(ConsoleMessage message, string locale)
    {
        var line = Line.Plain(Texts.Of<CardTexts>(locale)["erased.title"]);
        return message.Card is not { } card
            ? message with { Text = Texts.Of<CardTexts>(locale)["erased.title"] }
            : message with { Card = new Card { Kind = CardKind.Notice, Locale = locale, Summary = line, Sections = [new CardSection.Paragraph(line, Tone.Muted)], Version = card.Version } };
    }

    private static bool Shows(ConsoleMessage message, PersonInTexts person) =>
        (message.Card?.Handoff is { } handoff && person.Handoffs.Contains(handoff))
        || (message.Text is { } text && person.IsIn(text))
        || (message.Card is { } card && StringsOf(JsonSerializer.SerializeToElement(card, HandoffJson.Stored.Card)).Any(person.IsIn));

    // What the card says, wherever in it: the names of its properties say nothing of anybody.
    private static IEnumerable<string> StringsOf(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => [json.GetString()!],
        JsonValueKind.Array => json.EnumerateArray().SelectMany(StringsOf),
        JsonValueKind.Object => json.EnumerateObject().SelectMany(property => StringsOf(property.Value)),
        _ => [],
    };
}
