using Baton.Handoffs.Chat;
using Baton.Handoffs.Digests;
using Baton.Handoffs.Funnel.Periods;
using Baton.Handoffs.Funnel.Reports;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Handoffs.Handoffs.Outbox;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.People;
using NodaTime;

namespace Baton.Handoffs.Feedback;

/// <summary>Brings what sales suggests into marketing's channel, each as a thread of its own, once. Its wake-up is there before it is stored.</summary>
public sealed class SuggestionDesk(ISuggestions suggestions, IAgenda agenda, ChatSender sender, Terms terms, Pulse pulse, TimeProvider time)
{
    /// <summary>Stores a suggestion; marketing is told right after.</summary>
    /// <param name="company">The company, or what is missed; not empty.</param>
    /// <param name="why">Why; not empty.</param>
    /// <param name="by">Who suggests it.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task SuggestAsync(string company, string why, Person by, DateTimeOffset now, CancellationToken cancellation)
    {
        var week = IsoWeek.Of(now, DateTimeZoneProviders.Tzdb[terms.ReviewZone]).ToString();
        var suggestion = new Suggestion(week, Guid.CreateVersion7(now).ToString("n"), company, why, by.Email, now.ToUniversalTime(), terms.Marketing);
        await agenda.AddAsync(Wake(suggestion.Id, now + pulse.Safety), cancellation);
        await suggestions.AddAsync(suggestion, cancellation);
        await agenda.AddAsync(Wake(suggestion.Id, now), cancellation);
    }

    /// <summary>Tells marketing of a suggestion.</summary>
    /// <param name="id">Which, as in the wake-up.</param>
    /// <param name="handled">The wake-ups that led here.</param>
    /// <param name="cancellation">Stops between steps.</param>
    public async Task RunAsync(string id, IReadOnlyList<Wake> handled, CancellationToken cancellation)
    {
        var next = await suggestions.FindAsync(id, cancellation) is { } suggestion ? await TellAsync(suggestion, cancellation) : null;
        await agenda.SettleAsync(handled, WakeKind.Suggestion, id, next, cancellation);
    }

    // When to try again; null when it was told.
    private async Task<DateTimeOffset?> TellAsync(Suggestion suggestion, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var claim = await suggestions.ClaimAsync(suggestion.Id, now, now + pulse.Claim, cancellation);
        if (claim is DigestClaim.Sent or DigestClaim.Busy)
        {
            return claim == DigestClaim.Busy ? now + pulse.Claim : null;
        }

        var card = SuggestionCard.Of(suggestion, sender.LocaleOf(suggestion.Place), terms.Roster);
        var name = "suggestion-" + suggestion.Name;
        var result = await sender.PostAsync(new Post(suggestion.Place, null, name, card), claim == DigestClaim.Uncertain, cancellation);
        if (result is SendResult.Sent sent)
        {
            await suggestions.SentAsync(suggestion.Id, sent.Message.Id, cancellation);
            return null;
        }

        return now + pulse.Claim + (result is SendResult.RetryAfter retry ? retry.Wait : pulse.FirstRetry);
    }

    private static Wake Wake(string id, DateTimeOffset due) => new(WakeKind.Suggestion, id, due);
}
