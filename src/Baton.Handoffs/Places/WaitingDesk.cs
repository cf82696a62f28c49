using System.Collections.Concurrent;
using Baton.Handoffs.Chat;
using Baton.Handoffs.Chat.Views;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Handoffs.Handoffs.Effects;
using Baton.Handoffs.Handoffs.Outbox;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.Routing;

namespace Baton.Handoffs.Places;

/// <summary>
/// One line in a place instead of a wall: how many cards wait for their turn there. It is posted when more than a handful do, brought up to date
/// now and then, and says at the end that all were posted. It takes its turn like every message.
/// </summary>
public sealed class WaitingDesk(IWaitingCards waiting, IAgenda agenda, IHandoffStore store, ChatSender sender, Pulse pulse, TimeProvider time)
{
    // So many turns ahead are seen soon enough; nobody needs to be told of them.
    private const int Handful = 5;

    // After a crash the list may name cards that are up: so many are looked after each time.
    private const int Checked = 20;

    private static readonly TimeSpan Gathering = TimeSpan.FromSeconds(10);

    // When each place's next look was last asked for: a wall of cards asks once.
    private readonly ConcurrentDictionary<Place, DateTimeOffset> asked = new();

    /// <summary>A handoff's card has to wait that long for its turn.</summary>
    public async Task WaitsAsync(Place place, HandoffId handoff, TimeSpan wait, CancellationToken cancellation)
    {
        if (wait < Handful * sender.PaceOf(place))
        {
            return;
        }

        var now = time.GetUtcNow();
        var due = now.AddTicks(Gathering.Ticks - (now.Ticks % Gathering.Ticks));
        if (!asked.TryGetValue(place, out var last) || last != due)
        {
            await agenda.AddAsync(new Wake(WakeKind.Waiting, place.ToString(), due), cancellation);
            asked[place] = due;
        }

        await waiting.AddAsync(place, handoff, cancellation);
    }

    /// <summary>A handoff's card is there.</summary>
    public Task PostedAsync(Place place, HandoffId handoff, CancellationToken cancellation) => waiting.RemoveAsync(place, handoff, cancellation);

    /// <summary>Brings the line of a place up to date.</summary>
    /// <param name="id">The place, as in the wake-up.</param>
    /// <param name="handled">The wake-ups that led here.</param>
    /// <param name="cancellation">Stops between steps; the wake-ups stay then.</param>
    public async Task RunAsync(string id, IReadOnlyList<Wake> handled, CancellationToken cancellation)
    {
        var place = Place.Parse(id);
        var more = await CountAsync(place, cancellation);
        var line = await waiting.LineAsync(place, cancellation);
        var said = (more, line) switch
        {
            (0, null) => null,
            (0, { } last) => await EndAsync(last, cancellation),
            (<= Handful, null) => new SendResult.RetryAfter(Gathering),
            _ => await SayAsync(line ?? new WaitingLine(place, time.GetUtcNow(), ""), more, cancellation),
        };
        if (more == 0 && said is null)
        {
            await agenda.RemoveAsync(handled, cancellation);
        }
        else
        {
            // Its turn is kept for a while only.
            var wait = said is SendResult.RetryAfter turn ? turn.Wait : pulse.Safety;
            await agenda.ReplaceAsync(handled, new Wake(WakeKind.Waiting, id, time.GetUtcNow() + wait), cancellation);
        }
    }

    private async Task<int> CountAsync(Place place, CancellationToken cancellation)
    {
        var all = await waiting.AllAsync(place, cancellation);
        var gone = 0;
        foreach (var handoff in all.Take(Checked))
        {
            if (await store.OpenAsync(handoff, cancellation) is not { } file || !file.Outbox.Any(e => e is { Dead: false, Effect: Effect.ShowCard }))
            {
                await waiting.RemoveAsync(place, handoff, cancellation);
                gone++;
            }
        }

        return all.Count - gone;
    }

    // Its name is stored before it is posted, so that it is found again after a crash. Null when there was nothing to say.
    private async Task<SendResult?> SayAsync(WaitingLine line, int more, CancellationToken cancellation)
    {
        if (line.Tag.Length == 0)
        {
            await waiting.SaveLineAsync(line, cancellation);
            line = await waiting.LineAsync(line.Place, cancellation) ?? line;
        }

        var card = PlaceNotice.Waiting(more, Reader(line.Place));
        var result = line.Message is not { } message
            ? await sender.PostAsync(new Post(line.Place, null, $"waiting-{line.Place}-{line.Since.UtcTicks}", card), true, cancellation, Urgency.Now)
            : line.Shown == more ? null
            : await sender.UpdateAsync(message, card, cancellation);
        if (result is SendResult.Sent sent)
        {
            await waiting.SaveLineAsync(line with { Message = line.Message ?? sent.Message, Shown = more }, cancellation);
        }

        return result;
    }

    // Null when the line is done with.
    private async Task<SendResult?> EndAsync(WaitingLine line, CancellationToken cancellation)
    {
        var result = line.Message is { } message ? await sender.UpdateAsync(message, PlaceNotice.CaughtUp(Reader(line.Place)), cancellation) : null;
        return result is (null or SendResult.Sent or SendResult.Gone or SendResult.Forbidden) && await waiting.ForgetLineAsync(line, cancellation)
            ? null
            : result ?? new SendResult.Failed("Somebody else has changed the line.");
    }

    private CardReader Reader(Place place) => new(sender.LocaleOf(place), null);
}
