using Baton.Handoffs.Digests;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Routing;
using Baton.Handoffs.Scoring;
using Baton.Slack;

namespace Baton.Bot.Composition;

/// <summary>The configuration, read and found right.</summary>
internal sealed record Settings(StoreOptions Store, ScoringOptions Scoring, RoutingOptions Routing, DigestOptions Digests, SlackOptions Slack, Terms Terms)
{
    /// <summary>Who gets the weekly summary: marketing's channel when nobody is named.</summary>
    public List<DigestRecipient> DigestRecipients => Digests.Recipients.Count > 0
        ? [.. Digests.Recipients]
        : [new DigestRecipient { Place = Routing.Marketing, Locale = Terms.Roster.People.Count > 0 ? Terms.Roster.People[0].Locale : "en" }];
}
