using Baton.Handoffs.Funnel.Commands;
using Baton.Handoffs.Funnel.Reports;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.Leads;

namespace Baton.Handoffs.Funnel;

/// <summary><c>/funnel rules test</c>: what the rules in force would do with a lead. Only reads: nothing is stored, sent or changed.</summary>
public sealed class RulesCommands(IHandoffStore store, Terms terms)
{
    /// <summary>The answer for a stored lead, named by id, e-mail address, company or contact.</summary>
    public async Task<FunnelReport> TestAsync(FunnelCommand.RulesTest command, FunnelScene scene, CancellationToken cancellation)
    {
        var query = command.LeadQuery.Trim();
        var id = HandoffId.IsWellFormed(query) ? new HandoffId(query)
            : LeadSearch.Find(scene.Facts, query) is [var one] ? one.Id
            : (HandoffId?)null;
        return id is { } named && await store.LoadAsync(named, cancellation) is { } stored
            ? Of(stored.Handoff.Lead, stored.Handoff, scene)
            : LeadReport.Of(new FunnelCommand.Lead(query), scene);
    }

    /// <summary>The answer for typed values.</summary>
    public FunnelReport Try(FunnelCommand.RulesTrial command, FunnelScene scene) => TypedLead.Read(command.Values, scene.Now) switch
    {
        LeadReading.Ok ok => Of(ok.Lead, null, scene),
        LeadReading.Wrong wrong => RulesTestReport.Refused(wrong.Errors, scene),
        _ => throw new InvalidOperationException("A reading is right or wrong."),
    };

    private FunnelReport Of(Lead lead, Handoff? stored, FunnelScene scene)
    {
        var found = terms.Assess(lead, scene.Now);
        return RulesTestReport.Of(lead, found, terms.NotAsked(lead, found), stored, scene);
    }
}
