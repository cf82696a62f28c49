using Baton.Handoffs.Chat;
using Baton.Handoffs.Feedback;
using Baton.Handoffs.Funnel;
using Baton.Handoffs.Funnel.Periods;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Handoffs.Handoffs.Outbox;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.People;
using Baton.Handoffs.Routing;

namespace Baton.Handoffs.Digests;

/// <summary>
/// Posts the weekly summary to each recipient, once. A summary is a wake-up of its own, written a week ahead: one that was due while
/// nothing ran is posted as soon as something does.
/// </summary>
public sealed class DigestDesk(IAgenda agenda, IDigestLog log, ISuggestions suggestions, SceneMaker scenes, ChatSender sender, DigestSchedule schedule, IReadOnlyList<DigestRecipient> recipients, Pulse pulse, TimeProvider time)
{
    // Only the sweeper calls EnsureAsync, one sweep at a time.
    private DateTimeOffset? ensured;

    /// <summary>Sees to it that the next summaries' wake-ups are there.</summary>
    public async Task EnsureAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var due = schedule.Next(now);
        if (ensured == due.At)
        {
            return;
        }

        foreach (var recipient in recipients)
        {
            await agenda.AddAsync(new Wake(WakeKind.Digest, $"{due.Week} {recipient.Place}", due.At), cancellation);
        }

        ensured = due.At;
    }

    /// <summary>Posts a summary that is due.</summary>
    /// <param name="id">Week and place, as in the wake-up.</param>
    /// <param name="handled">The wake-ups that led here.</param>
    /// <param name="cancellation">Stops between steps.</param>
    public async Task RunAsync(string id, IReadOnlyList<Wake> handled, CancellationToken cancellation)
    {
        var parts = id.Split(' ', 2);
        var now = time.GetUtcNow();
        if (recipients.FirstOrDefault(r => r.Place == parts[^1]) is { } recipient && IsoWeek.TryParse(parts[0], out var week))
        {
            var claim = await log.ClaimAsync(id, now, now + pulse.Claim, cancellation);
            if (claim == DigestClaim.Busy)
            {
                await agenda.AddAsync(new Wake(WakeKind.Digest, id, now + pulse.Claim), cancellation);
            }
            else if (claim is DigestClaim.Fresh or DigestClaim.Uncertain)
            {
                await SendAsync(id, week, recipient, claim == DigestClaim.Uncertain, now, cancellation);
            }
        }

        await agenda.RemoveAsync(handled, cancellation);
    }

    private async Task SendAsync(string id, IsoWeek week, DigestRecipient recipient, bool uncertain, DateTimeOffset now, CancellationToken cancellation)
    {
        var card = await CardAsync(week, recipient.Locale, now, cancellation);
        var result = await sender.PostAsync(new Post(Place.Parse(recipient.Place), null, $"digest-{id}", card), uncertain, cancellation);
        if (result is SendResult.Sent sent)
        {
            await log.SentAsync(id, sent.Message.Id, now, cancellation);
            return;
        }

        var wait = result is SendResult.RetryAfter retry ? retry.Wait + pulse.FirstRetry : pulse.Claim + pulse.FirstRetry;
        await agenda.AddAsync(new Wake(WakeKind.Digest, id, now + wait), cancellation);
    }

    private async Task<Card> CardAsync(IsoWeek week, string locale, DateTimeOffset now, CancellationToken cancellation)
    {
        var scene = await scenes.OfAsync(week.In(schedule.Zone), Person.Baton, locale, now, cancellation);
        var figures = WeeklyFigures.Count(scene.Facts, week, schedule, now) with { Suggestions = await suggestions.CountAsync(week.ToString(), cancellation) };
        return WeeklySummary.Of(figures, scene).Card;
    }
}
