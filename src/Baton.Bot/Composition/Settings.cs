using Baton.Handoffs.Dashboard;
using Baton.Handoffs.Digests;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Routing;
using Baton.Handoffs.Scoring;
using Baton.Slack;
using Baton.Teams;
using Baton.Webhooks;

namespace Baton.Bot.Composition;

/// <summary>The configuration, read and found right.</summary>
internal sealed record Settings(StoreOptions Store, ScoringOptions Scoring, RoutingOptions Routing, DigestOptions Digests, SlackOptions Slack, TeamsOptions Teams, DashboardOptions Dashboard, IReadOnlyList<HookEndpoint> Webhooks, Terms Terms)
{
    /// <summary>Every place of that platform that the configuration names, by its id.</summary>
    public IReadOnlyCollection<string> PlacesOf(string platform) =>
    [
        .. Routing.EffectivePools.SelectMany(p => new[] { p.Sales, p.Fallback }).OfType<string>().Append(Routing.Marketing).Concat(Digests.Recipients.Select(r => r.Place))
            .Select(Place.Parse).Where(p => p.Platform == platform).Select(p => p.Id).Distinct(StringComparer.Ordinal),
    ];

    /// <summary>Who gets the weekly summary: marketing's channel when nobody is named.</summary>
    public List<DigestRecipient> DigestRecipients => Digests.Recipients.Count > 0
        ? [.. Digests.Recipients]
        : [new DigestRecipient { Place = Routing.Marketing, Locale = Terms.Roster.People.Count > 0 ? Terms.Roster.People[0].Locale : "en" }];
}
