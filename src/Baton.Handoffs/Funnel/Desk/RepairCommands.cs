using Baton.Handoffs.Chat;
using Baton.Handoffs.Chat.Views;
using Baton.Handoffs.Funnel.Commands;
using Baton.Handoffs.Funnel.Reports;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Outbox;
using Baton.Handoffs.Handoffs.Refusals;
using Baton.Handoffs.People;
using Baton.Handoffs.Repairs;

namespace Baton.Handoffs.Funnel;

/// <summary><c>/funnel audit</c> and <c>/funnel audit retry</c>, for managers and operators.</summary>
public sealed class RepairCommands(RepairDesk repairs, ChatSender sender, Terms terms)
{
    /// <summary>Lists what stands still.</summary>
    public async Task<FunnelReport> ListAsync(FunnelScene scene, CancellationToken cancellation) =>
        Refused(scene) ?? AuditReport.Of([.. (await repairs.ListAsync(cancellation)).Select(s => s with { Why = sender.Explain(s.Place, s.Why, scene.Locale) })], scene);

    /// <summary>Sets it going: all, or what is at the named place or of the named handoff.</summary>
    public async Task<FunnelReport> RetryAsync(FunnelCommand.AuditRetry command, FunnelScene scene, CancellationToken cancellation) =>
        Refused(scene) ?? AuditReport.Going(await repairs.RetryAtOnceAsync(Named(command.Of), cancellation), command.Of, scene);

    /// <summary>What is meant by a place, a handoff's id, or nothing.</summary>
    public static Func<StuckEffect, bool> Named(string? named) => string.IsNullOrWhiteSpace(named)
        ? _ => true
        : s => string.Equals(s.Handoff.Value, named.Trim(), StringComparison.OrdinalIgnoreCase) || string.Equals(s.Place.ToString(), named.Trim(), StringComparison.OrdinalIgnoreCase);

    private FunnelReport? Refused(FunnelScene scene)
    {
        if (scene.Asker.Is(Roles.Manager | Roles.Operator))
        {
            return null;
        }

        var why = RefusalText.Of(new Refusal.NotYourRole("manager"), scene.Locale, scene.Asker.TimeZone, terms);
        return new FunnelReport(
            new Card { Kind = CardKind.Notice, Locale = scene.Locale, Summary = Line.Plain(why), Sections = [new CardSection.Paragraph(Line.Plain(why), Tone.Warning)] }, null);
    }
}
