using System.Security.Cryptography;
using System.Text;
using Baton.Handoffs.Chat;
using Baton.Handoffs.Chat.Views;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Handoffs.Handoffs.Effects;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Handoffs.Outbox;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.Leads;

namespace Baton.Handoffs.Nudges;

/// <summary>
/// Sends what waits in one inbox as one message: drop what says nothing true any more, claim by compare-and-swap, send, record, and note each in
/// its handoff's timeline. A claim that ran out unrecorded is looked for before anything is sent again.
/// </summary>
public sealed class InboxRunner(IInboxes inboxes, IHandoffStore store, InboxTimeline timeline, ChatSender sender, Terms terms, Pulse pulse, TimeProvider time)
{
    private const int MaxTries = 100;
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(100);

    /// <summary>Brings an inbox up to date.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="cancellation">Stops between steps.</param>
    /// <returns>When to look again; null when nothing waits.</returns>
    public async Task<DateTimeOffset?> RunAsync(EmailAddress person, CancellationToken cancellation)
    {
        try
        {
            return await AdvanceAsync(person, cancellation);
        }
        catch (PlatformUnavailableException error) when (error.IsUnauthorized)
        {
            // What was claimed stays so, and is looked for when the platform can be asked again.
            return time.GetUtcNow() + pulse.Unauthorized;
        }
    }

    private async Task<DateTimeOffset?> AdvanceAsync(EmailAddress person, CancellationToken cancellation)
    {
        for (var tries = 0; tries < MaxTries; tries++)
        {
            var (inbox, now) = (await inboxes.LoadAsync(person, cancellation), time.GetUtcNow());
            if (inbox.Settled.Count > 0)
            {
                await NoteAsync(inbox, now, cancellation);
            }
            else if (inbox.Sending is { } sending)
            {
                if (sending.ClaimedUntil > now)
                {
                    return sending.ClaimedUntil;
                }

                await FindAsync(inbox, sending, cancellation);
            }
            else if (inbox.Waiting.Count == 0)
            {
                return null;
            }
            else if (await TellAsync(inbox, now, cancellation) is { } next)
            {
                return next;
            }
        }

        return time.GetUtcNow() + pulse.FirstRetry;
    }

    private async Task NoteAsync(Inbox inbox, DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var settled in inbox.Settled)
        {
            await timeline.NoteAsync(inbox.Person, settled, now, cancellation);
        }

        var noted = inbox.Settled.Select(s => s.Item.Key).ToHashSet(StringComparer.Ordinal);
        await inboxes.ChangeAsync(inbox.Person, it => it with { Settled = [.. it.Settled.Where(s => !noted.Contains(s.Item.Key))] }, cancellation);
    }

    // Nobody recorded what became of it: what is there was told, what is not begins anew.
    private async Task FindAsync(Inbox inbox, InboxSending sending, CancellationToken cancellation)
    {
        var told = await JudgedAsync(inbox.Waiting.Where(w => sending.Keys.Contains(w.Key)), inbox.Person, time.GetUtcNow(), cancellation);
        var found = await sender.DirectPlaceAsync(sending.Platform, inbox.Person, cancellation) is { } place
            ? await sender.FindAsync(place, null, sending.Id, cancellation)
            : null;
        await inboxes.ChangeAsync(
            inbox.Person,
            it => it.Sending?.Id != sending.Id ? it
                : found is not null ? it.Settle(Told(told, found, _ => 0))
                : it.Failures + 1 < pulse.MaxAttempts ? it.Failed()
                : it.Settle([.. told.Select(j => new InboxSettled(j.Item, NudgeOutcome.Refused))]),
            cancellation);
    }

    // Null when something was done and the inbox is to be looked at again.
    private async Task<DateTimeOffset?> TellAsync(Inbox inbox, DateTimeOffset now, CancellationToken cancellation)
    {
        var judged = await JudgedAsync(inbox.Waiting, inbox.Person, now, cancellation);
        var dropped = judged.Where(j => j.Verdict is InboxVerdict.Drop).Select(j => new InboxSettled(j.Item, ((InboxVerdict.Drop)j.Verdict).Why)).ToList();
        if (dropped.Count > 0)
        {
            await inboxes.ChangeAsync(inbox.Person, it => it.Sending is null ? it.Settle(dropped) : it, cancellation);
            return null;
        }

        var ready = judged.Where(j => j.Verdict is InboxVerdict.Send).ToList();
        if (ready.Count == 0)
        {
            return judged.Min(j => ((InboxVerdict.Wait)j.Verdict).Until);
        }

        var platform = ready[0].Handoff!.Route.Sales.Platform;
        ready = [.. ready.Where(j => j.Handoff!.Route.Sales.Platform == platform)];
        var id = ready is [var only] ? only.Item.Key : $"inbox-{Hash(inbox.Person)}-{inbox.Messages + 1}";
        var sending = new InboxSending(id, platform, [.. ready.Select(j => j.Item.Key)], now + pulse.Claim);
        var claimed = await inboxes.ChangeAsync(inbox.Person, it => it.Sending is null && it.Messages == inbox.Messages ? it with { Sending = sending, Messages = it.Messages + 1 } : it, cancellation);
        return ReferenceEquals(claimed.Sending, sending) ? await SendAsync(claimed, sending, ready, cancellation) : null;
    }

    private async Task<DateTimeOffset?> SendAsync(Inbox inbox, InboxSending sending, IReadOnlyList<Judged> ready, CancellationToken cancellation)
    {
        var person = inbox.Person;
        var result = await sender.DirectPlaceAsync(sending.Platform, person, cancellation) is { } place
            ? await sender.PostAsync(new Post(place, null, sending.Id, Message(ready, person, time.GetUtcNow())), false, cancellation)
            : null;
        switch (result)
        {
            // When the claim has run out, it is looked for.
            case SendResult.Uncertain:
                return sending.ClaimedUntil;
            case SendResult.RetryAfter retry:
                await ChangeAsync(it => it.Settle([]));
                return time.GetUtcNow() + (retry.Wait > ShortestWait ? retry.Wait : ShortestWait);
            case SendResult.Failed when inbox.Failures + 1 < pulse.MaxAttempts:
                await ChangeAsync(it => it.Failed());
                return time.GetUtcNow() + pulse.Retry(inbox.Failures + 1, Random.Shared.NextDouble());
            default:
                await ChangeAsync(it => it.Settle(result is SendResult.Sent sent
                    ? Told(ready, sent.Message, j => j.Handoff!.CardVersion)
                    : [.. ready.Select(j => new InboxSettled(j.Item, result is null ? NudgeOutcome.NobodyThere : NudgeOutcome.Refused))]));
                return null;
        }

        Task ChangeAsync(Func<Inbox, Inbox> change) => inboxes.ChangeAsync(person, it => it.Sending?.Id == sending.Id ? change(it) : it, cancellation);
    }

    private Card Message(IReadOnlyList<Judged> ready, EmailAddress person, DateTimeOffset now)
    {
        var reader = CardReader.Of(terms.Roster.Anybody(person));
        return InboxCard.Of([.. ready.Select(j => NudgeCard.Of(j.Item.Word, j.Handoff!, j.Happened, reader, terms, now))], reader);
    }

    // A message about one handoff is kept up to date like its card.
    private static IReadOnlyList<InboxSettled> Told(IReadOnlyList<Judged> told, MessageRef message, Func<Judged, int> version)
    {
        var one = told.Select(j => j.Item.Handoff).Distinct().Count() == 1;
        return [.. told.Select((j, i) => one && i == told.Count - 1
            ? new InboxSettled(j.Item, NudgeOutcome.Sent, message, version(j))
            : new InboxSettled(j.Item, NudgeOutcome.Sent))];
    }

    private async Task<List<Judged>> JudgedAsync(IEnumerable<InboxItem> items, EmailAddress person, DateTimeOffset now, CancellationToken cancellation)
    {
        var (judged, handoffs) = (new List<Judged>(), new Dictionary<HandoffId, Handoff?>());
        foreach (var item in items)
        {
            if (!handoffs.TryGetValue(item.Handoff, out var handoff))
            {
                handoffs[item.Handoff] = handoff = (await store.LoadAsync(item.Handoff, cancellation))?.Handoff;
            }

            var happened = item.Word is Effect.Tell tell && handoff is not null ? await store.EventAsync(item.Handoff, tell.Event, cancellation) : null;
            judged.Add(new Judged(item, handoff, happened, InboxVerdict.Of(item, handoff, happened, person, terms, now)));
        }

        return judged;
    }

    private static string Hash(EmailAddress person) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(person.Value)).AsSpan(0, 8));

    private sealed record Judged(InboxItem Item, Handoff? Handoff, HandoffEvent? Happened, InboxVerdict Verdict);
}
