using Baton.Handoffs.Chat;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Routing;
using Baton.Slack;

namespace Baton.EndToEnd.Slack;

/// <summary>Slack, whose channels take messages faster than one a second.</summary>
/// <param name="slack">The real one.</param>
/// <param name="speed">How much faster.</param>
internal sealed class QuickPlatform(SlackPlatform slack, double speed) : IChatPlatform
{
    public string Name => slack.Name;

    public TimeSpan Pace => slack.Pace / speed;

    public string LocaleOf(Place place) => slack.LocaleOf(place);

    public Task<SendResult> PostAsync(Post post, CancellationToken cancellation) => slack.PostAsync(post, cancellation);

    public Task<SendResult> UpdateAsync(MessageRef message, Card card, CancellationToken cancellation) => slack.UpdateAsync(message, card, cancellation);

    public Task<Place?> DirectPlaceAsync(EmailAddress person, CancellationToken cancellation) => slack.DirectPlaceAsync(person, cancellation);

    public Task<MessageRef?> FindAsync(Place place, string? threadId, string effectId, CancellationToken cancellation) => slack.FindAsync(place, threadId, effectId, cancellation);
}
